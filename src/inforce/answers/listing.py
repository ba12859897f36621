"""What is in some books, in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.model import ALL_VOICES, Book, Treaty

if TYPE_CHECKING:
    from inforce.corpus import Columnar


class Listed(Struct, frozen=True):
    """A treaty or a view of a book, in short."""

    kind: str
    id: str
    title: str
    parties: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()


def listing_from_book(book: Book) -> tuple[Listed, ...]:
    """Return the treaties of a book, then its views, the built-in one last."""
    treaties = (_listed(treaty) for treaty in book.treaties.values())
    views = (Listed("view", view.id, view.title) for view in (*book.views.values(), ALL_VOICES))
    return (*treaties, *views)


def listing_from_columnar(columnar: Columnar) -> tuple[Listed, ...]:
    """Return the treaties of a columnar book with their parties; it has the built-in view alone."""
    parties: dict[str, list[str]] = {}
    for row in columnar.table("parties").to_pylist():
        parties.setdefault(row["treaty"], []).append(row["party"])
    rows = columnar.table("treaties").to_pylist()
    treaties = (
        Listed("treaty", row["treaty"], row["title"] or "", tuple(parties.get(row["treaty"], ())))
        for row in rows
    )
    return (*treaties, Listed("view", ALL_VOICES.id, ALL_VOICES.title))


def _listed(treaty: Treaty) -> Listed:
    instruments = tuple(each.id for each in treaty.instruments)
    clauses = tuple(each.id for each in treaty.clauses)
    return Listed("treaty", treaty.id, treaty.title, treaty.parties, instruments, clauses)
