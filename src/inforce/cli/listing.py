"""What is in some books, in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.model import ALL_VOICES, Book, Treaty

if TYPE_CHECKING:
    from inforce.corpus import Columnar

_NAMED = 6
"""The most parties that a line of the list names; of more it tells the number."""


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


def lines_of_listing(listed: Sequence[Listed]) -> Iterator[str]:
    """Tell what some books have, a line for each treaty and each view."""
    width = max(len(each.id) for each in listed)
    for kind, head in (("treaty", "treaties"), ("view", "views")):
        found = [each for each in listed if each.kind == kind]
        if found:
            yield head
        for each in found:
            yield f"  {each.id:<{width}}  {each.title}{_extent(each)}"


def _listed(treaty: Treaty) -> Listed:
    instruments = tuple(each.id for each in treaty.instruments)
    clauses = tuple(each.id for each in treaty.clauses)
    return Listed("treaty", treaty.id, treaty.title, treaty.parties, instruments, clauses)


def _extent(each: Listed) -> str:
    if each.kind != "treaty":
        return ""
    parts = [_counted(each.clauses, "clause")]
    if each.instruments:
        parts.insert(0, _counted(each.instruments, "instrument"))
    among = ", ".join(each.parties) if len(each.parties) <= _NAMED else f"{len(each.parties)} parties"
    return f" ({among}; {', '.join(parts)})"


def _counted(names: Sequence[str], noun: str) -> str:
    return f"{len(names)} {noun}{'' if len(names) == 1 else 's'}"
