"""What lower ranks may do to what the highest leaves open: narrow it, never contradict it (design, S9)."""

from collections.abc import Iterator
from itertools import chain, combinations_with_replacement

from inforce.engine.audible import Heard
from inforce.engine.hear import occurrence_from_heard
from inforce.model import Claim, Event, View
from inforce.temporal import Day, UncertainDay
from tests.properties.resolutions import NEVER, Days, days_left_open

VIEW = View("court", "The court", tiers=(("high",), ("low",)))
SPEECHES = tuple(
    (first, last, mark) for first in (1, 2, 3) for last in range(first, 4) for mark in ("", "?", "not")
)
"""What a voice may say: that it was on a day from the first to the last, perhaps so, or not so."""


def said(voice: str, *speeches: tuple[int, int, str]) -> list[Claim]:
    return [
        Claim(
            f"{voice}{turn}",
            Event("strike"),
            voice,
            UncertainDay(((Day(first), Day(last)),), doubtful=mark == "?"),
            against=mark == "not",
        )
        for turn, (first, last, mark) in enumerate(speeches)
    ]


def left_open(claims: list[Claim]) -> Days:
    """Return the days that the engine leaves open, of those that anybody asserts."""
    heard = [Heard(claim, 0 if claim.voice == "high" else 1) for claim in claims]
    found: set[int | None] = set()
    for option in occurrence_from_heard(Event("strike"), heard).options:
        found |= {day for day in (1, 2, 3) if any(a <= day <= b for a, b in option.candidates)}
        found |= {NEVER} if option.may_not else set()
    asserted = (claim.when.candidates for claim in claims if claim.when and not claim.against)
    days = {day for first, last in chain.from_iterable(asserted) for day in range(first, last + 1)}
    return frozenset(found & {*days, NEVER})


def test_two_doubts_of_which_one_is_denied_above_do_not_agree_that_it_never_was() -> None:
    assert left_open([*said("high", (1, 1, "not")), *said("low", (1, 1, "?"), (2, 2, "?"))]) == {2, NEVER}


def test_a_doubt_whose_day_is_denied_above_takes_nothing_from_a_firm_claim() -> None:
    assert left_open([*said("high", (1, 1, "not")), *said("low", (1, 1, "?"), (1, 2, ""))]) == {2}


def test_a_doubt_below_does_not_narrow_a_firm_claim_beside_it() -> None:
    assert left_open([*said("high", (1, 1, "not")), *said("low", (2, 2, "?"), (2, 3, ""))]) == {2, 3}


def test_a_firm_claim_below_settles_a_doubt_above() -> None:
    assert left_open([*said("high", (1, 1, "?")), *said("low", (1, 2, ""))]) == {1}


def some(most: int) -> Iterator[tuple[tuple[int, int, str], ...]]:
    sizes = range(1, most + 1)
    return chain.from_iterable(combinations_with_replacement(SPEECHES, size) for size in sizes)


def test_whatever_two_ranks_say_of_three_days_leaves_open_what_it_should() -> None:
    low = list(some(2))
    for above in some(1):
        for below in low:
            claims = [*said("high", *above), *said("low", *below)]
            assert left_open(claims) == days_left_open(claims, VIEW), (above, below)
