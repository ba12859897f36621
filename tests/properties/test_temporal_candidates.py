"""Candidate sets against Python's own sets, over small windows of days."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from inforce.temporal import (
    Candidates,
    Day,
    candidates_from_ranges,
    contains,
    count,
    intersect,
    iter_days,
    subtract,
    union,
)

WINDOW = range(-12, 13)

days = st.integers(WINDOW.start, WINDOW.stop - 1).map(Day)
ranges = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))
candidates = st.lists(ranges, max_size=5).map(candidates_from_ranges)


def days_in(found: Candidates) -> set[int]:
    return {day for first, last in found for day in range(first, last + 1)}


def is_canonical(found: Candidates) -> bool:
    """Ranges stand in order, and at least one day lies between each and the next."""
    return all(first <= last for first, last in found) and all(
        before[1] + 1 < after[0] for before, after in pairwise(found)
    )


@given(st.lists(ranges, max_size=5))
def test_ranges_become_one_canonical_set(pairs: list[tuple[Day, Day]]) -> None:
    found = candidates_from_ranges(pairs)
    assert is_canonical(found)
    assert days_in(found) == {day for first, last in pairs for day in range(first, last + 1)}


@given(candidates, candidates)
def test_the_algebra_is_that_of_sets(left: Candidates, right: Candidates) -> None:
    pairs = [
        (union(left, right), days_in(left) | days_in(right)),
        (intersect(left, right), days_in(left) & days_in(right)),
        (subtract(left, right), days_in(left) - days_in(right)),
    ]
    for found, expected in pairs:
        assert days_in(found) == expected
        assert is_canonical(found)


@given(candidates, days, st.integers(0, 30))
def test_membership_counting_and_iterating_agree(found: Candidates, day: Day, limit: int) -> None:
    assert contains(found, day) == (day in days_in(found))
    assert count(found) == len(days_in(found))
    assert list(iter_days(found, limit)) == sorted(days_in(found))[:limit]
