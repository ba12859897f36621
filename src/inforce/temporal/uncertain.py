"""What the record says of a time: the day of an act, or how long a state lasted."""

from __future__ import annotations

from msgspec import Struct

from inforce.temporal.candidates import Candidates, count
from inforce.temporal.day import Day


class UncertainDay(Struct, frozen=True, gc=False):
    """One day, known only to be among the candidates; there is always at least one.

    `doubtful` stands for `?`: the candidates stay, but nothing about them is certain.

    >>> august = UncertainDay(((Day(710244), Day(710274)),))
    >>> august.first, august.last, august.count(), august.is_exact
    (710244, 710274, 31, False)
    """

    candidates: Candidates
    doubtful: bool = False

    @property
    def first(self) -> Day:
        """The first day on which it may have been."""
        return self.candidates[0][0]

    @property
    def last(self) -> Day:
        """The last day on which it may have been."""
        return self.candidates[-1][1]

    @property
    def is_exact(self) -> bool:
        """Whether one single day is meant, without doubt."""
        return not self.doubtful and self.candidates[0][0] == self.candidates[-1][1]

    def count(self) -> int:
        """Count the candidate days; an open end counts up to the bound that stands for it.

        >>> UncertainDay(((Day(1), Day(5)), (Day(8), Day(8)))).count()
        6
        """
        return count(self.candidates)


class Stretch(Struct, frozen=True, gc=False):
    """A state that begins on a day within `start` and whose last day lies within `stop`.

    An open end (`a/..`) is known to have none; an unknown end (`a/`) is some day not before
    the start. The two must not be confused, nor the two kinds of beginning (ISO 8601-2, 4.4).

    >>> from inforce.temporal.day import FOREVER
    >>> day = UncertainDay(((Day(710267), Day(710267)),))
    >>> Stretch(day, UncertainDay(((FOREVER, FOREVER),)), open_end=True).open_start
    False
    """

    start: UncertainDay
    stop: UncertainDay
    open_end: bool = False
    unknown_end: bool = False
    open_start: bool = False
    unknown_start: bool = False
