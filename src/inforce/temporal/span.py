"""A calendar length with units, and how days are counted with it."""

from __future__ import annotations

import re

from msgspec import Struct

from inforce.temporal.day import (
    BEGINNING,
    FOREVER,
    DateError,
    Day,
    civil_from_day,
    day_from_civil,
    days_in_month,
)

_PART = re.compile(r"(\d{1,6}) +([a-z]+)", re.ASCII)
_JOINT = re.compile(r",? +(?:and +)?")


class Span(Struct, frozen=True, gc=False):
    """A length in years, months and days, kept as written: 12 months are not one year.

    Several periods from one base are summed first and counted once, because
    31 January + 1 month + 1 month, counted in turn, would end on 28 March.

    >>> Span(years=5) + Span(months=6) * 2
    Span(years=5, months=12, days=0)
    """

    years: int = 0
    months: int = 0
    days: int = 0

    def __add__(self, other: Span) -> Span:
        return Span(self.years + other.years, self.months + other.months, self.days + other.days)

    def __mul__(self, times: int) -> Span:
        return Span(self.years * times, self.months * times, self.days * times)

    __rmul__ = __mul__


_UNITS = {"year": Span(years=1), "month": Span(months=1), "week": Span(days=7), "day": Span(days=1)}


def span_from_text(text: str) -> Span:
    """Read a span such as `30 years`, `90 days` or `1 year and 6 months`.

    Raises:
        DateError: when the text is not such a span.

    >>> span_from_text("1 year and 6 months"), span_from_text("2 weeks")
    (Span(years=1, months=6, days=0), Span(years=0, months=0, days=14))
    """
    total, offset, named = Span(), 0, set[str]()
    while part := _PART.match(text, offset):
        unit = part[2].removesuffix("s")
        if unit not in _UNITS:
            raise _bad_span(f"there is no unit {part[2]!r}", text, part.start(2))
        if unit in named:
            raise _bad_span(f"the {unit}s are counted twice", text, part.start(1))
        named.add(unit)
        total += _UNITS[unit] * int(part[1])
        if part.end() == len(text):
            return total
        offset = part.end()
        joint = _JOINT.match(text, offset)
        if joint is None:
            break
        offset = joint.end()
    raise _bad_span("here a number and a unit are expected", text, offset)


def _bad_span(message: str, text: str, offset: int) -> DateError:
    hint = "write it as 30 years, 3 months, 2 weeks, 90 days or 1 year and 6 months"
    return DateError(message, text=text, offset=offset, hint=hint)


def text_from_span(span: Span) -> str:
    """Write a span as it would be read back.

    >>> text_from_span(Span(years=1, months=6)), text_from_span(Span())
    ('1 year 6 months', '0 days')
    """
    counted = ((span.years, "year"), (span.months, "month"), (span.days, "day"))
    parts = [f"{n} {unit}" if n == 1 else f"{n} {unit}s" for n, unit in counted if n]
    return " ".join(parts) or "0 days"


def day_after(base: Day, span: Span) -> Day:
    """Count a span from a day: years and months together, then days.

    Years and months keep the day of the month; where the target month lacks it, its last
    day is meant. The base itself is not counted: the thirtieth day following D is D + 30.
    An open bound stays where it is.

    >>> from inforce.temporal.day import day_from_iso, iso_from_day
    >>> iso_from_day(day_after(day_from_iso("2023-01-31"), Span(months=1)))
    '2023-02-28'
    """
    if not BEGINNING < base < FOREVER:
        return base
    if span.years or span.months:
        year, month, day = _landing(base, span)
        base = day_from_civil(year, month, min(day, days_in_month(year, month)))
    return Day(min(max(base + span.days, BEGINNING), FOREVER))


def day_before(base: Day, span: Span) -> Day:
    """Count a span back from a day, by the same convention as `day_after`.

    >>> from inforce.temporal.day import day_from_iso, iso_from_day
    >>> iso_from_day(day_before(day_from_iso("1980-04-11"), Span(years=1)))
    '1979-04-11'
    """
    return day_after(base, span * -1)


def is_clamped(base: Day, span: Span) -> bool:
    """Tell whether counting ended on the last day of a month that lacks the base's day.

    An explanation names the convention when this holds. Ask it with `span * -1` for `day_before`.

    >>> from inforce.temporal.day import day_from_iso
    >>> is_clamped(day_from_iso("2020-02-29"), Span(years=1))
    True
    """
    if not BEGINNING < base < FOREVER:
        return False
    year, month, day = _landing(base, span)
    return day > days_in_month(year, month)


def first_of_month_after(day: Day) -> Day:
    """Return the first day of a month that comes strictly after a day.

    >>> from inforce.temporal.day import day_from_iso, iso_from_day
    >>> iso_from_day(first_of_month_after(day_from_iso("1969-12-01")))
    '1970-01-01'
    """
    if not BEGINNING < day < FOREVER:
        return day
    year, month, _ = _landing(day, Span(months=1))
    return day_from_civil(year, month, 1)


def _landing(base: Day, span: Span) -> tuple[int, int, int]:
    """Return the target year and month, and the base's day of the month."""
    year, month, day = civil_from_day(base)
    years, month_index = divmod(month - 1 + span.months, 12)
    return year + span.years + years, month_index + 1, day
