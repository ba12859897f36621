"""What one treaty does to another can be done: none amends, suspends or waits for itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.load.entries import Entry, built
from inforce.model import Book, Treaty
from inforce.source import Problem


def check_circles(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report treaties that amend or suspend one another, or wait for one another, in a circle."""
    for entry, treaty in built(entries, Treaty):
        for what in ("amends", "suspends", "waits for"):
            found = _done_to(book, treaty.id, what)
            for old in found:
                found.extend(older for older in _done_to(book, old, what) if older not in found)
            if treaty.id in found:
                told = f"{treaty.id} {what} itself, or a treaty that {what} it."
                yield entry.draft.problem(
                    entry.directive.head[:1], told, "Leave the line out of one of them."
                )


def _done_to(book: Book, treaty: str, what: str) -> list[str]:
    """Return the treaties that one amends, or suspends, or waits for with its entry into force."""
    known = book.treaties.get(treaty)
    if known is None:
        return []
    entry = known.terms.entry
    if what == "waits for":
        bound = entry.not_before.of if entry and entry.not_before else ""
        return [name for name in (bound, entry.along_with if entry else "") if name in book.treaties]
    return [action.treaty for action in known.actions if action.what == what]
