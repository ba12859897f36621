"""Days and spans against the calendars of Python and of convertdate."""

import datetime

from convertdate import gregorian
from hypothesis import given
from hypothesis import strategies as st

from inforce.temporal import (
    Day,
    Span,
    civil_from_day,
    day_after,
    day_before,
    day_from_civil,
    day_from_iso,
    days_in_month,
    first_of_month_after,
    is_clamped,
    iso_from_day,
    span_from_text,
    text_from_span,
)

BEFORE_THE_COMMON_ERA_IN_JULIAN_DAYS = 1_721_424.5  # midnight before 0000-12-31, which is Day 0

any_day = st.integers(-2_000_000, 5_000_000).map(Day)
some_span = st.builds(Span, st.integers(0, 120), st.integers(0, 40), st.integers(0, 400))


@given(st.dates())
def test_days_are_those_of_the_standard_library(date: datetime.date) -> None:
    day = Day(date.toordinal())
    assert day_from_iso(date.isoformat()) == day == day_from_civil(date.year, date.month, date.day)
    assert iso_from_day(day) == date.isoformat()
    assert civil_from_day(day) == (date.year, date.month, date.day)


@given(any_day)
def test_days_are_those_of_convertdate_before_the_common_era_too(day: Day) -> None:
    julian_day = day + BEFORE_THE_COMMON_ERA_IN_JULIAN_DAYS
    assert gregorian.to_jd(*civil_from_day(day)) == julian_day
    assert gregorian.from_jd(julian_day) == civil_from_day(day)


@given(any_day)
def test_every_day_survives_being_written(day: Day) -> None:
    assert day_from_iso(iso_from_day(day)) == day
    assert day_from_civil(*civil_from_day(day)) == day


@given(any_day, st.integers(0, 120), st.integers(0, 40))
def test_months_land_where_a_wall_calendar_says(day: Day, years: int, months: int) -> None:
    span = Span(years, months)
    before, after = civil_from_day(day), civil_from_day(day_after(day, span))
    assert (after[0] - before[0]) * 12 + after[1] - before[1] == years * 12 + months
    assert after[2] == min(before[2], days_in_month(after[0], after[1]))
    assert is_clamped(day, span) == (after[2] != before[2])


@given(any_day, any_day, some_span)
def test_a_later_base_never_gives_an_earlier_day(day: Day, other: Day, span: Span) -> None:
    early, late = sorted((day, other))
    assert day_after(early, span) <= day_after(late, span)
    assert day_before(early, span) <= day_before(late, span)


@given(any_day, some_span, some_span)
def test_adding_at_once_is_never_earlier_than_one_after_another(day: Day, first: Span, second: Span) -> None:
    """For years and months: clamping in between can only lose days."""
    one, two = Span(first.years, first.months), Span(second.years, second.months)
    assert day_after(day, one + two) >= day_after(day_after(day, one), two)


@given(any_day, some_span, st.integers(0, 12))
def test_a_multiple_is_a_sum(day: Day, span: Span, times: int) -> None:
    assert day_after(day, span * times) == day_after(day, sum([span] * times, Span()))


@given(any_day, some_span)
def test_counting_back_undoes_counting_unless_clamped(day: Day, span: Span) -> None:
    months = Span(span.years, span.months)
    if not is_clamped(day, months):
        assert day_before(day_after(day, months), months) == day


@given(any_day)
def test_the_first_of_the_month_after_is_the_next_first(day: Day) -> None:
    first = first_of_month_after(day)
    assert civil_from_day(first)[2] == 1
    assert all(civil_from_day(Day(between))[2] != 1 for between in range(day + 1, first))


@given(some_span)
def test_spans_survive_being_written(span: Span) -> None:
    assert span_from_text(text_from_span(span)) == span
