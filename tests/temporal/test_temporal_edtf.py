"""Uncertain dates: what an act's day is left open to be, and how long a state lasted."""

import pytest

from inforce.temporal import (
    BEGINNING,
    FOREVER,
    UncertainDay,
    act_day_from_edtf,
    day_from_iso,
    edtf_from_day,
    edtf_from_stretch,
    edtf_from_uncertain,
    iso_from_day,
    stretch_from_edtf,
)


def days_of(text: str) -> list[str]:
    """The ranges a date leaves open, as a reader would write them."""
    ranges = act_day_from_edtf(text).candidates
    return [f"{iso_from_day(first)} to {iso_from_day(last)}" for first, last in ranges]


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("1945-08-24", ["1945-08-24 to 1945-08-24"]),
        ("1945-08", ["1945-08-01 to 1945-08-31"]),
        ("1944-02", ["1944-02-01 to 1944-02-29"]),
        ("1945", ["1945-01-01 to 1945-12-31"]),
        ("-0044", ["-0044-01-01 to -0044-12-31"]),
        ("0000", ["0000-01-01 to 0000-12-31"]),
        ("Y17000", ["+17000-01-01 to +17000-12-31"]),
        ("9999-12", ["9999-12-01 to 9999-12-31"]),
        ("194X", ["1940-01-01 to 1949-12-31"]),
        ("19XX", ["1900-01-01 to 1999-12-31"]),
        ("-004X", ["-0049-01-01 to -0040-12-31"]),
        ("1945-08-XX", ["1945-08-01 to 1945-08-31"]),
        ("1945-XX", ["1945-01-01 to 1945-12-31"]),
        ("1945-XX-XX", ["1945-01-01 to 1945-12-31"]),
        ("194X-02-29", ["1940-02-29 to 1940-02-29", "1944-02-29 to 1944-02-29", "1948-02-29 to 1948-02-29"]),
    ],
)
def test_a_date_is_all_the_days_it_may_be(text: str, ranges: list[str]) -> None:
    assert days_of(text) == ranges
    assert not act_day_from_edtf(text).doubtful


def test_a_month_is_a_range_and_never_its_first_day() -> None:
    august = act_day_from_edtf("1945-08")
    assert not august.is_exact
    assert august.count() == 31
    assert august != act_day_from_edtf("1945-08-01")


def test_the_forty_fourth_year_before_christ_is_minus_forty_three() -> None:
    """`-0044` is 45 BCE, since 1 BCE is the year 0."""
    assert act_day_from_edtf("-0043-03-15").is_exact
    assert act_day_from_edtf("-0044").last + 1 == act_day_from_edtf("-0043").first


def test_the_sixteenth_of_an_unknown_month() -> None:
    sixteenth = act_day_from_edtf("1964-XX-16")
    assert sixteenth.count() == len(sixteenth.candidates) == 12
    assert iso_from_day(sixteenth.first) == "1964-01-16"
    assert act_day_from_edtf("1964-XX-31").count() == 7


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("1945-08-24~", ["1945-08-23 to 1945-08-25"]),
        ("1945-08~", ["1945-07-01 to 1945-09-30"]),
        ("1945-01~", ["1944-12-01 to 1945-02-28"]),
        ("1945~", ["1944-01-01 to 1946-12-31"]),
        ("194X~", ["1930-01-01 to 1959-12-31"]),
        ("1945-08-XX~", ["1945-07-01 to 1945-09-30"]),
        ("9999-12-31~", ["9999-12-30 to +10000-01-01"]),
        ("0001-01-01~", ["0000-12-31 to 0001-01-02"]),
        ("9999~", ["9998-01-01 to +10000-12-31"]),
    ],
)
def test_approximate_is_one_unit_wider_on_each_side(text: str, ranges: list[str]) -> None:
    assert days_of(text) == ranges
    assert not act_day_from_edtf(text).doubtful
    both_marks = act_day_from_edtf(text[:-1] + "%")
    assert (both_marks.candidates, both_marks.doubtful) == (act_day_from_edtf(text).candidates, True)


def test_a_doubtful_date_keeps_its_days_and_is_never_exact() -> None:
    plain, doubtful = act_day_from_edtf("1945-08-24"), act_day_from_edtf("1945-08-24?")
    assert doubtful.candidates == plain.candidates
    assert (plain.is_exact, doubtful.is_exact) == (True, False)


@pytest.mark.parametrize(
    ("text", "ranges", "doubtful"),
    [
        ("1945-08/1946", ["1945-08-01 to 1946-12-31"], False),
        ("[1945-08..1946]", ["1945-08-01 to 1946-12-31"], False),
        ("1981-09..1981-10", ["1981-09-01 to 1981-10-31"], False),
        ("1945/..", ["1945-01-01 to .."], False),
        ("1945/", ["1945-01-01 to .."], False),
        ("../1945", [".. to 1945-12-31"], False),
        ("/1945", [".. to 1945-12-31"], False),
        ("..1816-01-01", [".. to 1816-01-01"], False),
        ("[..1816-01-01]", [".. to 1816-01-01"], False),
        ("2017-12-31..", ["2017-12-31 to .."], False),
        ("[1950,1952]", ["1950-01-01 to 1950-12-31", "1952-01-01 to 1952-12-31"], False),
        ("[1952-05,1950-05-09]", ["1950-05-09 to 1950-05-09", "1952-05-01 to 1952-05-31"], False),
        ("[1950,1951]", ["1950-01-01 to 1951-12-31"], False),
        ("[1945-08-24,1946-01..1946-03]", ["1945-08-24 to 1945-08-24", "1946-01-01 to 1946-03-31"], False),
        ("[..]?", [".. to .."], True),
        ("[1950?,1952]", ["1950-01-01 to 1950-12-31", "1952-01-01 to 1952-12-31"], True),
        ("1945/1946?", ["1945-01-01 to 1946-12-31"], True),
        ("[1950~..1952]", ["1949-01-01 to 1952-12-31"], False),
    ],
)
def test_an_act_lies_on_one_day_within_ranges_and_sets(text: str, ranges: list[str], doubtful: bool) -> None:
    assert days_of(text) == ranges
    assert act_day_from_edtf(text).doubtful is doubtful


def test_a_state_starts_within_a_and_stops_within_b() -> None:
    state = stretch_from_edtf("1945-08/1950")
    assert state.start == act_day_from_edtf("1945-08")
    assert state.stop == act_day_from_edtf("1950")
    flags = (state.open_end, state.unknown_end, state.open_start, state.unknown_start)
    assert flags == (False, False, False, False)


def test_an_open_end_is_not_an_unknown_one() -> None:
    open_end, unknown_end = stretch_from_edtf("1945/.."), stretch_from_edtf("1945/")
    assert open_end.stop == UncertainDay(((FOREVER, FOREVER),))
    assert unknown_end.stop == UncertainDay(((day_from_iso("1945-01-01"), FOREVER),))
    assert (open_end.open_end, open_end.unknown_end) == (True, False)
    assert (unknown_end.open_end, unknown_end.unknown_end) == (False, True)


def test_an_open_start_is_not_an_unknown_one() -> None:
    open_start, unknown_start = stretch_from_edtf("../1945"), stretch_from_edtf("/1945")
    assert open_start.start == UncertainDay(((BEGINNING, BEGINNING),))
    assert unknown_start.start == UncertainDay(((BEGINNING, day_from_iso("1945-12-31")),))
    assert (open_start.open_start, open_start.unknown_start) == (True, False)
    assert (unknown_start.open_start, unknown_start.unknown_start) == (False, True)


def test_a_single_date_holds_both_ends_of_a_state() -> None:
    state = stretch_from_edtf("1945-08?")
    assert state.start == state.stop == act_day_from_edtf("1945-08?")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1945-08-24", "1945-08-24"),
        ("1945-08-01/1945-08-31", "1945-08"),
        ("1945-01/1945-12", "1945"),
        ("1940/1949", "194X"),
        ("-0049/-0040", "-004X"),
        ("1900/1999", "19XX"),
        ("1945-08-24~", "[1945-08-23..1945-08-25]"),
        ("1945-08-24%", "[1945-08-23?..1945-08-25?]"),
        ("1945-08?", "1945-08?"),
        ("1945/1946-03", "[1945-01..1946-03]"),
        ("1964-XX-31", "1964-XX-31"),
        ("[1945-08-24,1945-08-26]", "[1945-08-24,1945-08-26]"),
        ("..1816-01-01", "[..1816-01-01]"),
        ("1816..", "[1816..]"),
        ("../..", "[..]"),
        ("[..]?", "[..]?"),
        ("9999~", "[9998..Y10000]"),
        ("Y-17000", "Y-17000"),
    ],
)
def test_dates_are_written_as_short_as_can_be(text: str, written: str) -> None:
    day = act_day_from_edtf(text)
    assert edtf_from_uncertain(day) == written
    assert act_day_from_edtf(written) == day


@pytest.mark.parametrize(
    "text",
    [
        "1945/1950",
        "1945/..",
        "1945/",
        "../1945",
        "/1945",
        "../..",
        "/..",
        "../",
        "1945-08?/[1950,1952]",
        "1945",
    ],
)
def test_states_are_written_as_they_were_read(text: str) -> None:
    assert edtf_from_stretch(stretch_from_edtf(text)) == text


def test_a_day_is_written_as_in_iso() -> None:
    assert edtf_from_day(day_from_iso("-0043-03-15")) == "-0043-03-15"
