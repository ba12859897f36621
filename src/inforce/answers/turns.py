"""The days of a treaty's terms: when one runs out, when it begins anew, the last day for a notice in each."""

from collections.abc import Iterator

from msgspec import Struct

from inforce.answers.occasion import Occasion, occasions
from inforce.answers.status import Asked
from inforce.engine import (
    Ground,
    Happening,
    Resolution,
    Signal,
    day_by_offset,
    grounds_of_event,
    happenings_of,
    statuses_within,
)
from inforce.model import Offset, Terms
from inforce.temporal import Day, Span, candidates_from_ranges, intersect, text_from_span

_MOST_TURNS = 10_000
_ALIVE = frozenset({"in_force", "exercisable"})
"""Where none of these is possible, a term does not begin anew and no notice has a last day."""


def term_signals(treaty: str, instrument: str) -> dict[str, Signal]:
    """Return the signals from which the days of a term are read."""
    return {
        "entry": ("entry", treaty, instrument),
        "expired": ("expired", treaty, instrument),
    }


def term_occasions(asked: Asked, terms: Terms, window: tuple[Day, Day]) -> Iterator[Occasion]:
    """Yield when the term of a treaty or instrument runs out for good, and when it begins anew."""

    def explain(resolution: Resolution, day: Day) -> tuple[Ground, ...]:
        return grounds_of_event(resolution, "expired", day)

    def expires(resolution: Resolution) -> tuple[Happening, ...]:
        return happenings_of(resolution, "expired")

    text = "the term has run out: the first day no longer in force"
    yield from occasions("expires", text, asked, ("expired", expires), explain)
    if terms.renewal is not None and terms.renewal.period is not None:
        text = f"the term begins anew, for {text_from_span(terms.renewal.period)}"
        yield from _turns("renews", text, asked, Offset(), window)


def last_days_of_turns(
    asked: Asked, text: str, latest: Offset, window: tuple[Day, Day]
) -> Iterator[Occasion]:
    """Yield, for each term that runs out, the last day of a power that is counted back from its end."""
    yield from _turns("last_notice", text, asked, latest, window)


def _turns(kind: str, text: str, asked: Asked, back: Offset, window: tuple[Day, Day]) -> Iterator[Occasion]:
    def explain(resolution: Resolution, day: Day) -> tuple[Ground, ...]:
        return grounds_of_event(resolution, "entry", day)

    for offset in _offsets(asked.treaty.terms, back):

        def ends(resolution: Resolution, offset: Offset = offset) -> list[Happening]:
            moved = (_moved(each, offset) for each in happenings_of(resolution, "entry"))
            return [each for each in moved if _statuses(resolution, each, "status") & _ALIVE]

        found = tuple(occasions(kind, text, asked, ("entry", ends), explain))
        yield from found
        if not _may_come_again(asked, offset, window):
            return


class Turning(Struct, frozen=True):
    """A power with a last day in every period: the terms, how far before an end it is, its two signals in a circuit."""

    terms: Terms
    back: Offset
    entry: str
    status: str


def may_come_round(way: Resolution, turning: Turning, window: tuple[Day, Day]) -> bool:
    """Tell whether, as far as rails say, one of these last days lies in a window."""
    entries = happenings_of(way, turning.entry)
    for offset in _offsets(turning.terms, turning.back):
        moved = [_moved(each, offset) for each in entries]
        within = (each for each in moved if intersect(each.days, (window,)))
        if any(_statuses(way, each, turning.status) & _ALIVE for each in within):
            return True
        if all(each.days[0][0] > window[1] for each in moved):
            return False
    return False


def _offsets(terms: Terms, back: Offset) -> Iterator[Offset]:
    """Yield how far from the entry into force each turn ends, or the day before it that is asked for."""
    for turn in range(_MOST_TURNS + 1):
        length = _length(terms, turn)
        if length is None:
            return
        yield Offset(after=length, before=back.before, following_month=back.following_month)


def _length(terms: Terms, turn: int) -> Span | None:
    """Return how long after the entry into force a turn ends: the term and so many periods, added at once."""
    renewal = terms.renewal
    if terms.term is None or turn == 0:
        return terms.term
    if renewal is None or renewal.period is None or (renewal.times is not None and turn > renewal.times):
        return None
    return terms.term + renewal.period * turn


def _moved(happening: Happening, offset: Offset) -> Happening:
    ranges = ((day_by_offset(first, offset), day_by_offset(last, offset)) for first, last in happening.days)
    return Happening(candidates_from_ranges(ranges), happening.sure)


def _statuses(resolution: Resolution, happening: Happening, output: str) -> frozenset[str]:
    return frozenset[str]().union(
        *(statuses_within(resolution, output, first, last) for first, last in happening.days)
    )


def _may_come_again(asked: Asked, offset: Offset, window: tuple[Day, Day]) -> bool:
    """Whether a further turn may still lie in the window: this one has not passed its end in every case."""
    entries = [each for item in asked.solution.resolutions for each in happenings_of(item, "entry")]
    return any(day_by_offset(each.days[0][0], offset) <= window[1] for each in entries)
