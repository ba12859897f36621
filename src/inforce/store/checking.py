"""Lines are checked with the whole book before they are entered: nothing that has a problem is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from inforce.load import Added
from inforce.load.growing import Growing
from inforce.model import RECORD, Act, Book, Claim, Event, Finding, Proposition, Speaks, State
from inforce.parse import Document, syntax_from_text
from inforce.source import Place, Problem, SourceText, place_of_file, source_from_bytes
from inforce.store.entry import Dated
from inforce.temporal import edtf_from_stretch, edtf_from_uncertain

ENTERED = "entry"
"""The place of lines that are about to be entered, as a problem names it."""


class Checked(Struct, frozen=True):
    """What some lines claim, and whom they are about, or the problems that they have."""

    problems: tuple[Problem, ...] = ()
    claims: tuple[Dated, ...] = ()
    actors: tuple[str, ...] = ()


def checked(growing: Growing, new: Added, standing: Sequence[Added], whole: Sequence[Added]) -> Checked:
    """Check lines as they would stand in the whole book.

    A book that has problems already, because a curated file was changed, can still be mended: only what the lines add
    counts.
    """
    source = _source(new)
    if isinstance(source, Problem):
        return Checked((source,))
    document, _ = syntax_from_text(source, whole=False)
    own = tuple(_not_for_the_log(document))
    if own:
        return Checked(own)
    own = _problems(growing, new, tuple(standing), tuple(whole))
    claims = growing.claims_of(new)
    if not own and not claims:
        own = (_problem(document, 1, 1, 1, "There is no record here.", "A record begins with its date."),)
    if own:
        return Checked(own)
    return Checked((), tuple(map(_dated, claims)), _actors(claims, growing.book))


def _problems(
    growing: Growing, new: Added, standing: tuple[Added, ...], whole: tuple[Added, ...]
) -> tuple[Problem, ...]:
    """Return the problems that new lines bring; where they stand in the place of others, also those of the rest."""
    if whole == (*standing, new):
        return growing.problems_of(new, standing)
    found = growing.loaded(whole).problems
    before = set(growing.loaded(standing).problems) if found else set()
    return tuple(each for each in found if each not in before)


def _source(new: Added) -> SourceText | Problem:
    """Return the lines as text, or say why they are none: what a file may not hold, an entry may not either."""
    try:
        return source_from_bytes(new.file, new.text.encode())
    except UnicodeEncodeError:
        return Problem(place_of_file(new.file), "", "", "This is not text: half of a character is missing.")


def _not_for_the_log(document: Document) -> Iterator[Problem]:
    """Report what is no record, and a table, which stands in a file that an entry does not have."""
    for directive in document.directives:
        first = directive.tokens[0]
        if directive.keyword != "record":
            message = f"The log takes records; {directive.keyword} belongs in the treaty's file."
            hint = "A record begins with its date."
            yield _problem(document, first.line, first.column, len(first.text), message, hint)
        for detail in directive.details:
            last = detail.rest[-1] if detail.rest else detail.tokens[0]
            if detail.key == "vote" and last.text.endswith(".csv"):
                message = f"The log keeps no tables, so {last.text} cannot be read."
                hint = "A roll call belongs beside the treaty's file."
                yield _problem(document, last.line, last.column, len(last.text), message, hint)


def _problem(document: Document, line: int, column: int, length: int, message: str, hint: str) -> Problem:
    place = Place(document.file, line, column, length)
    return Problem(place, "", document.lines[line - 1] if document.lines else "", message, hint)


def _dated(claim: Claim) -> Dated:
    """Return a claim with the dates that its lines give."""
    happened = edtf_from_uncertain(claim.when) if claim.when else None
    happened = edtf_from_stretch(claim.stretch) if claim.stretch else happened
    said = edtf_from_uncertain(claim.said) if claim.said else None
    known = edtf_from_uncertain(claim.known) if claim.known else None
    return Dated(claim.id, claim.voice, happened, said, known)


def _actors(claims: Iterable[Claim], book: Book) -> tuple[str, ...]:
    """Return whom claims are about: who acts, whom it is done to, and who says so."""
    named = {code for claim in claims for code in (claim.voice, *_named(claim.proposition))}
    return tuple(sorted(code for code in named - {RECORD} if code in book.actors))


def _named(proposition: Proposition) -> Iterator[str]:
    match proposition:
        case Act(actors=actors, party=party, objects=objects):
            yield from (each.code for each in actors)
            yield from (party, *objects)
        case Event(whom=whom) | State(whom=whom):
            yield whom
        case Finding(party=party, body=body):
            yield from (party, body)
        case Speaks(government=government, state=state):
            yield from (government, state)
