"""Days: the calendar that treaties are dated in."""

import pytest

from inforce.temporal import (
    BEGINNING,
    FOREVER,
    DateError,
    civil_from_day,
    day_from_civil,
    day_from_iso,
    days_in_month,
    iso_from_day,
)


def test_the_first_day_of_the_common_era_is_one() -> None:
    assert day_from_civil(1, 1, 1) == 1


def test_one_bce_is_the_year_zero_and_ends_the_day_before() -> None:
    assert civil_from_day(day_from_iso("0000-12-31")) == (0, 12, 31)
    assert day_from_iso("0000-12-31") == 0
    assert day_from_iso("0000-02-29") == -306  # year 0 is a leap year
    assert day_from_iso("-0001-12-31") == -366


def test_the_treaty_of_kadesh_has_a_day_like_any_other() -> None:
    day = day_from_civil(-1258, 11, 21)
    assert iso_from_day(day) == "-1258-11-21"
    assert day_from_iso("-1258-11-21") == day


def test_years_beyond_four_digits_carry_a_sign() -> None:
    after = day_from_civil(10000, 1, 1)
    assert after == day_from_iso("9999-12-31") + 1
    assert iso_from_day(after) == "+10000-01-01"
    assert day_from_iso("+10000-01-01") == after


def test_open_bounds_are_written_as_dots() -> None:
    assert (iso_from_day(BEGINNING), iso_from_day(FOREVER)) == ("..", "..")


def test_century_years_are_leap_years_every_four_hundred_years() -> None:
    assert [days_in_month(year, 2) for year in (1896, 1900, 2000, 2023, 0, -4, -100)] == [
        29,
        28,
        29,
        28,
        29,
        29,
        28,
    ]


@pytest.mark.parametrize(
    ("text", "offset", "hint"),
    [
        ("1972-06-31", 8, "write 1972-06-30, or 1972-06 for some day of the month"),
        ("1900-02-29", 8, "write 1900-02-28, or 1900-02 for some day of the month"),
        ("1945-13-01", 5, "write a month from 01 to 12"),
        ("-0043-02-30", 9, "write -0043-02-28, or -0043-02 for some day of the month"),
        ("1945-08-00", 8, "write 1945-08-01, or 1945-08 for some day of the month"),
        ("1945-08", 0, "write it as 1945-08-24"),
        ("-0000-01-01", 0, "write it as 1945-08-24"),
        ("2011-W01-2", 0, "write it as 1945-08-24"),
        ("１９４５-08-24", 0, "write it as 1945-08-24"),
    ],
)
def test_an_impossible_day_is_explained(text: str, offset: int, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        day_from_iso(text)
    assert (caught.value.text, caught.value.offset, caught.value.hint) == (text, offset, hint)


def test_an_error_moves_with_the_text_it_stands_in() -> None:
    error = DateError("1972-06 has 30 days", text="1972-06-31", offset=8, hint="write 1972-06-30")
    moved = error.within("1970/1972-06-31", 5)
    assert (moved.text, moved.offset, moved.message) == ("1970/1972-06-31", 13, "1972-06 has 30 days")
    assert str(moved) == "1972-06 has 30 days, in '1970/1972-06-31' at column 14: write 1972-06-30"
