"""The box of facts beside an article."""

from collections.abc import Iterator, Sequence

from inforce.answers.article.dates import words_of_when
from inforce.answers.article.desk import Desk, in_views, stated
from inforce.answers.article.grammar import begun, listed
from inforce.answers.article.names import language_named
from inforce.answers.article.publication import publication_in_words
from inforce.answers.article.standing import Standing, alike
from inforce.answers.article.value import Row, Run, Statement
from inforce.answers.wording import words_from_status
from inforce.model import RECORD, Act, Citation, Claim


def box(desk: Desk, found: Sequence[Standing]) -> tuple[Row, ...]:
    """Write the rows of the box; what the record does not say has no row."""
    rows = (
        Row("Names", tuple(_names(desk))),
        Row("Parties", tuple(_parties(desk))),
        Row("Signed", tuple(signatures(desk))),
        Row("In force", tuple(_turns(desk, found, "entered"))),
        Row("Ended", tuple(_turns(desk, found, "ended"))),
        Row("Authentic languages", tuple(_line(desk, "authentic"))),
        Row("Published", tuple(_line(desk, "published"))),
        Row("Instruments", tuple(_instruments(desk))),
    )
    return tuple(row for row in rows if row.statements)


def _ground(desk: Desk) -> str:
    return f"treaty {desk.treaty.id}"


def cites_of_line(desk: Desk, key: str, text: str = "") -> tuple[Citation, ...]:
    """Return the sources of the lines of the treaty with a key, or of the one in which a text stands."""
    lines = (line for line in desk.treaty.said if line.key == key and text in line.text)
    return tuple(citation for line in lines for citation in line.citations)


def _names(desk: Desk) -> Iterator[Statement]:
    for name in desk.names.scripts(desk.treaty):
        cites = cites_of_line(desk, "title", name.text)
        run = Run(name.text, name.language)
        yield stated(
            f"{language_named(name.language)} ({name.language}): ", run, on=_ground(desk), cites=cites
        )


def _parties(desk: Desk) -> Iterator[Statement]:
    for number, code in enumerate(desk.treaty.parties):
        actor = desk.book.actors.get(code)
        runs: list[str | Run] = [actor.name if actor and actor.name else code]
        for name in desk.names.scripts(actor) if actor else ():
            runs += [f" ({language_named(name.language)}: ", Run(name.text, name.language), ")"]
        cites = cites_of_line(desk, "parties") if number == len(desk.treaty.parties) - 1 else ()
        yield stated(*runs, on=(_ground(desk), f"actor {code}"), cites=cites)


def signatures(desk: Desk) -> Iterator[Statement]:
    """Say when, where and by whom the treaty was signed."""
    for claim in desk.claims:
        act = claim.proposition
        is_signature = isinstance(act, Act) and act.verb == "sign" and act.treaty == desk.treaty.id
        if is_signature and claim.when is not None and not claim.against:
            yield _signature(desk, claim)
    for line in desk.treaty.said:
        if line.key == "signed at":
            yield stated(f"At {line.text}", on=_ground(desk), cites=line.citations)


def _signature(desk: Desk, claim: Claim) -> Statement:
    assert isinstance(claim.proposition, Act)
    assert claim.when is not None
    who = listed([desk.names.actor_at(actor) for actor in claim.proposition.actors])
    told = f"{begun(words_of_when(claim.when).removeprefix('on '))}, by {who}"
    if claim.voice != RECORD:
        told = f"{told}, according to {desk.voice(claim)}"
    return stated(told, on=f"claim {claim.id}", cites=claim.citations, voice=claim.voice)


def _turns(desk: Desk, found: Sequence[Standing], of: str) -> Iterator[Statement]:
    """Say when it entered into force or ended: once where all views agree, else a row for each that differ."""
    groups = list(alike(found, of))
    for told, group in groups:
        text = begun(told.removeprefix("on "))
        how = group[0].last.how if of == "ended" and group[0].end else None
        if how:
            text += f", by {words_from_status(how).replace(';', ' or')}"
        if len(groups) > 1:
            text += f" ({in_views([each.view for each in group])})"
        cites = [c for each in group for c in (each.sources if of == "ended" else each.entry_sources)]
        yield stated(text, on=[f"answer {each.view.id}" for each in group], cites=cites)


def _line(desk: Desk, key: str) -> Iterator[Statement]:
    cites = cites_of_line(desk, key)
    if key == "authentic" and desk.treaty.authentic:
        told = listed([language_named(tag) for tag in desk.treaty.authentic])
        yield stated(told, on=_ground(desk), cites=cites)
    if key == "published" and desk.treaty.published:
        yield stated(publication_in_words(desk.treaty.published), on=_ground(desk), cites=cites)


def _instruments(desk: Desk) -> Iterator[Statement]:
    for part in desk.treaty.instruments:
        yield stated(Run(part.title, section=f"instrument-{part.id}"), on=f"instrument {part.id}")
