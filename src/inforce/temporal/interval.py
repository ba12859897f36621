"""A stretch of days on which one thing holds."""

from __future__ import annotations

from msgspec import Struct

from inforce.temporal.day import Day


class Interval(Struct, frozen=True, gc=False):
    """A half-open interval: `since` is its first day, `until` the first day after it.

    Without `until` it never ends.

    >>> Interval(Day(3), Day(7)).intersect(Interval(Day(5)))
    Interval(since=5, until=7)
    """

    since: Day
    until: Day | None = None

    def __post_init__(self) -> None:
        """Refuse an interval without days."""
        if self.until is not None and self.until <= self.since:
            raise ValueError(f"an interval needs a day: since {self.since}, until {self.until}")

    def contains(self, day: Day) -> bool:
        """Tell whether the day is one of the interval's.

        >>> Interval(Day(3), Day(7)).contains(Day(7))
        False
        """
        return self.since <= day and (self.until is None or day < self.until)

    def overlaps(self, other: Interval) -> bool:
        """Tell whether the two have a day in common.

        >>> Interval(Day(3), Day(7)).overlaps(Interval(Day(7)))
        False
        """
        return self.intersect(other) is not None

    def intersect(self, other: Interval) -> Interval | None:
        """Return the days that both have, or None.

        >>> Interval(Day(3), Day(7)).intersect(Interval(Day(7), Day(9))) is None
        True
        """
        since = max(self.since, other.since)
        ends = [end for end in (self.until, other.until) if end is not None]
        until = min(ends, default=None)
        return Interval(since, until) if until is None or since < until else None
