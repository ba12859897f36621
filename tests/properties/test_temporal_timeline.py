"""Timelines against a day-by-day table, and states against every pair of their ends."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.temporal import (
    BEGINNING,
    Day,
    Rail,
    Stretch,
    Timeline,
    UncertainDay,
    both,
    candidates_from_ranges,
    either,
    intervals_from_rail,
    is_sound,
    iter_days,
    negate,
    neither,
    rail_at,
    timeline_from_stretch,
    value_at,
)

WINDOW = [Day(day) for day in (BEGINNING, *range(-1, 14))]

flips = st.sampled_from(WINDOW[1:-1])
rails = st.sets(flips, max_size=6).map(lambda found: tuple(sorted(found)))
open_rails = st.tuples(st.booleans(), rails).map(lambda pair: (BEGINNING, *pair[1]) if pair[0] else pair[1])
sound_timelines = st.tuples(open_rails, open_rails).map(
    lambda pair: Timeline(certain=_within(pair[0], pair[1]), possible=pair[1])
)
days = st.integers(0, 11).map(Day)
uncertain_days = st.builds(
    UncertainDay,
    st.lists(st.tuples(days, days).map(lambda pair: (min(pair), max(pair))), min_size=1, max_size=3).map(
        candidates_from_ranges
    ),
)


def _within(certain: Rail, possible: Rail) -> Rail:
    """The certain rail cut down to the possible one, day by day."""
    found, held = [], False
    for day in WINDOW:
        holds = rail_at(certain, day) and rail_at(possible, day)
        if holds != held:
            found.append(day)
            held = holds
    return tuple(found)


@pytest.mark.parametrize(("combine", "rule"), [(both, min), (either, max)])
@given(left=sound_timelines, right=sound_timelines)
def test_and_and_or_are_those_of_every_day(
    combine: Callable[[Timeline, Timeline], Timeline],
    rule: Callable[[int, int], int],
    left: Timeline,
    right: Timeline,
) -> None:
    found = combine(left, right)
    assert is_sound(found)
    for day in WINDOW:
        assert value_at(found, day) == rule(value_at(left, day), value_at(right, day))


@given(sound_timelines)
def test_not_turns_every_day_round(timeline: Timeline) -> None:
    opposite = negate(timeline)
    assert is_sound(opposite)
    assert negate(opposite) == timeline
    for day in WINDOW:
        assert value_at(opposite, day) == {0: 3, 1: 1, 3: 0}[value_at(timeline, day)]


@given(sound_timelines, sound_timelines)
def test_de_morgan(left: Timeline, right: Timeline) -> None:
    assert neither(left, right) == both(negate(left), negate(right))


@given(open_rails)
def test_intervals_are_the_days_of_their_rail(rail: Rail) -> None:
    intervals = intervals_from_rail(rail)
    for day in WINDOW:
        assert rail_at(rail, day) == any(interval.contains(day) for interval in intervals)


@given(open_rails, open_rails)
def test_soundness_is_that_of_every_day(certain: Rail, possible: Rail) -> None:
    expected = all(rail_at(possible, day) for day in WINDOW if rail_at(certain, day))
    assert is_sound(Timeline(certain, possible)) == expected


@given(uncertain_days, uncertain_days)
def test_a_state_is_what_every_pair_of_its_ends_says(start: UncertainDay, stop: UncertainDay) -> None:
    """Design S8: start within a, stop within b, start ≤ stop; nothing wider, nothing narrower."""
    starts, stops = (list(iter_days(end.candidates, 99)) for end in (start, stop))
    resolutions = [(first, last) for first in starts for last in stops if first <= last]
    timeline = timeline_from_stretch(Stretch(start, stop))
    assert is_sound(timeline)
    for day in WINDOW:
        held = [first <= day <= last for first, last in resolutions]
        expected = 3 if held and all(held) else 1 if any(held) else 0
        assert value_at(timeline, day) == expected


@given(uncertain_days, uncertain_days, st.sampled_from(["start", "stop", "both"]))
def test_a_doubtful_state_is_never_certain(start: UncertainDay, stop: UncertainDay, doubtful: str) -> None:
    plain = timeline_from_stretch(Stretch(start, stop))
    first = UncertainDay(start.candidates, doubtful in ("start", "both"))
    last = UncertainDay(stop.candidates, doubtful in ("stop", "both"))
    assert timeline_from_stretch(Stretch(first, last)) == Timeline((), plain.possible)
