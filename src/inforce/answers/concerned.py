"""Which views a treaty is asked in, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inforce.model import Book


def views_concerning(book: Book, treaty: str) -> tuple[str, ...]:
    """Return the views of a book that are written for a treaty, in the order of the files.

    Each record that comes with the program has views of its own, about its own story; in the others they would only
    repeat what is said already. A view in a file of one's own concerns every treaty.
    """
    of = book.treaties[treaty].record if treaty in book.treaties else ""
    return tuple(name for name, view in book.views.items() if not of or view.record in ("", of))
