"""Days and stretches of days in words, as an article writes them."""

from inforce.temporal import (
    BEGINNING,
    FOREVER,
    Day,
    Stretch,
    UncertainDay,
    civil_from_day,
    day_from_civil,
    edtf_from_uncertain,
    iso_from_day,
)

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1, 9999


def words_from_day(day: Day) -> str:
    """Return a day in words.

    >>> words_from_day(Day(710267))
    '24 August 1945'
    """
    if not BEGINNING < day < FOREVER:
        return ""
    year, month, number = civil_from_day(day)
    return f"{number} {_MONTHS[month - 1]} {year}" if _plain(year) else iso_from_day(day)


def words_from_uncertain(when: UncertainDay) -> str:
    """Return when something was, to stand alone: as a label, or after "from" or "to".

    >>> words_from_uncertain(UncertainDay(((Day(710267), Day(710270)),)))
    '24–27 August 1945'
    """
    told = " or ".join(_range(first, last) for first, last in when.candidates)
    return f"{told} (doubtful)" if when.doubtful else told


def words_of_when(when: UncertainDay) -> str:
    """Return when something was, to stand in a sentence.

    >>> words_of_when(UncertainDay(((Day(710267), Day(710270)),)))
    'between 24 and 27 August 1945'
    >>> words_of_when(UncertainDay(((Day(710267), Day(710267)),), doubtful=True))
    'perhaps on 24 August 1945'
    """
    told = " or ".join(_in_sentence(first, last) for first, last in when.candidates)
    return f"perhaps {told}" if when.doubtful else told


def words_from_stretch(stretch: Stretch) -> str:
    """Return how long something lasted, to stand in a sentence.

    >>> from inforce.temporal import stretch_from_edtf
    >>> words_from_stretch(stretch_from_edtf("1945-08/1949"))
    'from August 1945 to 1949'
    >>> words_from_stretch(stretch_from_edtf("1950-02-14/.."))
    'from 14 February 1950 on'
    """
    if stretch.start == stretch.stop:
        return words_of_when(stretch.start)
    if stretch.open_start or stretch.unknown_start:
        return f"until {_end(stretch.stop)}"
    start = _end(stretch.start)
    if stretch.open_end:
        return f"from {start} on"
    if stretch.unknown_end:
        return f"from {start}, until a day that is not known"
    return f"from {start} to {_end(stretch.stop)}"


def _end(when: UncertainDay) -> str:
    """Return an end of a stretch; one that is not known to the day, month or year is "between" two."""
    told = words_of_when(when)
    return told.removeprefix("on ").removeprefix("in ") if len(when.candidates) == 1 else told


def _plain(year: int) -> bool:
    return _FIRST_YEAR <= year <= _LAST_YEAR


def _in_sentence(first: Day, last: Day) -> str:
    if first == last:
        return f"on {words_from_day(first)}"
    if first <= BEGINNING or last >= FOREVER:
        return _range(first, last)
    if whole := _whole(first, last):
        return f"in {whole}"
    head, joint, tail = _range(first, last).partition("–")
    return f"between {head.strip()} and {tail.strip()}" if joint else f"in {head}"


def _range(first: Day, last: Day) -> str:
    if first == last:
        return words_from_day(first)
    if first <= BEGINNING:
        return f"{words_from_day(last)} at the latest"
    if last >= FOREVER:
        return f"{words_from_day(first)} at the earliest"
    return (
        _whole(first, last) or _wholes(first, last) or _from_to(civil_from_day(first), civil_from_day(last))
    )


def _from_to(start: tuple[int, int, int], stop: tuple[int, int, int]) -> str:
    """Return a range of days, naming month and year once where they are the same."""
    end = words_from_day(day_from_civil(*stop))
    if start[:2] == stop[:2] and _plain(start[0]):
        return f"{start[2]}–{end}"
    if start[0] == stop[0] and _plain(start[0]):
        return f"{start[2]} {_MONTHS[start[1] - 1]} – {end}"
    return f"{words_from_day(day_from_civil(*start))} – {end}"


def _wholes(first: Day, last: Day) -> str:
    """Return a range of whole months or years, if two days bound one.

    >>> _wholes(day_from_civil(1945, 8, 1), day_from_civil(1946, 6, 30))
    'August 1945 – June 1946'
    """
    short = edtf_from_uncertain(UncertainDay(((first, last),)))
    start, dots, stop = short.strip("[]").partition("..")
    if not dots or not (start and stop):
        return ""
    words = [_month_or_year(start), _month_or_year(stop)]
    return (" – " if "-" in start else "–").join(words) if all(words) else ""


def _whole(first: Day, last: Day) -> str:
    """Return the month, year or decade that two days bound, if they bound one."""
    short = edtf_from_uncertain(UncertainDay(((first, last),)))
    if len(short) == 4 and short.endswith("X") and short[:3].isdigit():
        return f"the {short[:3]}0s"
    return _month_or_year(short)


def _month_or_year(short: str) -> str:
    """Return a month or a year of four digits in words; nothing for any other time."""
    if len(short) == 4 and short.isdigit():
        return str(int(short))
    if len(short) == 7 and short[4] == "-" and (short[:4] + short[5:]).isdigit():
        return f"{_MONTHS[int(short[5:]) - 1]} {int(short[:4])}"
    return ""
