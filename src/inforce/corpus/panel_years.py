"""The years of a panel: those that are asked, those with days in the rows, and those that the source covers."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from inforce.corpus.panel_asked import PanelError
from inforce.corpus.panel_work import Work

_DATED = """
SELECT unnest([since, until]) AS day FROM intervals AS i JOIN selectors AS s ON i.treaty GLOB s.treaty
AND CASE WHEN s.clause = '' THEN i.clause = '' ELSE i.clause GLOB s.clause END
WHERE list_has_any(s.live, i.possible)
"""


class Years(Struct, frozen=True):
    """The first and the last year of a panel; ``covered`` are the first and the last period that has values."""

    first: int
    last: int
    covered: tuple[int, int]


def years_of(work: Work) -> Years:
    """Find the years of a panel, from the first that has a day through the last that is covered if none are asked.

    Raises:
        PanelError: if no years are asked and none can be found.
    """
    last = work.asked.last
    if last is None:
        last = _last_covered(work, work.basis.last) if work.basis.last else _dated(work, "max")
    first = work.asked.first if work.asked.first is not None else min(_dated(work, "min"), last)
    if last < first:
        raise PanelError(f"Nothing is covered from {first} through {last}.")
    return Years(first, last, _covered(work, first, last))


def _dated(work: Work, which: str) -> int:
    ((year,),) = work.run(f"SELECT {which}(year(day)) FROM ({_DATED})")
    if year is None:
        raise PanelError(
            "Nothing that is asked for ever counts, so there are no years. Name the first and the last."
        )
    return int(year)


def _covered(work: Work, first: int, last: int) -> tuple[int, int]:
    low, high = work.period(date(first, 1, 1)), work.period(date(last, 12, 31))
    begins, ends = work.basis.first, work.basis.last
    if begins is not None:
        low = max(low, work.period(begins) if work.asked.by_day else _first_covered(work, begins))
    if ends is not None:
        high = min(high, work.period(ends) if work.asked.by_day else _last_covered(work, ends))
    return low, high


def _last_covered(work: Work, day: date) -> int:
    """Return the last year of which a source that ends on a day has all that decides: the year, or its 1 January."""
    decides_early = work.asked.boundary == "first" and not work.asked.by_day
    return day.year if decides_early or (day.month, day.day) == (12, 31) else day.year - 1


def _first_covered(work: Work, day: date) -> int:
    decides_late = work.asked.boundary == "last" and not work.asked.by_day
    return day.year if decides_late or (day.month, day.day) == (1, 1) else day.year + 1
