"""From runs to days: when, in one case, an event may have happened (design, S1)."""

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


def earlier(happening: Happening, days: int = 1) -> Happening:
    """Move a happening back by some days: what passes on a day was possible until the day before.

    >>> earlier(Happening(((Day(5), Day(7)),), sure=True))
    Happening(days=((4, 6),), sure=True)
    """
    ranges = ((_back(first, days), _back(last, days)) for first, last in happening.days)
    return Happening(tuple(ranges), happening.sure)


def _back(day: Day, days: int) -> Day:
    return Day(day - days) if BEGINNING < day < FOREVER else day
