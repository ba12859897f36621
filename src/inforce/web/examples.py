"""How a record is written, shown with the names of the treaty that it is to stand under."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from inforce.answers.article.about import claims_about
from inforce.answers.asking import today
from inforce.model import RECORD, Book, Treaty
from inforce.temporal import iso_from_day


class Example(Struct, frozen=True):
    """A record as somebody might write it, and what it says."""

    line: str
    says: str


class Cited(Struct, frozen=True):
    """A source that the record of a treaty cites already."""

    key: str
    title: str


def examples_for(book: Book, treaty: Treaty) -> tuple[Example, ...]:
    """Return records that could be entered under a treaty as they stand, each another way to say something.

    >>> import inforce
    >>> book = inforce.open().book
    >>> [each.says for each in examples_for(book, book.treaties["locarno-1925"])][:2]
    ['an act, and its day', 'a day that is only known within bounds']
    """
    return tuple(_examples(book, treaty))


def cited_for(book: Book, treaty: Treaty) -> tuple[Cited, ...]:
    """Return the sources that the records and clauses of a treaty cite, by their keys."""
    cited = [citation for claim in claims_about(book, treaty) for citation in claim.citations]
    cited += [citation for clause in treaty.clauses for citation in clause.citations]
    keys = sorted({each.key for each in cited} & book.sources.keys())
    return tuple(Cited(key, book.sources[key].title) for key in keys)


def _examples(book: Book, treaty: Treaty) -> Iterator[Example]:
    one, *others = treaty.parties
    day, month = iso_from_day(today()), iso_from_day(today())[:7]
    cited = cited_for(book, treaty)
    source = f" [@{cited[0].key}, p. 1]" if cited else ""
    voice = next((claim.voice for claim in claims_about(book, treaty) if claim.voice != RECORD), one)
    yield Example(f"{day} {one} ratifies {treaty.id} ^ratified-today{source}", "an act, and its day")
    line = f"{month} {one} denounces {treaty.id} ^denounced-this-month{source}"
    yield Example(line, "a day that is only known within bounds")
    if others:
        both = f"{one}, {others[0]} agree to end {treaty.id}"
        yield Example(f"{day} {both} ^the-end said by {others[0]}{source}", "who says so")
    for clause in treaty.clauses[:1]:
        line = f"{day} {one} alleges breach of {clause.id} ^alleged-today unverified"
        yield Example(line, "an allegation for which no source has been seen yet")
    outcome = f"{day}/.. {treaty.id} ended said by {voice}, as an outcome{source}"
    yield Example(outcome, "what a source states; it is compared and moves nothing")
