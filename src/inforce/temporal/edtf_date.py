"""One date in EDTF: its digits, its precision and its marks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import product

from inforce.temporal.candidates import Candidates, Range, candidates_from_ranges
from inforce.temporal.day import DateError, Day, day_from_civil, days_in_month
from inforce.temporal.edtf_mistakes import day_mistake, explain_mistake, month_mistake
from inforce.temporal.uncertain import UncertainDay

_DATE = re.compile(
    r"(?!-0000)(?P<year>-?(?:\d{4}|\d{3}X|\d{2}XX|\dXXX)|[+-]\d{5,9}|Y-?\d{5,9}\Z)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?",
    re.ASCII,
)
_ANY = (None, "XX")  # what a month or a day may be written as when it is not known
_ALL_MONTHS = range(1, 13)
_DAY_LENGTH, _MONTH_LENGTH, _YEAR_LENGTH = len("YYYY-MM-DD"), len("YYYY-MM"), len("YYYY")


def uncertain_day_from_date(text: str) -> UncertainDay:
    """Read one EDTF date: a day, month, year, decade, with `X` digits and a mark at the end.

    Raises:
        DateError: when the text is not such a date or the calendar lacks it.

    >>> uncertain_day_from_date("1945-08-24~")
    UncertainDay(candidates=((710266, 710268),), doubtful=False)
    """
    mark = text[-1:]
    if mark in ("?", "~", "%"):
        wide = mark != "?"
        body = text[:-1]
        try:
            return UncertainDay(_plain(body, wide) or _patterned(body, wide), mark != "~")
        except DateError as error:
            raise error.within(text, 0) from None
    return UncertainDay(_plain(text, False) or _patterned(text, False))


def _plain(text: str, wide: bool) -> Candidates | None:
    """Read the three common forms fast; leave every other form and every mistake to `_patterned`."""
    length = len(text)
    try:
        if length == _DAY_LENGTH and text[7] == "-":
            day = datetime.date.fromisoformat(text).toordinal()
            return ((Day(day - wide), Day(day + wide)),)
        if not (text.isascii() and text[:4].isdigit()):
            return None
        if length == _MONTH_LENGTH and text[4] == "-" and text[5:].isdigit():
            month = int(text[5:])
            return (_month_range(int(text[:4]), month, wide),) if 1 <= month <= 12 else None
        if length == _YEAR_LENGTH:
            year = int(text)
            return (_year_range(year - wide, year + wide),)
    except ValueError:
        pass
    return None


def _year_range(first: int, last: int) -> Range:
    return _before_year(first, 1), _before_year(last + 1, 0)


def _before_year(year: int, offset: int) -> Day:
    """Return the day `offset` days after the last one before a year."""
    past = year - 1
    return Day(past * 365 + past // 4 - past // 100 + past // 400 + offset)


def _month_range(year: int, month: int, wide: bool) -> Range:
    """Return the days of a month, or of it and its two neighbours."""
    first = day_from_civil(year, month, 1)
    last = first + days_in_month(year, month) - 1
    if wide:  # only February asks for the year, and both its neighbours are in the same one
        return Day(first - days_in_month(year, month - 1 or 12)), Day(
            last + days_in_month(year, month % 12 + 1)
        )
    return first, Day(last)


def _patterned(text: str, wide: bool) -> Candidates:
    """Read any date by its pattern; `X` stands for every digit that fits."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise explain_mistake(text)
    years, unit = _years(match["year"])
    if match["month"] in _ANY and match["day"] in _ANY:
        return (_year_range(years[0] - unit * wide, years[-1] + unit * wide),)
    pairs = product(years, _months(match))
    if match["day"] in _ANY:
        return candidates_from_ranges(_month_range(year, month, wide) for year, month in pairs)
    found = candidates_from_ranges(_day_ranges(pairs, int(match["day"]), wide))
    if not found:
        raise day_mistake(text, match.start("day"))
    return found


def _years(text: str) -> tuple[range, int]:
    """Return the years that a year with `X` digits may be, and how many one unit of it has."""
    digits = text.lstrip("Y+-")
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    unit = 10 ** digits.count("X")
    if "-" in text:  # there is no year -0000
        return range(-high, min(1 - low, 0)), unit
    return range(low, high + 1), unit


def _months(match: re.Match[str]) -> range:
    if match["month"] == "XX":
        return _ALL_MONTHS
    month = int(match["month"])
    if month not in _ALL_MONTHS:
        raise month_mistake(match.string, match.start("month"))
    return range(month, month + 1)


def _day_ranges(months: Iterable[tuple[int, int]], day: int, wide: bool) -> Iterator[Range]:
    """Yield the given day of each month that has it, or that day and its two neighbours."""
    for year, month in months:
        if 1 <= day <= days_in_month(year, month):
            middle = day_from_civil(year, month, day)
            yield Day(middle - wide), Day(middle + wide)
