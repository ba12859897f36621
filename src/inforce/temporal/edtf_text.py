"""Write times in EDTF, as short as they can be said."""

from __future__ import annotations

from inforce.temporal.candidates import Candidates, Range
from inforce.temporal.day import BEGINNING, FOREVER, Day, iso_from_day
from inforce.temporal.edtf_date import uncertain_day_from_date
from inforce.temporal.uncertain import Stretch, UncertainDay

_OPEN = ".."
_DAY, _MONTH, _YEAR = 0, len("-DD"), len("-MM-DD")  # what each precision leaves off an ISO date
_MONTHS_IN_YEAR = 12


def edtf_from_day(day: Day) -> str:
    """Write a day; an open bound becomes `..`.

    >>> edtf_from_day(Day(710267)), edtf_from_day(FOREVER)
    ('1945-08-24', '..')
    """
    return iso_from_day(day)


def edtf_from_uncertain(day: UncertainDay) -> str:
    """Write an uncertain day so that reading it gives it back.

    A whole month, year, decade, century or millennium has a short form of its own.

    >>> edtf_from_uncertain(UncertainDay(((Day(710244), Day(710274)),), doubtful=True))
    '1945-08?'
    """
    mark = "?" if day.doubtful else ""
    several = len(day.candidates) > 1
    short = _day_of_every_month(day.candidates) if several else _short(*day.candidates[0])
    if short:
        return short + mark
    members = ",".join(_member(pair, mark) for pair in day.candidates)
    return f"[{members}]{mark}" if members == _OPEN else f"[{members}]"


def edtf_from_stretch(stretch: Stretch) -> str:
    """Write how long a state lasted so that reading it gives it back.

    >>> from inforce.temporal.edtf import stretch_from_edtf
    >>> edtf_from_stretch(stretch_from_edtf("1950-02-14/"))
    '1950-02-14/'
    """
    start = _end(stretch.start, stretch.open_start, stretch.unknown_start)
    stop = _end(stretch.stop, stretch.open_end, stretch.unknown_end)
    return start if start == stop and start != _OPEN else f"{start}/{stop}"


def _end(day: UncertainDay, is_open: bool, is_unknown: bool) -> str:
    if is_open or is_unknown:
        return _OPEN if is_open else ""
    return edtf_from_uncertain(day)


def _short(first: Day, last: Day) -> str | None:
    """Return the short form of a day, month, year, decade, century or millennium."""
    start, stop = _ends(first, last)
    if start == stop:
        return start
    for unknown in (1, 2, 3):
        low, high = ("0", "9") if start <= stop else ("9", "0")  # years before 0000 count backwards
        digits = (start[-unknown:], stop[-unknown:])
        if start[:-unknown] == stop[:-unknown] and digits == (low * unknown, high * unknown):
            return start[:-unknown] + "X" * unknown if _is_plain_year(start) else None
    return None


def _is_plain_year(text: str) -> bool:
    return len(text.removeprefix("-")) == len("YYYY")


def _day_of_every_month(candidates: Candidates) -> str | None:
    """Return `1964-XX-16` for the 16th of every month, where the candidates are just that."""
    if len(candidates) > _MONTHS_IN_YEAR or candidates[0][0] <= BEGINNING:
        return None
    first = iso_from_day(candidates[0][0])
    text = f"{first[:-_YEAR]}-XX{first[-_MONTH:]}"
    return text if uncertain_day_from_date(text).candidates == candidates else None


def _member(pair: Range, mark: str) -> str:
    """Write one member of a one-of set, with the mark on each of its dates."""
    start, stop = _ends(*pair)
    if start and start == stop:
        return start + mark
    return f"{start and start + mark}{_OPEN}{stop and stop + mark}"


def _ends(first: Day, last: Day) -> tuple[str, str]:
    """Write both ends of a range, as years or months where it consists of them; an open end is empty."""
    start = iso_from_day(first) if first > BEGINNING else ""
    stop = iso_from_day(last) if last < FOREVER else ""
    cut = _DAY
    if (not start or start.endswith("-01")) and (not stop or iso_from_day(Day(last + 1)).endswith("-01")):
        whole_years = (not start or start.endswith("-01-01")) and (not stop or stop.endswith("-12-31"))
        cut = _YEAR if whole_years else _MONTH
    return _cut(start, cut), _cut(stop, cut)


def _cut(iso: str, cut: int) -> str:
    """Leave the end off an ISO date; a long year that stands alone takes `Y` for its sign."""
    text = iso[: len(iso) - cut]
    if cut != _YEAR or not text or _is_plain_year(text):
        return text
    return "Y" + text.removeprefix("+")
