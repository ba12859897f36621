"""A day that a source gives and the record does not: what each way of mixing things up looks for in the record."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from inforce.model import CONSENTS, Act, Book, Claim, Event, FactHolds, Treaty
from inforce.temporal import (
    Candidates,
    Day,
    candidates_from_ranges,
    civil_from_day,
    count,
    day_after,
    days_in_month,
    intersect,
)


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


def _acts_that_day(puzzle: Puzzle, verbs: Iterable[str], treaty: str = "") -> tuple[Claim, ...]:
    """Return the acts of some kinds on a treaty that may have been on the day that is claimed."""
    wanted, of = set(verbs), treaty or puzzle.treaty.id
    return tuple(
        claim
        for claim in puzzle.book.claims
        if isinstance(claim.proposition, Act)
        and claim.proposition.verb in wanted
        and claim.proposition.treaty == of
        and _may_be_that_day(puzzle, claim)
    )


def _may_be_that_day(puzzle: Puzzle, claim: Claim) -> bool:
    days = [day for day in (claim.when, claim.received) if day is not None]
    return not claim.against and any(intersect(day.candidates, puzzle.claimed) for day in days)


def _signature(puzzle: Puzzle) -> Found:
    claims = _acts_that_day(puzzle, ("sign",)) if puzzle.of == "entry" else ()
    if claims:
        yield "", claims


def _one_consent(puzzle: Puzzle) -> Found:
    claims = _acts_that_day(puzzle, CONSENTS) if puzzle.of == "entry" else ()
    if claims:
        yield "", claims


def _exchange(puzzle: Puzzle) -> Found:
    """Find an exchange of ratifications on that day: an act, or the fact that performs a duty to exchange them."""
    if puzzle.of != "entry":
        return
    facts = {
        clause.performed_by.fact
        for clause in puzzle.treaty.clauses
        if clause.verb == "exchange" and isinstance(clause.performed_by, FactHolds)
    }
    events = tuple(
        claim
        for claim in puzzle.book.claims
        if isinstance(claim.proposition, Event)
        and claim.proposition.fact in facts
        and _may_be_that_day(puzzle, claim)
    )
    claims = (*_acts_that_day(puzzle, ("exchange",)), *events)
    if claims:
        yield "", claims


def _internal_act(puzzle: Puzzle) -> Found:
    claims = _acts_that_day(puzzle, ("decide",)) if puzzle.of else ()
    if claims:
        yield "", claims


def _notice(puzzle: Puzzle) -> Found:
    verbs = ("denounce", "withdraw", "terminate", "declare")
    claims = _acts_that_day(puzzle, verbs) if puzzle.of == "end" else ()
    if claims:
        yield "", claims


def _later_treaties(puzzle: Puzzle) -> Iterator[str]:
    for later in puzzle.book.treaties.values():
        if any(action.treaty == puzzle.treaty.id for action in later.actions):
            yield later.id


def _later_signature(puzzle: Puzzle) -> Found:
    for later in _later_treaties(puzzle) if puzzle.of == "end" else ():
        claims = _acts_that_day(puzzle, ("sign",), later)
        if claims:
            yield later, claims


def _later_entry(puzzle: Puzzle) -> Found:
    for later in _later_treaties(puzzle) if puzzle.of == "end" else ():
        if intersect(puzzle.entries.get(later, ()), puzzle.claimed):
            yield later, ()


def _expiry(puzzle: Puzzle) -> Found:
    """Find that the first term, counted from the entry into force or from the signature, would end on that day."""
    term = puzzle.treaty.terms.term
    if puzzle.of != "end" or term is None:
        return
    signed = (claim for claim in puzzle.book.claims if _signs(claim, puzzle.treaty.id))
    signatures = [span for claim in signed if claim.when for span in claim.when.candidates]
    starts = {"the entry into force": puzzle.entries.get(puzzle.treaty.id, ()), "the signature": signatures}
    for start, days in starts.items():
        ends = candidates_from_ranges((day_after(first, term), day_after(last, term)) for first, last in days)
        if intersect(ends, puzzle.claimed):
            yield f"counted from {start}", ()
            return


def _signs(claim: Claim, treaty: str) -> bool:
    act = claim.proposition
    return isinstance(act, Act) and act.verb == "sign" and act.treaty == treaty


def _one_view(puzzle: Puzzle) -> Found:
    if puzzle.agreeing:
        yield ", ".join(puzzle.agreeing), ()


def _off_by_one(puzzle: Puzzle) -> Found:
    near = candidates_from_ranges((Day(first - 1), Day(last + 1)) for first, last in puzzle.days)
    if count(puzzle.claimed) == 1 and intersect(near, puzzle.claimed):
        yield "", ()


def _precision(puzzle: Puzzle) -> Found:
    """Find that a day is the first or the last of a year or a month in which the record's day lies."""
    if count(puzzle.claimed) != 1:
        return
    year, month, day = civil_from_day(puzzle.claimed[0][0])
    same = [civil_from_day(first) for first, _ in puzzle.days]
    if (month, day) in ((1, 1), (12, 31)) and any(each[0] == year for each in same):
        yield str(year), ()
    elif day in (1, days_in_month(year, month)) and any(each[:2] == (year, month) for each in same):
        yield f"{year}-{month:02}", ()


FUNCTIONS: dict[str, Callable[[Puzzle], Found]] = {
    "one_view": _one_view,
    "signature": _signature,
    "one_consent": _one_consent,
    "exchange": _exchange,
    "internal_act": _internal_act,
    "notice": _notice,
    "later_signature": _later_signature,
    "later_entry": _later_entry,
    "expiry": _expiry,
    "off_by_one": _off_by_one,
    "precision": _precision,
}
"""How each confusion is found, in the order in which they are asked."""
