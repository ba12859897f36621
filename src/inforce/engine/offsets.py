"""Where an offset leads from a base day."""

from inforce.model import Offset
from inforce.temporal import (
    BEGINNING,
    FOREVER,
    Day,
    Span,
    civil_from_day,
    day_after,
    day_before,
    day_from_civil,
    first_of_month_after,
)

_NO_SPAN = Span()


def day_by_offset(base: Day, offset: Offset) -> Day:
    """Return the day to which an offset leads.

    Forward first, then back, then to the first of the following month or to the yearly day, then single days.

    >>> from inforce.temporal import day_from_iso, iso_from_day
    >>> thirty_years = Offset(after=Span(years=30), before=Span(years=1))
    >>> iso_from_day(day_by_offset(day_from_iso("1945-08-24"), thirty_years))
    '1974-08-24'
    """
    if offset.on is not None:
        return offset.on
    if not BEGINNING < base < FOREVER:
        return base
    day = base if offset.after == _NO_SPAN else day_after(base, offset.after)
    if offset.before != _NO_SPAN:
        day = day_before(day, offset.before)
    if offset.following_month:
        day = first_of_month_after(day)
    if offset.annual is not None:
        day = _next_annual(day, *offset.annual)
    return Day(day + offset.days)


def _next_annual(day: Day, month: int, month_day: int) -> Day:
    year = civil_from_day(day)[0]
    this_year = day_from_civil(year, month, month_day)
    return this_year if this_year >= day else day_from_civil(year + 1, month, month_day)
