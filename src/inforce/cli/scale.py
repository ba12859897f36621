"""The scale of a drawing: which days each cell stands for, and the years written under them."""

from msgspec import Struct

from inforce.temporal import Day, civil_from_day, day_from_civil

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
"""The months that may lie between two marks of a scale."""

_YEAR = 12
_LEAST = 12  # cells between two marks
_SHORTEST = 60  # days that are drawn at the least


class Scale(Struct, frozen=True):
    """Spread the days from `first` to `last` (excluded) over some cells."""

    first: Day
    last: Day
    width: int

    def days_of(self, at: int) -> tuple[Day, Day]:
        """Return the first day of a cell and the first day of the next.

        >>> Scale(Day(0), Day(100), 10).days_of(3)
        (30, 40)
        """
        days = self.last - self.first
        return Day(self.first + days * at // self.width), Day(self.first + days * (at + 1) // self.width)

    def cell_of(self, day: Day) -> int:
        """Return the cell in which a day lies.

        >>> Scale(Day(0), Day(100), 10).cell_of(Day(39))
        3
        """
        at = (day - self.first) * self.width // (self.last - self.first)
        return at + 1 if self.days_of(at)[1] <= day else at

    def lines(self) -> tuple[str, str]:
        """Return the marks of the scale and the years, or the months, that they stand for."""
        marks, labels = ["─"] * self.width, [" "] * self.width
        for day, label in _ticks(self):
            at = self.cell_of(day)
            marks[at] = "┬"
            if at + len(label) <= self.width:
                labels[at : at + len(label)] = label
        return "".join(marks), "".join(labels).rstrip()


def scale_from_days(first: Day, last: Day, width: int) -> Scale:
    """Return a scale that shows two days with some time before and after them."""
    margin = max((last - first) // 8, _SHORTEST // 2, width // 2)
    return Scale(Day(first - margin), Day(last + margin), width)


def _ticks(scale: Scale) -> list[tuple[Day, str]]:
    """Return the round days of a scale, not so many that their labels would touch."""
    most = max(scale.width // _LEAST, 1)
    months = (scale.last - scale.first) * _YEAR // 365 + 1
    step = next((each for each in _STEPS if months // each <= most), _STEPS[-1])
    year, month, _ = civil_from_day(scale.first)
    number = -(-(year * _YEAR + month) // step) * step
    ticks = []
    while (day := day_from_civil(number // _YEAR, number % _YEAR + 1, 1)) < scale.last:
        label = f"{number // _YEAR}" if step >= _YEAR else f"{number // _YEAR}-{number % _YEAR + 1:02}"
        ticks.append((day, label))
        number += step
    return ticks
