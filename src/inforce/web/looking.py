"""Find things in a book: treaties, clauses, actors, claims and sources in which some words stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

from msgspec import Struct

from inforce.answers.article.about import claims_about
from inforce.answers.wording import text_from_claim
from inforce.model import Book, Citation

_MOST = 200


class Hit(Struct, frozen=True):
    """Something in which all the words stand: what it is, its name, its text, its address."""

    kind: str
    name: str
    text: str
    address: str


def found_in(book: Book, words: str) -> tuple[Hit, ...]:
    """Return what has all the words, in any script, whatever their accents; so many at most.

    >>> import inforce
    >>> found_in(inforce.open().book, "中蘇友好")[0].name
    'sino-soviet-1945'
    """
    wanted = _plain(words).split()
    if not wanted:
        return ()
    hits = (
        hit for hit in _everything(book) if all(word in _plain(f"{hit.name} {hit.text}") for word in wanted)
    )
    return tuple(hit for hit, _ in zip(hits, range(_MOST), strict=False))


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def _everything(book: Book) -> Iterator[Hit]:
    for treaty in book.treaties.values():
        names = " · ".join(dict.fromkeys((treaty.title, *(name.text for name in treaty.names))))
        yield Hit("treaty", treaty.id, names, f"/t/{quote(treaty.id)}")
    for treaty in book.treaties.values():
        for part in treaty.instruments:
            yield Hit("instrument", part.id, part.title, f"/t/{quote(treaty.id)}/{quote(part.id)}")
        for clause in treaty.clauses:
            yield Hit("clause", clause.id, clause.sentence, f"/t/{quote(treaty.id)}/{quote(clause.id)}")
    for source in book.sources.values():
        told = ", ".join(filter(None, (source.author, source.title, source.container, source.issued)))
        yield Hit("source", source.key, told, f"/source/{quote(source.key)}")
    for treaty in book.treaties.values():
        for claim in claims_about(book, treaty):
            yield Hit("record", claim.id, text_from_claim(claim), f"/t/{quote(treaty.id)}")


class Resting(Struct, frozen=True):
    """Something that rests on a source: what it is, its words, its address, and the place that it cites."""

    kind: str
    text: str
    address: str
    locator: str


def resting_on(book: Book, key: str) -> tuple[Resting, ...]:
    """Return everything that cites a source: claims, clauses, instruments, treaties and readings."""
    return tuple(_resting(book, key))


def _resting(book: Book, key: str) -> Iterator[Resting]:
    for kind, text, address, citations in _citing(book):
        for cite in dict.fromkeys(citations):
            if cite.key == key:
                yield Resting(kind, text, address, cite.locator)


def _citing(book: Book) -> Iterator[tuple[str, str, str, tuple[Citation, ...]]]:
    """Yield everything that cites: its kind, its words, its address, its citations."""
    for treaty in book.treaties.values():
        at = f"/t/{quote(treaty.id)}"
        for line in treaty.said:
            yield "treaty", f"{treaty.id}: {line.key} {line.text}", at, line.citations
        for clause in treaty.clauses:
            cited = (*clause.citations, *(each for line in clause.said for each in line.citations))
            yield "clause", f"{treaty.id} {clause.id}: {clause.sentence}", f"{at}/{quote(clause.id)}", cited
    for claim in book.claims:
        at = f"/t/{quote(claim.under)}" if claim.under in book.treaties else "/"
        yield "record", f"{text_from_claim(claim)} — {claim.voice}", at, claim.citations
    for reading in book.readings:
        at = f"/t/{quote(reading.clause.treaty)}/{quote(reading.clause.id)}"
        yield "reading", f"{reading.clause.id}, as {reading.voice} reads it", at, reading.citations
