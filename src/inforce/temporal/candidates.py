"""Sets of days: those on which something may have happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from inforce.temporal.day import Day

Range = tuple[Day, Day]
"""All days from the first to the last, both included."""

Candidates = tuple[Range, ...]
"""Ranges of days in order; none overlaps or touches the next."""


def candidates_from_ranges(ranges: Iterable[Range]) -> Candidates:
    """Order ranges and join those that overlap or touch.

    >>> candidates_from_ranges([(Day(8), Day(9)), (Day(1), Day(3)), (Day(4), Day(5))])
    ((1, 5), (8, 9))
    """
    joined: list[Range] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)


def union(left: Candidates, right: Candidates) -> Candidates:
    """Return the days that are in either set.

    >>> union(((Day(1), Day(3)),), ((Day(3), Day(5)),))
    ((1, 5),)
    """
    return candidates_from_ranges(left + right)


def intersect(left: Candidates, right: Candidates) -> Candidates:
    """Return the days that are in both sets.

    >>> intersect(((Day(1), Day(3)),), ((Day(3), Day(5)),))
    ((3, 3),)
    """
    shared: list[Range] = []
    i = j = 0
    while i < len(left) and j < len(right):
        first = max(left[i][0], right[j][0])
        last = min(left[i][1], right[j][1])
        if first <= last:
            shared.append((first, last))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return tuple(shared)


def subtract(left: Candidates, right: Candidates) -> Candidates:
    """Return the days of the left set that are not in the right one.

    >>> subtract(((Day(1), Day(5)),), ((Day(2), Day(3)),))
    ((1, 1), (4, 5))
    """
    kept: list[Range] = []
    j = 0
    for first, last in left:
        rest = first
        while j < len(right) and right[j][0] <= last:
            if rest < right[j][0]:
                kept.append((rest, Day(right[j][0] - 1)))
            rest = max(rest, Day(right[j][1] + 1))
            if right[j][1] > last:  # it may cut the next range too
                break
            j += 1
        if rest <= last:
            kept.append((rest, last))
    return tuple(kept)


def contains(candidates: Candidates, day: Day) -> bool:
    """Tell whether a day is one of the candidates.

    >>> contains(((Day(1), Day(5)),), Day(5))
    True
    """
    return any(first <= day <= last for first, last in candidates)


def count(candidates: Candidates) -> int:
    """Count the candidate days; an open end counts up to `FOREVER`.

    >>> count(((Day(1), Day(5)), (Day(8), Day(8))))
    6
    """
    return sum(last - first + 1 for first, last in candidates)


def iter_days(candidates: Candidates, limit: int) -> Iterator[Day]:
    """Yield the candidate days in order, at most `limit` of them.

    Compare `count` with the limit first, where leaving days out would make an answer unsound.

    >>> list(iter_days(((Day(1), Day(5)), (Day(8), Day(8))), limit=9))
    [1, 2, 3, 4, 5, 8]
    """
    days = (Day(day) for first, last in candidates for day in range(first, last + 1))
    return islice(days, limit)
