"""Facts that follow from other facts must not go in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.load.entries import Entry, built
from inforce.model import All, Book, Condition, Either, Fact, FactHolds, Not
from inforce.source import Problem


def check_fact_cycles(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report each circle of defined facts once, at the fact of it that stands first."""
    told: set[str] = set()
    for entry, fact in built(entries, Fact):
        circle = () if fact.id in told else _circle(fact.id, book)
        if circle:
            told.update(circle)
            hint = "One of them has to be recorded, as an event or a state, rather than defined."
            yield entry.draft.problem(entry.directive.head[:1], _told(circle), hint)


def _told(circle: tuple[str, ...]) -> str:
    if len(circle) == 1:
        return f"The fact {circle[0]} follows from itself."
    return f"The facts {', '.join(circle[:-1])} and {circle[-1]} follow from one another."


def _circle(start: str, book: Book) -> tuple[str, ...]:
    """Return a way from a fact back to itself through definitions, or nothing."""
    came_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop()
        for below in _facts_in(book.facts[name].definition if name in book.facts else None):
            if below == start:
                return _way(start, name, came_from)
            if below not in came_from:
                came_from[below] = name
                waiting.append(below)
    return ()


def _way(start: str, last: str, came_from: dict[str, str]) -> tuple[str, ...]:
    way = [last]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))


def _facts_in(condition: Condition | None) -> Iterator[str]:
    match condition:
        case FactHolds():
            yield condition.fact
        case Not():
            yield from _facts_in(condition.condition)
        case All() | Either():
            for part in condition.conditions:
                yield from _facts_in(part)
