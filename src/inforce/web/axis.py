"""The years that a page shows: those in which most changes, or all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from inforce.temporal import BEGINNING, FOREVER, Day, civil_from_day, day_from_civil
from inforce.web.rows import Row

_TICKS = 9
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_BEFORE, _AFTER, _MARGIN = 200, 730, 20
_TAIL = 0.06
"""The part of the changes at either end that a page leaves out unless all time is asked for."""


class Tick(Struct, frozen=True):
    """A year on the axis, at a place between 0 and 100."""

    place: float
    label: str


class Axis(Struct, frozen=True):
    """The days from ``first`` through ``last``, as places between 0 and 100."""

    first: Day
    last: Day

    def place(self, day: Day) -> float:
        """Return where a day begins; days beyond the axis lie at its ends.

        >>> Axis(Day(0), Day(200)).place(Day(50))
        25.0
        """
        within = min(max(day, self.first), self.last)
        return round(100 * (within - self.first) / (self.last - self.first), 3)

    @property
    def ticks(self) -> Sequence[Tick]:
        """The round years of the axis, not so many that their labels would touch."""
        first, last = civil_from_day(self.first)[0], civil_from_day(self.last)[0]
        step = next((each for each in _STEPS if (last - first) / each <= _TICKS), _STEPS[-1])
        years = range(-(-(first + 1) // step) * step, last + 1, step)
        return [Tick(self.place(day_from_civil(year, 1, 1)), str(year)) for year in years]


def axis_from_rows(rows: Iterable[Row], *, whole: bool = False) -> Axis:
    """Return the axis of some rows: from their first change to their last, far ones left out unless all is asked."""
    days = sorted(each.since for row in rows for each in row.stretches if BEGINNING < each.since < FOREVER)
    if not days:
        return Axis(day_from_civil(1900, 1, 1), day_from_civil(2030, 1, 1))
    left = 0 if whole else int(len(days) * _TAIL)
    first, last = (days[0], days[-1]) if whole else (days[left // 3], days[-1 - left])
    margin = (last - first) // _MARGIN
    return Axis(Day(first - max(margin, _BEFORE)), Day(last + max(margin, _AFTER)))
