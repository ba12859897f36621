"""A day of the proleptic Gregorian calendar, the smallest unit of time here."""

from __future__ import annotations

import datetime
import re
from typing import NewType

Day = NewType("Day", int)
"""Ordinal of a day: 0001-01-01 is 1 and 0000-12-31, in 1 BCE, is 0."""

BEGINNING = Day(-(2**40))
"""Stands before every day; what has an open start starts here."""

FOREVER = Day(2**40)
"""Stands after every day; what has an open end ends here."""

_YEARS_IN_CYCLE = 400
_DAYS_IN_CYCLE = 146_097  # the Gregorian calendar repeats after 400 years
_ISO = re.compile(r"(-?\d{4}|[+-]\d{5,9})-(\d\d)-(\d\d)", re.ASCII)
_PLAIN_LENGTH = len("YYYY-MM-DD")


class DateError(ValueError):
    """Say what is wrong with the text of a date or a span, where, and the likely fix.

    `offset` counts characters of `text` from 0, so that a caret can be set under it.

    >>> DateError("1972-06 has 30 days", text="1972-06-31", offset=8, hint="write 1972-06-30")
    DateError("1972-06 has 30 days, in '1972-06-31' at column 9: write 1972-06-30")
    """

    def __init__(self, message: str, *, text: str, offset: int = 0, hint: str = "") -> None:
        where = f"{message}, in {text!r} at column {offset + 1}"
        super().__init__(f"{where}: {hint}" if hint else where)
        self.message = message
        self.text = text
        self.offset = offset
        self.hint = hint

    def within(self, text: str, shift: int) -> DateError:
        """Restate the error for the longer text in which this one starts at `shift`.

        >>> DateError("there is no month 13", text="1972-13", offset=5).within("1970/1972-13", 5).offset
        10
        """
        return DateError(self.message, text=text, offset=self.offset + shift, hint=self.hint)


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month; the year matters for February only.

    >>> days_in_month(1900, 2), days_in_month(2000, 2)
    (28, 29)
    """
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_from_civil(year: int, month: int, day: int) -> Day:
    """Return the day with this year, month and day of the month.

    Years are counted as astronomers and ISO 8601 count them: 0 is 1 BCE, -43 is 44 BCE.

    Raises:
        DateError: when the calendar has no such day.

    >>> day_from_civil(1, 1, 1), day_from_civil(0, 12, 31), day_from_civil(1945, 8, 24)
    (1, 0, 710267)
    """
    cycle = (year - 1) // _YEARS_IN_CYCLE
    try:
        inside = datetime.date(year - cycle * _YEARS_IN_CYCLE, month, day)
    except ValueError:
        raise impossible_day(year, month, day) from None
    return Day(inside.toordinal() + cycle * _DAYS_IN_CYCLE)


def civil_from_day(day: Day) -> tuple[int, int, int]:
    """Return the year, the month and the day of the month.

    >>> civil_from_day(Day(710267)), civil_from_day(Day(0))
    ((1945, 8, 24), (0, 12, 31))
    """
    cycle = (day - 1) // _DAYS_IN_CYCLE
    inside = datetime.date.fromordinal(day - cycle * _DAYS_IN_CYCLE)
    return inside.year + cycle * _YEARS_IN_CYCLE, inside.month, inside.day


def day_from_iso(text: str) -> Day:
    """Read a plain `YYYY-MM-DD`, with a sign before years that need one.

    ISO 8601 writes years of more than four digits with a sign and has no year -0000.

    Raises:
        DateError: when the text is not such a date or the calendar has no such day.

    >>> day_from_iso("1945-08-24"), day_from_iso("-0043-03-15")
    (710267, -15997)
    """
    if len(text) == _PLAIN_LENGTH and text[7] == "-":
        try:
            return Day(datetime.date.fromisoformat(text).toordinal())
        except ValueError:
            pass
    match = _ISO.fullmatch(text)
    if match is None or match[1] == "-0000":
        raise DateError("this is not a day", text=text, hint="write it as 1945-08-24")
    try:
        return day_from_civil(int(match[1]), int(match[2]), int(match[3]))
    except DateError as error:
        raise error.within(text, 0) from None


def iso_from_day(day: Day) -> str:
    """Write a day as ISO 8601 does; the two open bounds become `..`.

    >>> iso_from_day(Day(710267)), iso_from_day(Day(-15997)), iso_from_day(FOREVER)
    ('1945-08-24', '-0043-03-15', '..')
    """
    if 1 <= day <= datetime.date.max.toordinal():
        return datetime.date.fromordinal(day).isoformat()
    if not BEGINNING < day < FOREVER:
        return ".."
    year, month, day_of_month = civil_from_day(day)
    return f"{text_from_year(year)}-{month:02}-{day_of_month:02}"


def text_from_year(year: int) -> str:
    """Write a year in four digits, or with a sign in more.

    >>> text_from_year(1945), text_from_year(-43), text_from_year(10000)
    ('1945', '-0043', '+10000')
    """
    if abs(year) > 9999:
        return f"{year:+d}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def impossible_day(year: int, month: int, day: int) -> DateError:
    """Explain why the calendar has no such day, and name the nearest that it has.

    >>> impossible_day(1900, 2, 29).hint
    'write 1900-02-28, or 1900-02 for some day of the month'
    """
    year_text = text_from_year(year)
    text = f"{year_text}-{month:02}-{day:02}"
    if not 1 <= month <= 12:
        hint = "write a month from 01 to 12"
        return DateError(f"there is no month {month}", text=text, offset=len(year_text) + 1, hint=hint)
    start = f"{year_text}-{month:02}"
    length = days_in_month(year, month)
    nearest = f"{start}-{min(max(day, 1), length):02}"
    hint = f"write {nearest}, or {start} for some day of the month"
    return DateError(f"{start} has {length} days", text=text, offset=len(start) + 1, hint=hint)
