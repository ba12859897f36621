"""What the record says of a treaty, without computing anything: names, instruments, clauses, sources, votes."""

from collections.abc import Iterator

from msgspec import Struct

from inforce.answers.article.about import claims_about
from inforce.answers.question import UnknownNameError, treaty_named
from inforce.answers.wording import (
    lines_from_votes,
    text_from_citations,
    text_from_claim,
    text_from_day,
)
from inforce.model import Book, Claim, Clause, Instrument, Line, Reading, Source, Treaty


class ShownLine(Struct, frozen=True):
    """One thing that the record says: a key, a text, and who says it where."""

    key: str
    text: str
    voice: str = ""
    cite: str = ""


class Shown(Struct, frozen=True):
    """Everything that the record says of a treaty, an instrument, a clause or an act, line by line."""

    treaty: str
    kind: str
    id: str
    title: str
    lines: tuple[ShownLine, ...]
    parts: tuple["Shown", ...] = ()
    sources: tuple[Source, ...] = ()


def show(book: Book, treaty_id: str, clause: str = "") -> Shown:
    """Return what the record says of a treaty, or of one of its clauses by number or alias.

    Raises:
        UnknownNameError: if there is no such treaty or clause.
    """
    treaty = treaty_named(book, treaty_id)
    if clause:
        return with_sources(book, _shown_clause(book, treaty, _clause(treaty, clause)))
    parts = (
        *(shown_instrument(treaty, instrument) for instrument in treaty.instruments),
        *(_shown_clause(book, treaty, item) for item in treaty.clauses),
        *_shown_acts(book, treaty),
    )
    return with_sources(
        book, Shown(treaty.id, "treaty", treaty.id, treaty.title, tuple(shown_lines(treaty.said)), parts)
    )


def _clause(treaty: Treaty, name: str) -> Clause:
    found = [clause for clause in treaty.clauses if name == clause.id or name in clause.aliases]
    if not found:
        names = [n for clause in treaty.clauses for n in (clause.id, *clause.aliases)]
        raise UnknownNameError("clause", name, tuple(names))
    return found[0]


def shown_lines(lines: tuple[Line, ...]) -> Iterator[ShownLine]:
    """Yield lines as they stand in the file, each with its voice and source."""
    for line in lines:
        yield ShownLine(line.key or "says", line.text, line.voice, text_from_citations(line.citations))


def shown_instrument(treaty: Treaty, instrument: Instrument) -> Shown:
    """Return what the record says of an instrument, line by line."""
    return Shown(
        treaty.id, "instrument", instrument.id, instrument.title, tuple(shown_lines(instrument.said))
    )


def _shown_clause(book: Book, treaty: Treaty, clause: Clause) -> Shown:
    lines = [ShownLine("kind", clause.kind, cite=text_from_citations(clause.citations))]
    if clause.aliases:
        lines.append(ShownLine("alias", ", ".join(clause.aliases)))
    if clause.instrument:
        lines.append(ShownLine("in", clause.instrument))
    if clause.inferred_by:
        inferred = ShownLine("inferred from", ", ".join(clause.inferred_from), ", ".join(clause.inferred_by))
        lines.append(inferred)
    lines += (line for line in shown_lines(clause.said) if line.key not in ("alias", "kind"))
    lines += [line for reading in book.readings for line in _reading(reading, clause)]
    return Shown(treaty.id, "clause", clause.id, clause.sentence, tuple(lines))


def _reading(reading: Reading, clause: Clause) -> Iterator[ShownLine]:
    if reading.clause.treaty == clause.treaty and reading.clause.id == clause.id:
        for line in reading.lines:
            yield ShownLine("reading", line, reading.voice, text_from_citations(reading.citations))


def _shown_acts(book: Book, treaty: Treaty) -> Iterator[Shown]:
    for claim in claims_about(book, treaty):
        yield shown_claim(claim, treaty.id)


def shown_claim(claim: Claim, treaty: str) -> Shown:
    """Return what one record says, with its measures, its votes and what could not be verified."""
    lines = [
        ShownLine(item.key, item.text, item.voice, text_from_citations(item.citations))
        for item in claim.details
    ]
    lines += [ShownLine(vote, voters) for vote, voters in lines_from_votes(claim.votes)]
    if claim.said is not None:
        lines.append(ShownLine("said", text_from_day(claim.said.first) or "", claim.voice))
    if claim.unverified:
        lines.append(ShownLine("unverified", claim.unverified))
    said = ShownLine("says", text_from_claim(claim), claim.voice, text_from_citations(claim.citations))
    return Shown(treaty, "record", claim.id, text_from_claim(claim), (said, *lines))


def with_sources(book: Book, shown: Shown) -> Shown:
    """Add the sources that anything shown cites."""
    cited = " ".join(line.cite for item in (shown, *shown.parts) for line in item.lines)
    sources = tuple(
        source for key, source in book.sources.items() if f"[@{key}]" in cited or f"[@{key}," in cited
    )
    return Shown(shown.treaty, shown.kind, shown.id, shown.title, shown.lines, shown.parts, sources)
