"""What the clauses promise: instrument by instrument, in words built from the record's own sentences."""

from collections.abc import Iterable, Iterator

from inforce.answers.article.desk import Desk, stated
from inforce.answers.article.grammar import begun, ended, listed
from inforce.answers.article.names import language_named
from inforce.answers.article.value import Block, Run, Section, Statement
from inforce.model import RECORD, Clause, Instrument, Line

CLAUSE_LINES = {
    "to": "Owed to {}",
    "once": "It applies once {}",
    "so long as": "It applies so long as {}",
    "until": "It applies until {}",
    "through": "It applies through {}",
    "within": "It is to be done within {}",
    "by": "It is to be done by {}",
    "each time": "It is to be done each time {}",
    "performed by": "It is performed when {}",
    "breached while": "It is broken while {}",
    "effect": "Effect: {}",
    "essential": "The record counts it as essential",
    "from signature": "It binds from signature",
    "needs relations": "It needs diplomatic relations",
    "on expiry": "It falls due when the term expires",
    "in the boundaries": "In the boundaries: {}",
    "silent on": "Its text is silent on {}",
    "in the shortest time": "Standard: in the shortest time",
    "at once": "Standard: at once",
    "without delay": "Standard: without delay",
    "in its power": "Standard: what is in its power",
    "unverified": "Unverified: {}",
    "note": "{}",
}
"""How each line of a clause is told; a line with another key is told in its own words."""

_REMARKS = ("note", "unverified")
_ELSEWHERE = ("", "kind", "alias")
POWER_LINES = {"to": "Addressed to {}"}

TREATY_LINES = {
    "in force": "It enters into force {}",
    "term": "Its term is {}",
    "then": "After its term it goes on {}",
    "silent on": "Its text is silent on {}",
    "ends if": "It ends if {}",
    "replaces": "It replaces {}",
    "ends": "It ends {}",
    "suspends": "It suspends {}",
    "amends": "It amends {}",
    "subject to": "It is subject to {}",
    "prevails over": "It prevails over {}",
    "only for": "It is only for {}",
    "character": "Form: {}",
    "unverified": "Unverified: {}",
    "note": "{}",
}
"""How the final clauses of a treaty or an instrument are told; other lines have their place elsewhere."""


def promises(desk: Desk) -> Section:
    """Write a section for the treaty's own text and one for each of its instruments."""
    treaty = desk.treaty
    own = tuple(clause for clause in treaty.clauses if not clause.instrument)
    final = _final(desk, treaty.said, f"treaty {treaty.id}")
    parts = [Section("instrument-treaty", treaty.title, (*final, *_clauses(desk, own)), listed=True)]
    for part in treaty.instruments:
        clauses = tuple(clause for clause in treaty.clauses if clause.instrument == part.id)
        blocks = (*_instrument(desk, part), *_clauses(desk, clauses))
        parts.append(Section(f"instrument-{part.id}", part.title, blocks, listed=True))
    return Section("what-it-promises", "What it promises", parts=tuple(p for p in parts if not p.is_empty))


def _final(desk: Desk, lines: Iterable[Line], ground: str) -> Iterator[Block]:
    found = [_line(desk, line, TREATY_LINES, ground) for line in lines if line.key in TREATY_LINES]
    if found:
        yield Block(tuple(found))


def _instrument(desk: Desk, part: Instrument) -> Iterator[Block]:
    """Yield what an instrument is called in other languages, its final clauses, and whether it binds."""
    ground = f"instrument {part.id}"
    names = [
        stated(f"{language_named(name.language)}: ", Run(name.text, name.language), ".", on=ground)
        for name in part.names
    ]
    final = [_line(desk, line, TREATY_LINES, ground) for line in part.said if line.key in TREATY_LINES]
    statements = (*names, *_binding(desk, part), *final)
    if statements:
        yield Block(statements)


def _binding(desk: Desk, part: Instrument) -> Iterator[Statement]:
    cites = [each for line in part.said if line.key == "binding" for each in line.citations]
    for voices, told in ((part.binding_said_by, "it binds"), (part.binding_denied_by, "it does not bind")):
        if voices:
            who = listed([desk.names.actor(voice) for voice in voices])
            text = f"According to {who}, {told}."
            yield stated(text, on=f"instrument {part.id}", cites=cites, voice=", ".join(voices))


def _clauses(desk: Desk, clauses: Iterable[Clause]) -> Iterator[Block]:
    for clause in clauses:
        aliases = f" ({', '.join(clause.aliases)})" if clause.aliases else ""
        yield Block(tuple(statements_of_clause(desk, clause)), f"{clause.id}{aliases}")


def statements_of_clause(desk: Desk, clause: Clause) -> Iterator[Statement]:
    """Yield what a clause says, then its conditions, its times and remarks on it, line by line."""
    ground = f"clause {clause.id}"
    sentence = ended(begun(desk.names.phrase(clause.sentence)))
    who = listed([desk.names.actor(voice) for voice in clause.inferred_by])
    if who:
        basis = f"{desk.names.clauses(clause.inferred_from)}" if clause.inferred_from else "the text"
        text = f"Inferred from {basis} by {who}: {sentence}"
        yield stated(text, on=ground, cites=clause.citations, voice=", ".join(clause.inferred_by))
    else:
        yield stated(sentence, on=ground, cites=clause.citations)
    table = {**CLAUSE_LINES, **(POWER_LINES if clause.kind == "power" else {})}
    yield from (_line(desk, line, table, ground) for line in clause.said if line.key not in _ELSEWHERE)


def line_in_words(desk: Desk, key: str, text: str, table: dict[str, str] = CLAUSE_LINES) -> str:
    """Return one line of the record as a sentence."""
    told = text if key in _REMARKS else desk.names.phrase(text)
    form = table.get(key, f"{key} {{}}")
    return ended(begun(form.replace("{}", told).strip().removesuffix(":")))


def _line(desk: Desk, line: Line, table: dict[str, str], ground: str) -> Statement:
    told = line_in_words(desk, line.key, line.text, table)
    if line.voice not in ("", RECORD):
        told = ended(f"{told.removesuffix('.')}, according to {desk.names.actor(line.voice)}")
    return stated(told, on=ground, cites=line.citations, voice=line.voice or RECORD)
