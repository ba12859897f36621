"""What came of an agreement on more time: a duty has a new last day, or there was none that could have one."""

from collections.abc import Sequence

from inforce.engine import Resolution, Signal, Solution, Use, possible_on, solve
from inforce.model import Act, Book, Claim, Clause, Treaty, View
from inforce.temporal import Day


def solution_of_postponements(book: Book, treaty: Treaty, view: View, known: Day | None) -> Solution | None:
    """Run the clocks and statuses of the duties that acts on record postpone; None if there is no such act.

    They are run apart from the powers, so that readings of one duty do not multiply the cases of all other acts.
    """
    signals: dict[str, Signal] = {}
    for clause in treaty.clauses:
        if any(_postpones(claim.proposition, clause) for claim in book.claims):
            for bearer in _bearers(clause, treaty):
                signals[f"time:{clause.id}:{bearer}"] = ("time_out", treaty.id, clause.id, bearer)
                signals[_status(clause, bearer)] = ("clause_status", treaty.id, clause.id, bearer, "")
    return solve(book, view, signals, known) if signals else None


def lacking_duty(
    act: Act, claim: Claim, uses: Sequence[tuple[Resolution, Use]], solution: Solution, treaty: Treaty
) -> str:
    """Say that an act of postponement meets no duty, or one that does not apply in the view; else say nothing."""
    if act.verb != "postpone" or claim.when is None:
        return ""
    if not uses:
        return "there is no duty of another to which it gives more time"
    statuses = {
        status
        for clause in treaty.clauses
        if _postpones(act, clause)
        for bearer in _bearers(clause, treaty)
        for status in possible_on(solution, _status(clause, bearer), claim.when.last)
    }
    return f"{', '.join(act.objects)} does not apply in this view" if statuses == {"not_applicable"} else ""


def _postpones(done: object, clause: Clause) -> bool:
    if not isinstance(done, Act) or (done.verb, done.treaty) != ("postpone", clause.treaty):
        return False
    return bool({clause.id, *clause.aliases} & set(done.objects))


def _bearers(clause: Clause, treaty: Treaty) -> tuple[str, ...]:
    return ("",) if clause.bearer.jointly else clause.bearer.actors or treaty.parties


def _status(clause: Clause, bearer: str) -> str:
    return f"duty:{clause.id}:{bearer}"
