"""What may be taken for the end: a notice, a later treaty, the end of the first term."""

from collections.abc import Iterator

from inforce.answers.puzzle import Found, Puzzle, acts_that_day
from inforce.model import Act, Claim
from inforce.temporal import candidates_from_ranges, day_after, intersect


def notice(puzzle: Puzzle) -> Found:
    """Find that a notice or a declaration was made or received on that day."""
    verbs = ("denounce", "withdraw", "terminate", "declare")
    claims = acts_that_day(puzzle, verbs) if puzzle.of == "end" else ()
    if claims:
        yield "", claims


def _later_treaties(puzzle: Puzzle) -> Iterator[str]:
    for later in puzzle.book.treaties.values():
        if any(action.treaty == puzzle.treaty.id for action in later.actions):
            yield later.id


def later_signature(puzzle: Puzzle) -> Found:
    """Find that a later treaty that acts on this one was signed on that day."""
    for later in _later_treaties(puzzle) if puzzle.of == "end" else ():
        claims = acts_that_day(puzzle, ("sign",), later)
        if claims:
            yield later, claims


def later_entry(puzzle: Puzzle) -> Found:
    """Find that a later treaty that acts on this one entered into force on that day."""
    for later in _later_treaties(puzzle) if puzzle.of == "end" else ():
        if intersect(puzzle.entries.get(later, ()), puzzle.claimed):
            yield later, ()


def expiry(puzzle: Puzzle) -> Found:
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
