"""EDTF dates: what is written is read back, texts never crash, and the edtf package as an oracle."""

import warnings
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.temporal import (
    BEGINNING,
    FOREVER,
    DateError,
    Day,
    UncertainDay,
    act_day_from_edtf,
    candidates_from_ranges,
    day_from_civil,
    edtf_from_stretch,
    edtf_from_uncertain,
    iso_from_day,
    stretch_from_edtf,
)

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it calls names that pyparsing deprecates
    from edtf import parse_edtf

# What the oracle gets wrong, and so is left out here and stated in tests/temporal:
# it accepts 1900-02-29 and 1946/1945; it takes an unknown end for ten years; it returns the first and
# the last month of 1964-XX-16 but no days between; it gives `~` and `?` no days of their own.

ORACLE_YEARS = (-9_999, 9_999)

days = st.integers(-800_000, 4_000_000).map(Day)
bounds = st.one_of(days, st.sampled_from([BEGINNING, FOREVER]))
years = st.integers(*ORACLE_YEARS).map(lambda year: f"-{-year:04}" if year < 0 else f"{year:04}")
months = st.tuples(years, st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}")
isos = days.filter(lambda day: day <= 3_652_059).map(iso_from_day)
signs = st.sampled_from(["", "-"])
decades = st.tuples(signs, st.integers(1, 999)).map(lambda pair: f"{pair[0]}{pair[1]:03}X")
centuries = st.integers(0, 99).map(lambda century: f"{century:02}XX")
dates = st.one_of(isos, months, years, decades, centuries)
marked = st.tuples(dates, st.sampled_from(["", "?", "~", "%"])).map("".join)
garbled = st.text("0123456789-/.?~%X[],Y+u T", max_size=14)


def ranges_from(pairs: Sequence[tuple[Day, Day]]) -> UncertainDay:
    return UncertainDay(candidates_from_ranges((min(pair), max(pair)) for pair in pairs))


def refusal(read: Callable[[str], object], text: str) -> DateError | None:
    try:
        read(text)
    except DateError as error:
        return error
    return None


def oracle_bounds(text: str) -> tuple[Day, Day]:
    found = parse_edtf(text)
    first, last = found.lower_strict(), found.upper_strict()
    return day_from_civil(*first[:3]), day_from_civil(*last[:3])


@given(st.lists(st.tuples(days, bounds), min_size=1, max_size=4).map(ranges_from), st.booleans())
def test_every_uncertain_day_survives_being_written(day: UncertainDay, doubtful: bool) -> None:
    written = UncertainDay(day.candidates, doubtful)
    assert act_day_from_edtf(edtf_from_uncertain(written)) == written


@given(marked)
def test_every_date_survives_being_written(text: str) -> None:
    day = act_day_from_edtf(text)
    assert act_day_from_edtf(edtf_from_uncertain(day)) == day


@given(st.one_of(marked, st.sampled_from(["", ".."])), st.one_of(marked, st.sampled_from(["", ".."])))
def test_every_state_survives_being_written(start: str, stop: str) -> None:
    try:
        state = stretch_from_edtf(f"{start}/{stop}")
    except DateError:
        return
    assert stretch_from_edtf(edtf_from_stretch(state)) == state


@given(dates)
def test_a_date_has_the_bounds_of_the_oracle(text: str) -> None:
    day = act_day_from_edtf(text)
    assert (day.first, day.last) == oracle_bounds(text)


@settings(max_examples=20)  # the oracle takes 25 ms a pair
@given(isos, isos)
def test_a_pair_has_the_bounds_of_the_oracle(one: str, other: str) -> None:
    first, last = sorted((one, other), key=lambda text: act_day_from_edtf(text).first)
    for text in (f"{first}/{last}", f"[{first}..{last}]", f"[{first},{last}]"):
        day = act_day_from_edtf(text)
        assert (day.first, day.last) == oracle_bounds(text)


@given(dates)
def test_a_wider_date_contains_the_plain_one(text: str) -> None:
    plain, wide = act_day_from_edtf(text), act_day_from_edtf(f"{text}~")
    assert wide.first < plain.first
    assert wide.last > plain.last


@given(st.one_of(garbled, st.text(max_size=12), st.tuples(marked, garbled).map("".join)))
def test_a_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    for read in (act_day_from_edtf, stretch_from_edtf):
        error = refusal(read, text)
        assert error is None or (error.text == text and error.hint)
        assert error is None or 0 <= error.offset <= len(text)


@pytest.mark.parametrize("text", ["1900-02-29", "1946/1945"])
def test_the_oracle_still_accepts_what_no_calendar_has(text: str) -> None:
    """Remove a text from here when the oracle refuses it, and compare it above."""
    assert parse_edtf(text) is not None
    with pytest.raises(DateError):
        act_day_from_edtf(text)
