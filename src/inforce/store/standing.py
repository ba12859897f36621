"""What has become of each entry: which are in the book, which wait, which are out of it."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from inforce.load import Added
from inforce.store.entry import Entry, Standing
from inforce.store.errors import AbsentError, DecidedError

PLACE = "log/"
"""How the place of an entry begins where a problem or a source is told: ``log/12``."""


class Position(Struct):
    """Follow the log, entry by entry: what each says now, and the texts that are in the book, in their order.

    ``set_back`` are the entries before which the clock went back.
    """

    last: int = 0
    digest: str = ""
    fates: dict[int, Standing] = {}
    lines: dict[int, Added] = {}
    corrections: dict[int, int] = {}
    book: dict[int, Added] = {}
    authors: dict[int, str] = {}
    recorded: datetime | None = None
    set_back: list[int] = []

    def take(self, entry: Entry) -> None:
        """Let an entry have its effect; the entries come in the order of the log, each once."""
        self.last, self.digest = entry.id, entry.digest
        if self.recorded is not None and entry.recorded < self.recorded:
            self.set_back.append(entry.id)
        self.recorded = entry.recorded
        self.authors[entry.id] = entry.author
        if entry.text:
            self.lines[entry.id] = added_from_entry(entry)
        if entry.corrects is not None:
            self.corrections[entry.id] = entry.corrects
        self.fates[entry.id] = "proposed" if entry.kind == "proposal" else "decision"
        if entry.kind in ("claim", "correction"):
            self._enters(entry.id)
        elif entry.about is not None:
            self._decides(entry, entry.about)

    def _enters(self, number: int) -> None:
        corrected = self.corrections.get(number)
        if corrected is not None:
            self.fates[corrected] = "corrected"
            self.book.pop(corrected, None)
        self.fates[number] = "stands"
        self.book[number] = self.lines[number]

    def _decides(self, entry: Entry, about: int) -> None:
        if entry.kind == "acceptance":
            self._enters(about)
        else:
            self.fates[about] = "rejected" if entry.kind == "rejection" else "withdrawn"
            self.book.pop(about, None)

    def with_entry(self, number: int) -> tuple[Added, ...]:
        """Return the texts of the book as they would be with a proposal accepted."""
        return self.with_added(self.lines[number], self.corrections.get(number))

    def with_added(self, added: Added, corrects: int | None) -> tuple[Added, ...]:
        """Return the texts of the book as they would be with more lines, in the place of an entry or beside all."""
        return (*(each for number, each in self.book.items() if number != corrects), added)

    def without(self, number: int) -> tuple[Added, ...]:
        """Return the texts of the book as they would be without an entry."""
        return tuple(each for place, each in self.book.items() if place != number)


def added_from_entry(entry: Entry) -> Added:
    """Return the lines of an entry as the loader takes them."""
    return Added(f"{PLACE}{entry.id}", entry.treaty, entry.text, entry.sources)


def check_open(position: Position, number: int) -> None:
    """Refuse a decision about what is no open proposal.

    Raises:
        AbsentError: if there is no such entry.
        DecidedError: if it is not waiting for a decision.
    """
    fate = position.fates.get(number)
    if fate is None:
        raise AbsentError(f"There is no entry {number} in the log; the last is {position.last}.")
    if fate != "proposed":
        raise DecidedError(f"Entry {number} is no open proposal: {_told(position, number)}.")


def check_stands(position: Position, number: int) -> None:
    """Refuse to correct what is not in the book.

    Raises:
        AbsentError: if there is no such entry.
        DecidedError: if it is not in the book.
    """
    fate = position.fates.get(number)
    if fate is None:
        raise AbsentError(f"There is no entry {number} in the log; the last is {position.last}.")
    if fate != "stands":
        raise DecidedError(f"Entry {number} is not in the book: {_told(position, number)}.")


def _told(position: Position, number: int) -> str:
    """Say what an entry is, and where its correction is if it has one."""
    fate = position.fates[number]
    if fate == "corrected":
        by = next(
            each for each, old in position.corrections.items() if old == number and each in position.lines
        )
        return f"it is corrected, by entry {by}"
    told = {"stands": "it is in the book", "proposed": "it is proposed", "decision": "it is a decision"}
    return told.get(fate, f"it is {fate}")
