"""Intervals and timelines: what certainly and what possibly held."""

import pytest

from inforce.temporal import (
    ALWAYS,
    BEGINNING,
    NEVER,
    Day,
    Interval,
    Timeline,
    both,
    day_from_iso,
    either,
    intervals_from_rail,
    is_sound,
    negate,
    neither,
    stretch_from_edtf,
    timeline_from_stretch,
    value_at,
)


def value_on(state: str, day: str) -> int:
    return value_at(timeline_from_stretch(stretch_from_edtf(state)), day_from_iso(day))


@pytest.mark.parametrize(
    ("state", "day", "value"),
    [
        ("1945-08/1950", "1945-07-31", 0),
        ("1945-08/1950", "1945-08-01", 1),
        ("1945-08/1950", "1945-08-31", 3),
        ("1945-08/1950", "1950-01-01", 3),
        ("1945-08/1950", "1950-01-02", 1),
        ("1945-08/1950", "1950-12-31", 1),
        ("1945-08/1950", "1951-01-01", 0),
        ("1945-08-24/..", "9999-12-31", 3),
        ("1945-08-24/", "1945-08-24", 3),
        ("1945-08-24/", "1945-08-25", 1),
        ("../1945-08-24", "-0500-01-01", 3),
        ("/1945-08-24", "-0500-01-01", 1),
        ("/1945-08-24", "1945-08-24", 3),
        ("1945-08", "1945-08-15", 1),
        ("1945-08-24", "1945-08-24", 3),
        ("1945-08-24?/1950", "1947-01-01", 1),
        ("1945-08-24/1950?", "1945-08-24", 1),
        ("1945-08-24/1945", "1945-08-24", 3),  # it had begun, and stopped no earlier than it began
        ("1945/1945-01-03", "1945-01-03", 3),
    ],
)
def test_a_state_holds_possibly_between_its_ends_and_certainly_within(
    state: str, day: str, value: int
) -> None:
    assert value_on(state, day) == value


def test_unknown_and_open_states_are_certain_nowhere_but_where_they_say() -> None:
    for state in ("/..", "../", "[..]"):
        assert timeline_from_stretch(stretch_from_edtf(state)) == Timeline((), (BEGINNING,))
    assert timeline_from_stretch(stretch_from_edtf("../..")) == ALWAYS


def test_not_swaps_the_rails() -> None:
    timeline = Timeline(certain=(Day(4), Day(6)), possible=(Day(3), Day(8)))
    opposite = negate(timeline)
    assert opposite == Timeline((BEGINNING, Day(3), Day(8)), (BEGINNING, Day(4), Day(6)))
    assert negate(opposite) == timeline


def test_both_either_neither() -> None:
    left = Timeline((Day(4),), (Day(2),))
    right = Timeline((), (Day(3), Day(5)))
    assert both(left, right) == Timeline((), (Day(3), Day(5)))
    assert either(left, right) == left
    assert neither(left, right) == Timeline((BEGINNING, Day(2)), (BEGINNING, Day(4)))
    assert neither(NEVER, NEVER) == ALWAYS


def test_a_timeline_is_sound_when_certain_lies_inside_possible() -> None:
    assert is_sound(Timeline((Day(4), Day(6)), (Day(4), Day(8))))
    assert not is_sound(Timeline((Day(4), Day(9)), (Day(4), Day(8))))
    assert not is_sound(Timeline((), (Day(4), Day(4))))


def test_intervals_of_a_rail_are_half_open() -> None:
    assert intervals_from_rail(()) == ()
    assert intervals_from_rail((Day(3), Day(5), Day(8))) == (Interval(Day(3), Day(5)), Interval(Day(8)))


def test_an_interval_holds_from_since_until_the_day_before_until() -> None:
    interval = Interval(Day(3), Day(7))
    assert [day for day in range(10) if interval.contains(Day(day))] == [3, 4, 5, 6]
    assert Interval(Day(3)).contains(Day(2**30))


def test_intervals_that_touch_do_not_overlap() -> None:
    assert not Interval(Day(3), Day(7)).overlaps(Interval(Day(7), Day(9)))
    assert Interval(Day(3), Day(7)).intersect(Interval(Day(6))) == Interval(Day(6), Day(7))
    assert Interval(Day(3)).intersect(Interval(Day(6))) == Interval(Day(6))


def test_an_interval_needs_a_day() -> None:
    with pytest.raises(ValueError, match="an interval needs a day"):
        Interval(Day(3), Day(3))
