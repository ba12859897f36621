"""Spans: how treaties count their periods."""

import pytest

from inforce.temporal import (
    BEGINNING,
    FOREVER,
    DateError,
    Day,
    Span,
    day_after,
    day_before,
    day_from_iso,
    first_of_month_after,
    is_clamped,
    iso_from_day,
    span_from_text,
    text_from_span,
)


@pytest.mark.parametrize(
    ("base", "span", "expected", "clamped"),
    [
        ("1945-08-24", "30 years", "1975-08-24", False),
        ("2023-01-31", "1 month", "2023-02-28", True),
        ("2024-01-31", "1 month", "2024-02-29", True),
        ("2020-02-29", "1 year", "2021-02-28", True),
        ("2020-02-29", "4 years", "2024-02-29", False),
        ("1899-11-30", "3 months", "1900-02-28", True),
        ("1945-08-24", "90 days", "1945-11-22", False),
        ("1969-12-31", "60 days", "1970-03-01", False),
        ("2019-08-31", "6 months", "2020-02-29", True),
        ("1945-08-31", "1 year and 6 months", "1947-02-28", True),
        ("1945-01-31", "1 month 1 day", "1945-03-01", True),
        ("9999-12-31", "1 day", "+10000-01-01", False),
        ("9999-06-30", "1 year", "+10000-06-30", False),
        ("-0001-02-28", "1 year 1 day", "0000-02-29", False),
    ],
)
def test_a_span_is_counted_from_its_base(base: str, span: str, expected: str, clamped: bool) -> None:
    day, length = day_from_iso(base), span_from_text(span)
    assert iso_from_day(day_after(day, length)) == expected
    assert is_clamped(day, length) is clamped


def test_thirtieth_day_following_deposit() -> None:
    """Vienna Convention 1969, Article 84(1): the 35th instrument was deposited on 28 December 1979."""
    assert iso_from_day(day_after(day_from_iso("1979-12-28"), Span(days=30))) == "1980-01-27"


def test_one_year_before_the_expiry_counts_back() -> None:
    """A thirty-year alliance of 11 April 1950 must be denounced one year before it expires."""
    expiry = day_after(day_from_iso("1950-04-11"), span_from_text("30 years"))
    assert iso_from_day(day_before(expiry, Span(years=1))) == "1979-04-11"
    assert iso_from_day(day_before(day_from_iso("2024-02-29"), Span(years=1))) == "2023-02-28"
    assert iso_from_day(day_before(day_from_iso("2023-03-31"), Span(months=1))) == "2023-02-28"


def test_periods_are_added_at_once_never_one_after_another() -> None:
    base, month = day_from_iso("2023-01-31"), Span(months=1)
    assert iso_from_day(day_after(base, month * 2)) == "2023-03-31"
    assert iso_from_day(day_after(day_after(base, month), month)) == "2023-03-28"


def test_a_term_and_its_renewals_come_from_one_start() -> None:
    start, term, period = day_from_iso("1952-02-29"), span_from_text("5 years"), span_from_text("1 year")
    ends = [iso_from_day(day_after(start, term + period * k)) for k in range(4)]
    assert ends == ["1957-02-28", "1958-02-28", "1959-02-28", "1960-02-29"]


def test_first_of_a_month_is_strictly_after() -> None:
    cases = {"1945-08-24": "1945-09-01", "1945-09-01": "1945-10-01", "1945-12-31": "1946-01-01"}
    assert {day: iso_from_day(first_of_month_after(day_from_iso(day))) for day in cases} == cases


def test_first_of_the_month_following_the_sixtieth_day() -> None:
    """Rome Statute, Article 126(1): the 60th instrument was deposited on 11 April 2002."""
    sixtieth = day_after(day_from_iso("2002-04-11"), Span(days=60))
    assert iso_from_day(first_of_month_after(sixtieth)) == "2002-07-01"


@pytest.mark.parametrize("bound", [BEGINNING, FOREVER])
def test_open_bounds_stay_where_they_are(bound: Day) -> None:
    span = Span(years=30, months=3, days=90)
    assert day_after(bound, span) == day_before(bound, span) == first_of_month_after(bound) == bound
    assert not is_clamped(bound, span)


def test_counting_stops_at_the_open_bounds() -> None:
    day = day_from_iso("1945-08-24")
    assert day_after(day, Span(days=2**41)) == FOREVER
    assert day_before(day, Span(days=2**41)) == BEGINNING


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("30 years", Span(years=30)),
        ("1 year", Span(years=1)),
        ("3 months", Span(months=3)),
        ("90 days", Span(days=90)),
        ("2 weeks", Span(days=14)),
        ("1 year 6 months", Span(years=1, months=6)),
        ("1 year and 6 months", Span(years=1, months=6)),
        ("1 year, 6 months, and 10 days", Span(years=1, months=6, days=10)),
        ("0 days", Span()),
    ],
)
def test_spans_are_read(text: str, span: Span) -> None:
    assert span_from_text(text) == span
    assert span_from_text(text_from_span(span)) == span


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("", 0, "here a number and a unit are expected"),
        ("year", 0, "here a number and a unit are expected"),
        ("30", 0, "here a number and a unit are expected"),
        ("1 year and", 7, "here a number and a unit are expected"),
        ("1 year6 months", 6, "here a number and a unit are expected"),
        ("1 year 2 fortnights", 9, "there is no unit 'fortnights'"),
        ("1 year 2 years", 7, "the years are counted twice"),
        ("-1 year", 0, "here a number and a unit are expected"),
    ],
)
def test_a_bad_span_is_explained(text: str, offset: int, message: str) -> None:
    with pytest.raises(DateError) as caught:
        span_from_text(text)
    assert (caught.value.message, caught.value.offset) == (message, offset)
    assert "1 year and 6 months" in caught.value.hint
