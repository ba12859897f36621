"""A treaty that is only for the parties to another, which is only for the parties to it, could have no party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.load.entries import Entry, built
from inforce.model import Book, Treaty
from inforce.source import Problem


def check_only_for(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report each treaty to which nobody could become a party, because it waits for itself."""
    for entry, treaty in built(entries, Treaty):
        if treaty.id in _needed(book, treaty.id):
            message = f"Nobody could become a party to {treaty.id}: it is only for those who are parties to it already."
            hint = "Name the treaty that they have to be parties to before, and not one that is itself only for these."
            yield entry.draft.problem(entry.directive.head[:1], message, hint)


def _needed(book: Book, name: str) -> set[str]:
    """Return the treaties that one has to be a party to before, one after the other."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        treaty = book.treaties.get(waiting.pop())
        new = set(treaty.only_parties_to) - found if treaty else set()
        found |= new
        waiting.extend(new)
    return found
