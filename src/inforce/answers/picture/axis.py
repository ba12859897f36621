"""The axis of years, or of months where the time is short."""

from collections.abc import Iterator

from msgspec import Struct

from inforce.temporal import Day, civil_from_day, day_from_civil

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
"""The months that may lie between two ticks."""

_YEAR = 12
_APART = 72
"""The least room between two ticks."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Tick(Struct, frozen=True):
    """A day on the axis, with its label."""

    x: float
    label: str


class Axis(Struct, frozen=True):
    """Spread the days from ``first`` to ``last`` over a width that begins at ``left``."""

    first: Day
    last: Day
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where the axis ends."""
        return self.left + self.width

    def x_of(self, day: Day) -> float:
        """Return where a day begins; days beyond the axis lie at its ends.

        >>> Axis(Day(0), Day(100), 10, 50).x_of(Day(50))
        35.0
        """
        within = min(max(day, self.first), self.last)
        return self.left + self.width * (within - self.first) / (self.last - self.first)

    def ticks(self) -> Iterator[Tick]:
        """Yield the round days of the axis, not so many that their labels would touch."""
        months = (self.last - self.first) * _YEAR / 365.25
        most = self.width / _APART
        step = next((each for each in _STEPS if months / each <= most), _STEPS[-1])
        year, month, _ = civil_from_day(self.first)
        number = -(-(year * _YEAR + month) // step) * step
        while (day := day_from_civil(number // _YEAR, number % _YEAR + 1, 1)) < self.last:
            yield Tick(self.x_of(day), _label(number, step))
            number += step


def _label(number: int, step: int) -> str:
    year, month = divmod(number, _YEAR)
    return str(year) if step >= _YEAR else f"{_MONTHS[month]} {year}"
