"""Where nothing comes in a window: all clauses of a treaty are asked for all their bearers on one circuit, on rails.

On rails the possible is never too narrow. So where a status cannot change in the window, and nothing can happen in it,
no case has anything there either, and the question need not be put by itself. One circuit has what the clauses share
once, and a run of it costs little beside the building.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.clause_days import STATUSES_WITH_DAYS, brought_about, comes_round, signals_beside
from inforce.answers.question import treaty_named
from inforce.answers.turns import Turning, may_come_round
from inforce.engine import (
    Hearing,
    Resolution,
    Signal,
    Solution,
    happenings_of,
    solve_heard,
    status_signal,
    statuses_within,
)
from inforce.model import Clause, Question
from inforce.temporal import Day, intersect


class Borne(Struct, frozen=True):
    """A clause and one of those who bear it."""

    clause: Clause
    bearer: str


class Screen:
    """Clauses of one treaty with their bearers, solved together on rails: whatever may be so, is possible here."""

    def __init__(self, hearing: Hearing, question: Question, asked: Iterable[Borne]) -> None:
        """Solve all that is asked of one treaty on one circuit."""
        self._hearing = hearing
        self._asked = {(each.clause.id, each.bearer): (str(at), each) for at, each in enumerate(asked)}
        self._signals = {at: dict(_signals(hearing, question, each)) for at, each in self._asked.values()}
        self._solution = self._solved()

    def _solved(self) -> Solution:
        signals = {
            f"{at} {name}": signal for at, named in self._signals.items() for name, signal in named.items()
        }
        return solve_heard(self._hearing, signals, budget=1)

    def may_come(self, borne: Borne, window: tuple[Day, Day]) -> bool:
        """Tell whether something about a clause may come within a window, for one bearer."""
        at, _ = self._asked[borne.clause.id, borne.bearer]
        return any(self._comes(way, at, borne.clause, window) for way in self._solution.resolutions)

    def may_be(self, borne: Borne, status: str, day: Day) -> bool:
        """Tell whether a clause may have a status on a day, for one bearer."""
        at, _ = self._asked[borne.clause.id, borne.bearer]
        return any(
            status in statuses_within(way, f"{at} status", day, day) for way in self._solution.resolutions
        )

    def _comes(self, way: Resolution, at: str, clause: Clause, window: tuple[Day, Day]) -> bool:
        """Tell it of one reading, by the day after the window: a last day is the one before its time is over."""
        first, last = window[0], Day(window[1] + 1)
        turning = STATUSES_WITH_DAYS.get(clause.kind, frozenset())
        if turning:
            statuses = statuses_within(way, f"{at} status", Day(first - 1), last)
            if len(statuses) > 1 and statuses & turning:
                return True
        names = (f"{at} {name}" for name in self._signals[at] if name != "status")
        found = (each for name in names for each in happenings_of(way, name))
        if any(intersect(each.days, ((first, last),)) for each in found):
            return True
        latest = comes_round(clause)
        if latest is None:
            return False
        terms = treaty_named(self._hearing.book, clause.treaty).terms
        return may_come_round(way, Turning(terms, latest, f"{at} entry", f"{at} status"), window)


def _signals(hearing: Hearing, question: Question, borne: Borne) -> Iterator[tuple[str, Signal]]:
    clause, bearer = borne.clause, borne.bearer
    treaty = treaty_named(hearing.book, clause.treaty)
    if clause.kind in STATUSES_WITH_DAYS or clause.kind == "achieve":
        yield "status", status_signal(replace(question, clause=clause.id), treaty, clause, bearer)
    yield from signals_beside(clause, bearer).items()
    yield from brought_about(hearing, clause, bearer).items()
