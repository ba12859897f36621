"""A day that a source gives and the record does not, and what was done on it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from inforce.model import Act, Book, Claim, Treaty
from inforce.temporal import Candidates, intersect


class Puzzle(Struct, frozen=True):
    """A day that a source gives and the record does not: of what, in which view, and who agrees.

    ``of`` is ``entry``, ``end`` or empty for any other status; ``days`` are the record's, ``agreeing`` the views.
    ``entries`` are the days on which the treaty, and later treaties that end it, enter into force.
    """

    book: Book
    treaty: Treaty
    of: str
    claimed: Candidates
    days: Candidates
    agreeing: tuple[str, ...] = ()
    entries: dict[str, Candidates] = {}


Found = Iterator[tuple[str, tuple[Claim, ...]]]
"""What a function finds: words that say more, and the claims that it rests on."""


def acts_that_day(puzzle: Puzzle, verbs: Iterable[str], treaty: str = "") -> tuple[Claim, ...]:
    """Return the acts of some kinds on a treaty that may have been on the day that is claimed."""
    wanted, of = set(verbs), treaty or puzzle.treaty.id
    return tuple(
        claim
        for claim in puzzle.book.claims
        if isinstance(claim.proposition, Act)
        and claim.proposition.verb in wanted
        and claim.proposition.treaty == of
        and may_be_that_day(puzzle, claim)
    )


def may_be_that_day(puzzle: Puzzle, claim: Claim) -> bool:
    """Tell whether something may have been done, or received, on the day that is claimed."""
    days = [day for day in (claim.when, claim.received) if day is not None]
    return not claim.against and any(intersect(day.candidates, puzzle.claimed) for day in days)
