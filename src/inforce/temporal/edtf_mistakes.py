"""What people write instead of a date in EDTF, and what they most likely meant."""

from __future__ import annotations

import re
from typing import Final

from inforce.temporal.day import DateError, impossible_day

_SEASONS: Final = {
    21: ("spring", "03", "05"),
    22: ("summer", "06", "08"),
    23: ("autumn", "09", "11"),
    24: ("winter", "12", "02"),
}

# Each row: what was written, what is wrong with it, what to write. `\1` is the pattern's first group.
# The patterns are compiled when a mistake is made, so that a start costs nothing.
_MISTAKES: Final = (
    (r"", "there is no date here", "write .. for an open end, or leave the claim undated"),
    (r"\.\.|/", "this leaves every day open", "write [..] for any day, ../.. for all time"),
    (r"(\d{4})(\d\d)(\d\d)", "the parts of a date need hyphens", r"write \1-\2-\3"),
    (r"(\d{4})[./](\d\d)[./](\d\d)", "the parts of a date need hyphens", r"write \1-\2-\3"),
    (r"([2-9]\d|1[3-9])[./-](\d\d)[./-](\d{4})", "the year comes first", r"write \3-\2-\1"),
    (r"(\d\d)[./-]([2-9]\d|1[3-9])[./-](\d{4})", "the year comes first", r"write \3-\1-\2"),
    (r"(\d\d)[./-](\d\d)[./-](\d{4})", "the year comes first", r"write \3-\2-\1 or \3-\1-\2"),
    (r"([^/]*)/([^/]*)/.*", "a pair has one slash", r"write \1/\2"),
    (r"(-?\d{4})-(\d)(-\d\d)?", "a month has two digits", r"write \1-0\2\3"),
    (r"(-?\d{4}-\d\d)-(\d)", "a day has two digits", r"write \1-0\2"),
    (r"-0000.*", "there is no year -0000", "write 0000 for 1 BCE and -0001 for 2 BCE"),
    (r"-?\d{1,3}(-.*)?", "a year has four digits", "write all of them, as in 0476 or 1946"),
    (r"(\d{5,}.*)", "a year of more than four digits needs a sign", r"write +\1"),
    (r"[-ux]+", "an unknown year is no date", "write / or .. for what is not known"),
    (r"[\dx-]*[ux][\dux-]*", "an X stands for the last digits", "write 194X, 1945-XX or 1945-08-XX"),
    (r"\d+ *b\.?c\.?(?:e\.?)?", "1 BCE is the year 0000", "write 44 BCE as -0043"),
    (r"(?:ca?\.?|circa) *(\d.*)", "an approximate date is marked at its end", r"write \1~"),
    (r"([?~%])(.*)", "a mark stands at the end of the date", r"write \2\1"),
    (r"([^?~%]*)[?~%]+", "a date takes one mark", r"write \1% for both"),
    (r"([^?~%]*)([?~%])-.*", "a mark stands at the end and counts for the whole date", r"write \1\2"),
    (r"([\d-]*)t\d.*", "a day is the smallest unit", r"write \1 and put the hour in a note"),
    (r"\{(.*)\}", "an act happens on one day", r"write [\1] for one of these, or one line for each"),
    (r"open|present|now|ongoing", "an open end has a sign of its own", "write .."),
    (r"unknown|none|null|nil|n/?a", "an unknown end is written as nothing", "write 1945/ for it"),
    (r"([^\s,]*,[^\s]*)", "one of several dates is written in brackets", r"write [\1]"),
    (r".*[–—−].*", "this is a dash, not a hyphen", "write it with - as in 1945-08-24"),
    (r".*\s.*", "a date has no spaces and no names of months", "write it as 1945-08-24"),
)
_FLAGS: Final = re.IGNORECASE | re.ASCII | re.DOTALL

_FORMS: Final = "write it as 1945-08-24, 1945-08, 1945 or 194X"
_BEGINNING: Final = re.compile(r"[+-]?\d{0,4}(?:(?<=\d{4})-(?:\d{0,2}(?:(?<=\d\d)-\d{0,2})?)?)?", re.ASCII)


def explain_mistake(text: str) -> DateError:
    """Say what is wrong with a text that is no EDTF date, and what was probably meant.

    >>> explain_mistake("24.08.1945").hint
    'write 1945-08-24'
    """
    for pattern, message, hint in _MISTAKES:
        if match := re.fullmatch(pattern, text, _FLAGS):
            return DateError(message, text=text, offset=_offset(text), hint=match.expand(hint))
    return DateError("this is not a date", text=text, offset=_offset(text), hint=_FORMS)


def _offset(text: str) -> int:
    """Return how far the text reads like a date."""
    read = _BEGINNING.match(text)
    return min(read.end() if read else 0, max(len(text) - 1, 0))


def month_mistake(text: str, offset: int) -> DateError:
    """Say that a year has no such month; the text is well formed and `offset` is the month's.

    >>> month_mistake("1945-21", 5).hint
    'write [1945-03..1945-05]'
    """
    year, number = text[: offset - 1], int(text[offset : offset + 2])
    if number in _SEASONS and year.isdigit():
        name, first, last = _SEASONS[number]
        end = f"{int(year) + (last < first):04}-{last}"
        message = f"a season such as {name} ({number}) begins on different days in different places"
        return DateError(message, text=text, offset=offset, hint=f"write [{year}-{first}..{end}]")
    if number == 0:
        hint = f"write {year} for some day of the year"
        return DateError("there is no month 00", text=text, offset=offset, hint=hint)
    hint = "write a month from 01 to 12"
    return DateError(f"there is no month {number:02}", text=text, offset=offset, hint=hint)


def day_mistake(text: str, offset: int) -> DateError:
    """Say that a month has no such day; the text is well formed and `offset` is the day's.

    >>> day_mistake("1972-06-31", 8).hint
    'write 1972-06-30, or 1972-06 for some day of the month'
    """
    month, number = text[: offset - 1], int(text[offset : offset + 2])
    if "X" not in month:
        return impossible_day(int(month[:-3]), int(month[-2:]), number).within(text, 0)
    hint = f"write {month} for some day of it"
    return DateError(f"no month of {month} has a day {number:02}", text=text, offset=offset, hint=hint)
