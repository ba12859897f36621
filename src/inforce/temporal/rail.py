"""A truth value over all days, kept as the days at which it flips."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from inforce.temporal.day import BEGINNING, FOREVER, Day
from inforce.temporal.interval import Interval

Rail = tuple[Day, ...]
"""The days at which a truth value flips, in order; before the first it is false."""

_EITHER, _BOTH = 1, 2  # how many of two rails must hold


def rail_through(first: Day, last: Day) -> Rail:
    """Return the rail that is true from one day through another; no day lies at an open bound.

    >>> rail_through(Day(3), Day(4)), rail_through(Day(3), FOREVER), rail_through(Day(3), Day(2))
    ((3, 5), (3,), ())
    """
    if first > last or first >= FOREVER or last <= BEGINNING:
        return ()
    return (first,) if last >= FOREVER else (first, Day(last + 1))


def rail_at(rail: Rail, day: Day) -> bool:
    """Tell whether the rail is true on a day.

    >>> rail_at((Day(3), Day(5)), Day(4)), rail_at((Day(3), Day(5)), Day(5))
    (True, False)
    """
    return bisect_right(rail, day) % 2 == 1


def intervals_from_rail(rail: Rail) -> tuple[Interval, ...]:
    """Return the intervals on which the rail is true.

    >>> intervals_from_rail((Day(3), Day(5), Day(8)))
    (Interval(since=3, until=5), Interval(since=8, until=None))
    """
    ends: tuple[Day | None, ...] = (*rail[1::2], None)
    return tuple(Interval(since, until) for since, until in zip(rail[::2], ends, strict=False))


def is_ordered(rail: Rail) -> bool:
    """Tell whether each flip comes after the one before.

    >>> is_ordered((Day(3), Day(3)))
    False
    """
    return all(earlier < later for earlier, later in pairwise(rail))


def complement(rail: Rail) -> Rail:
    """Return the rail that is true where this one is false.

    >>> complement((BEGINNING, Day(3)))
    (3,)
    """
    return rail[1:] if rail and rail[0] <= BEGINNING else (BEGINNING, *rail)


def all_of(left: Rail, right: Rail) -> Rail:
    """Return the rail that is true where both are.

    >>> all_of((Day(3), Day(5)), (Day(4),))
    (4, 5)
    """
    return _joined(left, right, _BOTH) if left and right else ()


def any_of(left: Rail, right: Rail) -> Rail:
    """Return the rail that is true where one of the two is.

    >>> any_of((Day(3), Day(5)), (Day(5), Day(6)))
    (3, 6)
    """
    return _joined(left, right, _EITHER) if left and right else left or right


def _joined(left: Rail, right: Rail, needed: int) -> Rail:
    """Sweep both rails and flip where the number that hold passes `needed`."""
    flips: list[Day] = []
    level = 0
    for day, change in sorted(_changes(left) + _changes(right)):
        held, level = level >= needed, level + change
        if held == (level >= needed):
            continue
        if flips and flips[-1] == day:  # two flips on one day are none
            flips.pop()
        else:
            flips.append(day)
    return tuple(flips)


def _changes(rail: Rail) -> list[tuple[Day, int]]:
    return [(day, -1 if place % 2 else 1) for place, day in enumerate(rail)]
