"""Whether a party may reserve, object, accept or take back, by general law (Vienna Convention, arts. 19 to 22)."""

from collections.abc import Iterator

from msgspec import Struct

from inforce.answers.answer import Because
from inforce.answers.disputes import reasons_of_cases
from inforce.answers.reservations import reserving_claims
from inforce.engine import Hearing, Signal, Solution, possible_on, rows_from_solution, rules_of, solve_heard
from inforce.model import Book, Question, Treaty, View
from inforce.temporal import Day

RESERVATION_ACTS = ("reserve", "object", "accept-reservation", "withdraw-reservation", "withdraw-objection")
"""The acts that general law gives powers for where no clause does."""

_RULE = "reservation-between-two"
_NEEDS = {
    "reserve": (
        "to be made on signing or on consenting to be bound",
        "made on signing, to be confirmed then",
    ),
    "object": ("to say so, if it is to oppose the entry into force between the two",),
}


class ReservationPower(Struct, frozen=True):
    """One thing that a party may do about reservations, or may not."""

    act: str
    clause: str | None
    verdict: str
    needs: tuple[str, ...]
    first_day: Day | None
    because: tuple[Because, ...]


def reservation_powers(
    book: Book, treaty: Treaty, view: View, act: str, question: Question
) -> Iterator[ReservationPower]:
    """Yield a power to make a reservation, or one for each reservation that the act could be about."""
    if _RULE not in [rule.id for rule in rules_of(view)]:
        return
    hearing = Hearing(book, view, question.known)
    for told, clause, signal in _signals(book, treaty, act, question.party):
        solution = solve_heard(hearing, {"power": signal})
        possible = possible_on(solution, "power", question.on)
        yield ReservationPower(
            act=told,
            clause=clause or None,
            verdict=possible[0] if len(possible) == 1 else "open",
            needs=(*_NEEDS.get(act, ()), *(_permitted(treaty) if act == "reserve" else ())),
            first_day=_first_day(solution, question.on),
            because=tuple(reasons_of_cases(solution, "power", question.on, book, treaty.id)),
        )


def _signals(book: Book, treaty: Treaty, act: str, party: str) -> Iterator[tuple[str, str, Signal]]:
    if act == "reserve":
        yield act, "", ("may_reserve", treaty.id, party)
        return
    made = {
        (actor.code, clause): None
        for claim, proposition in reserving_claims(book, treaty.id)
        for actor in proposition.actors
        for clause in claim.reserving or ()
    }
    own = act == "withdraw-reservation"
    for reserver, clause in made:
        if own != (reserver == party):
            continue
        asked = (treaty.id, party, reserver, clause)
        yield (
            f"{act} ({reserver})",
            clause,
            {
                "object": ("may_object", *asked),
                "withdraw-objection": ("objected", *asked),
                "accept-reservation": ("stands", treaty.id, reserver, clause, party),
                "withdraw-reservation": ("stands", treaty.id, reserver, clause, ""),
            }[act],
        )


def _permitted(treaty: Treaty) -> Iterator[str]:
    """Yield what the treaty itself says of reservations."""
    yield from (clause.sentence for clause in treaty.clauses if clause.reservability is not None)


def _first_day(solution: Solution, on: Day) -> Day | None:
    rows = (row for row in rows_from_solution(solution, "power") if row.possible == ("yes",))
    return next((max(row.since, on) for row in rows if row.until is None or row.until > on), None)
