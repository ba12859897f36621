"""What may be taken for the entry into force: the signature, one consent, the exchange, a decision inside a state."""

from inforce.answers.puzzle import Found, Puzzle, acts_that_day, may_be_that_day
from inforce.model import CONSENTS, Event, FactHolds


def signature(puzzle: Puzzle) -> Found:
    """Find that the treaty was signed on that day."""
    claims = acts_that_day(puzzle, ("sign",)) if puzzle.of == "entry" else ()
    if claims:
        yield "", claims


def one_consent(puzzle: Puzzle) -> Found:
    """Find that one party consented on that day."""
    claims = acts_that_day(puzzle, CONSENTS) if puzzle.of == "entry" else ()
    if claims:
        yield "", claims


def exchange(puzzle: Puzzle) -> Found:
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
        and may_be_that_day(puzzle, claim)
    )
    claims = (*acts_that_day(puzzle, ("exchange",)), *events)
    if claims:
        yield "", claims


def internal_act(puzzle: Puzzle) -> Found:
    """Find that something was decided inside a state on that day."""
    claims = acts_that_day(puzzle, ("decide",)) if puzzle.of else ()
    if claims:
        yield "", claims
