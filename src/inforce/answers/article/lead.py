"""The first paragraphs: what the treaty is, when it bound, and where that is disputed."""

from collections.abc import Iterator, Sequence

from inforce.answers.article.box import cites_of_line, signatures
from inforce.answers.article.dates import words_of_when
from inforce.answers.article.desk import Desk, in_views, stated
from inforce.answers.article.grammar import begun, ended, listed
from inforce.answers.article.names import language_named
from inforce.answers.article.promises import statements_of_clause
from inforce.answers.article.publication import publication_in_words
from inforce.answers.article.recount import sentence_from_proposition
from inforce.answers.article.standing import Standing, alike
from inforce.answers.article.value import Block, Run, Statement
from inforce.answers.article.voices import statements_of_voices
from inforce.model import ALL_VOICES, Clause, Finding, Invalidity

_FEW = 8
"""So many parties are named one by one."""


def lead(desk: Desk, found: Sequence[Standing]) -> tuple[Block, ...]:
    """Write the paragraphs before the first section."""
    blocks = (
        Block(tuple(_what_it_is(desk, found))),
        Block(tuple(_essentials(desk))),
        Block((*_when_it_bound(desk, found), *_findings(desk))),
    )
    return tuple(block for block in blocks if block.statements)


def _what_it_is(desk: Desk, found: Sequence[Standing]) -> Iterator[Statement]:
    treaty = desk.treaty
    over = all(each.end is not None and set(each.last.possible) <= {"ended", "void"} for each in found)
    names: list[str | Run] = []
    for name in desk.names.scripts(treaty):
        names += [
            "; " if names else " (",
            f"{language_named(name.language)}: ",
            Run(name.text, name.language),
        ]
    parties = [desk.names.actor(code) for code in treaty.parties]
    between = f" between {listed(parties)}" if len(parties) <= _FEW else f" of {len(parties)} parties"
    verb = "was" if over else "is"
    cites = (*cites_of_line(desk, "title"), *cites_of_line(desk, "parties"))
    end: list[str | Run] = [")"] if names else []
    title = Run(treaty.title, strong=True)
    yield stated(
        "The ", title, *names, *end, f" {verb} a treaty{between}.", on=f"treaty {treaty.id}", cites=cites
    )  # fmt: skip
    for each in signatures(desk):
        told = ended(f"It was signed {_as_clause(each)}")
        yield Statement((Run(told),), each.grounds, each.citations, each.voice)
    yield from _with_it(desk)
    if treaty.published:
        told = ended(f"It is published in {publication_in_words(treaty.published)}")
        yield stated(told, on=f"treaty {treaty.id}", cites=cites_of_line(desk, "published"))


def _with_it(desk: Desk) -> Iterator[Statement]:
    """Name the other instruments."""
    parts = desk.treaty.instruments
    if parts:
        runs: list[str | Run] = ["With it stand: "]
        for number, part in enumerate(parts):
            joint = "" if not number else " and " if number == len(parts) - 1 else "; "
            runs += [joint, Run(part.title, section=f"instrument-{part.id}")]
        yield stated(*runs, ".", on=[f"instrument {part.id}" for part in parts])


def _findings(desk: Desk) -> Iterator[Statement]:
    """Say what bodies found, each finding once, in the voice of the first who gives it."""
    seen: set[object] = set()
    for claim in desk.claims:
        about = claim.proposition
        if isinstance(about, Finding | Invalidity) and not claim.against and about not in seen:
            seen.add(about)
            when = f"{words_of_when(claim.when)} " if claim.when else ""
            sentence = f"{when}{sentence_from_proposition(about, desk.names)}"
            yield from statements_of_voices(desk, sentence, [claim])


def _as_clause(signature: Statement) -> str:
    """Put what the box says of a signature into a sentence."""
    text = signature.text
    return f"on {text}" if text[:1].isdigit() else text[:1].lower() + text[1:]


def _essentials(desk: Desk) -> Iterator[Statement]:
    """Say what the clauses promise that the record counts as essential, each with its source."""
    for clause in desk.treaty.clauses:
        if clause.essential and not clause.inferred_by:
            yield _essential(desk, clause)


def _essential(desk: Desk, clause: Clause) -> Statement:
    first = next(iter(statements_of_clause(desk, clause)))
    told = f"Clause {clause.id}, which the record counts as essential, says: {first.text}"
    return stated(told, on=first.grounds, cites=first.citations, voice=first.voice)


def _when_it_bound(desk: Desk, found: Sequence[Standing]) -> Iterator[Statement]:
    named = [each for each in found if each.view is not ALL_VOICES] or list(found)
    for told, group in alike([each for each in named if each.entry], "entered"):
        which = "" if len(group) == len(named) else f" {_views(group)}"
        text = f"It entered into force {told}{which}."
        cites = [cite for each in group for cite in each.entry_sources]
        yield stated(text, on=[f"answer {each.view.id}" for each in group], cites=cites)
    ends = list(alike(named, "ended"))
    for told, group in ends:
        yield _end(desk, told, group, alone=len(ends) == 1)


def _end(desk: Desk, told: str, group: Sequence[Standing], *, alone: bool) -> Statement:
    which = "" if alone else f"{begun(_views(group))} "
    grounds = [f"answer {each.view.id}" for each in group]
    if group[0].end is None:
        return stated(begun(f"{which}no end of it is recorded."), on=grounds)
    if group[0].disputed:
        return stated(begun(f"{which}its end is {told}."), on=grounds)
    how = f", by {group[0].last.how.replace(';', ' or')}" if group[0].last.how else ""
    cites = dict.fromkeys(cite for each in group for cite in each.sources)
    verb = "is" if group[0].is_void else "ended"
    return stated(begun(f"{which}it {verb} {told}{how}."), on=grounds, cites=cites)


def _views(group: Sequence[Standing]) -> str:
    return in_views([each.view for each in group])
