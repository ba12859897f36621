"""Read times in EDTF (ISO 8601-2), as the dates of acts and as the duration of states.

Levels 0 and 1 but for seasons, one-of sets from level 2, and the open forms of messydates:

    date   1945-08-24   1945-08   1945   -0043   194X   1945-XX-16   1945-08-XX
    mark   date? is doubtful; date~ is wider by one unit on each side; date% is both
    set    [date,date..date]   [..date]   [date..]   date..date   ..date   date..   [..]?
    pair   a/b   a/..   a/   ../b   /b

An act happened on one day within all that; a state began within `a` and stopped within `b`.
"""

from __future__ import annotations

from collections.abc import Callable

from inforce.temporal.candidates import candidates_from_ranges
from inforce.temporal.day import BEGINNING, FOREVER, DateError
from inforce.temporal.edtf_date import uncertain_day_from_date
from inforce.temporal.edtf_mistakes import explain_mistake
from inforce.temporal.uncertain import Stretch, UncertainDay

_OPEN = ".."
_OPEN_START = UncertainDay(((BEGINNING, BEGINNING),))
_OPEN_STOP = UncertainDay(((FOREVER, FOREVER),))


def act_day_from_edtf(text: str) -> UncertainDay:
    """Read when an act happened: on one day within what the text leaves open.

    `a/b` and `[a..b]` mean one day from the first of a through the last of b.

    Raises:
        DateError: when the text is no such date, with the place and the likely fix.

    >>> act_day_from_edtf("1964-01/1964-02").count(), act_day_from_edtf("[1950,1951]").count()
    (60, 730)
    >>> act_day_from_edtf("1945-08-24?")
    UncertainDay(candidates=((710267, 710267),), doubtful=True)
    """
    if "/" in text:
        pair = _pair(text)
        return _through(pair.start, pair.stop)
    if (_OPEN in text and text != _OPEN) or text[:1] == "[":
        return _set(text)
    return uncertain_day_from_date(text)


def stretch_from_edtf(text: str) -> Stretch:
    """Read how long a state lasted: it began within `a` and its last day lies within `b`.

    A single date holds both ends. `..` is an open end, nothing an unknown one.

    Raises:
        DateError: when the text is no such duration, or stops before it starts.

    >>> stretch_from_edtf("1950-02-14/..").open_end, stretch_from_edtf("1950-02-14/").unknown_end
    (True, True)
    """
    if "/" in text:
        return _pair(text)
    only = act_day_from_edtf(text)
    return Stretch(only, only)


def _pair(text: str) -> Stretch:
    """Read `a/b`, where either end may be open or unknown."""
    left, _, right = text.partition("/")
    if "/" in right or not (left or right):
        raise explain_mistake(text)
    place = len(left) + 1
    start = _end(left, text, 0, _OPEN_START)
    stop = _end(right, text, place, _OPEN_STOP)
    if start is None:
        start = UncertainDay(((BEGINNING, stop.last if stop else FOREVER),))
    if stop is None:
        stop = UncertainDay(((start.first, FOREVER),))
    if start.first > stop.last:
        raise _reversed(text, place, f"{right}/{left}")
    return Stretch(start, stop, right == _OPEN, not right, left == _OPEN, not left)


def _end(part: str, text: str, place: int, open_end: UncertainDay) -> UncertainDay | None:
    """Read one end of the pair `text`; return None for an end that is unknown."""
    if not part:
        return None
    if part == _OPEN:
        return open_end
    return _read(_set if part[0] == "[" else uncertain_day_from_date, part, text, place)


def _set(text: str) -> UncertainDay:
    """Read a one-of set in brackets, or a single range without them."""
    if text[0] != "[":
        return _member(text)
    doubtful = text.endswith("]?")
    if not (doubtful or text.endswith("]")):
        hint = f"write {text}]"
        raise DateError("this bracket is not closed", text=text, offset=len(text) - 1, hint=hint)
    members, place = [], 1
    for part in text[1 : -1 - doubtful].split(","):
        members.append(_read(_member, part, text, place))
        place += len(part) + 1
    ranges = (pair for member in members for pair in member.candidates)
    doubtful = doubtful or any(member.doubtful for member in members)
    return UncertainDay(candidates_from_ranges(ranges), doubtful)


def _member(text: str) -> UncertainDay:
    """Read a date, or a range of dates of which one end may be open."""
    left, dots, right = text.partition(_OPEN)
    if not dots:
        return uncertain_day_from_date(text)
    place = len(left) + len(dots)
    start = _read(uncertain_day_from_date, left, text, 0) if left else _OPEN_START
    stop = _read(uncertain_day_from_date, right, text, place) if right else _OPEN_STOP
    if start.first > stop.last:
        raise _reversed(text, place, f"{right}..{left}")
    return _through(start, stop)


def _read(reader: Callable[[str], UncertainDay], part: str, text: str, place: int) -> UncertainDay:
    """Read a part of `text`; place what is wrong with it in the whole."""
    try:
        return reader(part)
    except DateError as error:
        raise error.within(text, place) from None


def _through(start: UncertainDay, stop: UncertainDay) -> UncertainDay:
    """Return one day from the first of one through the last of the other."""
    return UncertainDay(((start.first, stop.last),), start.doubtful or stop.doubtful)


def _reversed(text: str, place: int, fix: str) -> DateError:
    return DateError("the end lies before the beginning", text=text, offset=place, hint=f"write {fix}")
