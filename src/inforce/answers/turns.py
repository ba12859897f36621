"""The days of a treaty's terms: when one runs out, when it begins anew, the last day for a notice in each."""

from collections.abc import Iterator
from itertools import count

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
from inforce.temporal import Day, Span, candidates_from_ranges, text_from_span

_MOST_TURNS = 10_000


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
    alive = {"in_force", "exercisable"}

    def explain(resolution: Resolution, day: Day) -> tuple[Ground, ...]:
        return grounds_of_event(resolution, "entry", day)

    for turn in count():
        length = _length(asked.treaty.terms, turn)
        if length is None or turn > _MOST_TURNS:
            return
        offset = Offset(after=length, before=back.before, following_month=back.following_month)

        def ends(resolution: Resolution, offset: Offset = offset) -> list[Happening]:
            moved = (_moved(each, offset) for each in happenings_of(resolution, "entry"))
            return [each for each in moved if _statuses(resolution, each) & alive]

        found = tuple(occasions(kind, text, asked, ("entry", ends), explain))
        yield from found
        if not _may_come_again(asked, offset, window):
            return


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


def _statuses(resolution: Resolution, happening: Happening) -> frozenset[str]:
    return frozenset[str]().union(
        *(statuses_within(resolution, "status", first, last) for first, last in happening.days)
    )


def _may_come_again(asked: Asked, offset: Offset, window: tuple[Day, Day]) -> bool:
    """Whether a further turn may still lie in the window: this one has not passed its end in every case."""
    entries = [each for item in asked.solution.resolutions for each in happenings_of(item, "entry")]
    return any(day_by_offset(each.days[0][0], offset) <= window[1] for each in entries)
