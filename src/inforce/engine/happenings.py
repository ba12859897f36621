"""From runs to days: when, in one case, an event may have happened, and when a status may begin (design, S1)."""

from collections.abc import Iterator

from msgspec import Struct

from inforce.engine.circuit import TODAY
from inforce.engine.run import Run
from inforce.engine.solve import Resolution
from inforce.temporal import (
    BEGINNING,
    FOREVER,
    Candidates,
    Day,
    Range,
    candidates_from_ranges,
    intersect,
    subtract,
)


class Happening(Struct, frozen=True):
    """In one case something happens on one of these days; ``sure`` if it does, else it may not happen at all."""

    days: Candidates
    sure: bool


def happenings_of(resolution: Resolution, output: str) -> tuple[Happening, ...]:
    """Return each time that an event among the outputs happens in a case, in order.

    On rails the days may be too many, never too few.
    """
    node = resolution.circuit.outputs[output]
    if node < 0:
        return ()
    run = resolution.run
    possible = candidates_from_ranges(_ranges(run, node))
    found: list[Happening] = []
    for by, first in run.settlements.get(node, ()):
        days = intersect(possible, ((first, by),))
        if days:
            found.append(Happening(days, sure=True))
            possible = subtract(possible, ((first, by),))
    found.extend(Happening((days,), sure=False) for days in possible)
    return tuple(sorted(found, key=lambda each: each.days))


def _ranges(run: Run, node: int) -> Iterator[Range]:
    """Yield the days on which an event may happen; one that lasts goes on until it is evaluated again."""
    history = run.history[node]
    for turn, (day, maybe) in enumerate(history):
        if maybe == TODAY:
            yield day, day
        elif turn + 1 < len(history):
            yield day, history[turn + 1][0]
        else:
            lasted = run.day_of(run.lasted_until[node])
            yield day, lasted if lasted >= day else FOREVER


def beginnings_of(resolution: Resolution, output: str, status: str) -> tuple[Happening, ...]:
    """Return each time that a chain comes to a status in a case: possibly, or surely once nothing else is left."""
    node = resolution.circuit.outputs[output]
    statuses = resolution.circuit.nodes[node].statuses
    if status not in statuses:
        return ()
    return tuple(_beginnings(resolution.run.history[node], 1 << statuses.index(status)))


def _beginnings(changes: list[tuple[Day, int]], bit: int) -> Iterator[Happening]:
    began: Day | None = None
    held = False
    for day, mask in changes:
        if not mask & bit:
            if began is not None and not held:
                yield Happening(((began, Day(day - 1)),), sure=False)
            began, held = None, False
            continue
        began = day if began is None else began
        if mask == bit and not held:
            held = True
            yield Happening(((began, day),), sure=True)
    if began is not None and not held:
        yield Happening(((began, FOREVER),), sure=False)


def earlier(happening: Happening, days: int = 1) -> Happening:
    """Move a happening back by some days: what passes on a day was possible until the day before.

    >>> earlier(Happening(((Day(5), Day(7)),), sure=True))
    Happening(days=((4, 6),), sure=True)
    """
    ranges = ((_back(first, days), _back(last, days)) for first, last in happening.days)
    return Happening(tuple(ranges), happening.sure)


def _back(day: Day, days: int) -> Day:
    return Day(day - days) if BEGINNING < day < FOREVER else day
