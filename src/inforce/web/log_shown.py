"""Decide what pages of the log show: entries with their standing, and one with its decisions and its effect."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from inforce.store import Entry, Standing, Store, Wanted
from inforce.web.effects import Effect

PAGE = 50
"""The entries on one page of the log."""


class Listed(Struct, frozen=True):
    """An entry and what has become of it."""

    entry: Entry
    standing: Standing


class LogPage(Struct, frozen=True):
    """A page of the log; ``older`` is where the next one begins, 0 where this is the last."""

    entries: tuple[Listed, ...]
    wanted: Wanted
    authors: tuple[str, ...]
    last: Entry | None
    older: int


class EntryPage(Struct, frozen=True):
    """One entry: what became of it, what was decided about it, what corrects it or was proposed to."""

    entry: Entry
    standing: Standing
    decisions: tuple[Entry, ...]
    corrections: tuple[Listed, ...]
    effect: Effect | None = None


class Offered(Struct, frozen=True):
    """Which decisions somebody may make about an entry."""

    decide: bool
    withdraw: bool
    correct: bool


def log_page(store: Store | None, wanted: Wanted) -> LogPage:
    """Return a page of the log, newest first; that of a log which has not begun is empty."""
    if store is None:
        return LogPage((), wanted, (), None, 0)
    found = listed(store.newest(wanted, PAGE + 1))
    older = found[PAGE - 1].entry.id if len(found) > PAGE else 0
    last = store.last_about((), 1)
    return LogPage(found[:PAGE], wanted, store.authors(), last[0] if last else None, older)


def entry_page(store: Store, number: int) -> EntryPage:
    """Return everything about one entry but its effect.

    Raises:
        AbsentError: if there is none.
    """
    entry = store.entry(number)
    others = store.about(number)
    return EntryPage(
        entry,
        store.standing(number),
        tuple(each for each in others if each.about == number),
        tuple(Listed(each, store.standing(each.id)) for each in others if each.corrects == number),
    )


def listed(found: Iterable[tuple[Entry, Standing]]) -> tuple[Listed, ...]:
    """Return entries as pages show them."""
    return tuple(Listed(entry, standing) for entry, standing in found)
