"""The status of a treaty, an instrument or a clause on a day: deciding, not telling."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Answer, Because
from inforce.answers.disputes import reasons_of_cases
from inforce.answers.endings import manner_and_basis
from inforce.answers.hearings import hearing_of
from inforce.answers.question import (
    FLAG_NAMES,
    UnknownNameError,
    clause_named,
    flags_of,
    treaty_named,
    view_named,
)
from inforce.answers.silence import reasons_of_silence
from inforce.answers.wording import text_from_day
from inforce.engine import (
    BUDGET,
    Hearing,
    Row,
    Signal,
    Solution,
    bearers_of,
    certainty_on,
    counterparty_of,
    instances_between,
    possible_on,
    rows_from_solution,
    signals_of,
    solve_heard,
    status_signal,
    statuses_on,
)
from inforce.model import Book, Clause, Question, Treaty
from inforce.temporal import Day


class Asked:
    """A question with its names resolved, solved for one bearer; answers of any day come from it."""

    def __init__(
        self,
        question: Question,
        party: str,
        hearing: Hearing,
        *,
        flagged: bool = True,
        budget: int = BUDGET,
        also: Mapping[str, Signal] | None = None,
    ) -> None:
        """Solve a question for one bearer; ``also`` has more signals to solve with it."""
        book = hearing.book
        self.book, self.question, self.party = book, question, party
        self._flagged = flagged
        self.treaty = treaty_named(book, question.treaty)
        self.view = hearing.view
        self.clause = clause_named(book, self.view, self.treaty, question.clause) if question.clause else None
        self.solution = self._solved(hearing, budget, also or {})

    def _solved(self, hearing: Hearing, budget: int, also: Mapping[str, Signal]) -> Solution:
        signals = signals_of(self.question, self.treaty, self.clause, self.party, self.view) | dict(also)
        return solve_heard(hearing, signals, budget, beside=self._flag_signals())

    def _flag_signals(self) -> dict[str, Signal]:
        between = self.question.between
        return flags_of(self.treaty, self.clause, self.party, between) if self._flagged else {}

    @cached_property
    def rows(self) -> list[Row]:
        """All rows of the status, worked out when they are asked for."""
        return rows_from_solution(self.solution, "status")

    def possible(self, day: Day) -> tuple[str, ...]:
        """Return the statuses that are possible on a day."""
        return possible_on(self.solution, "status", day)

    def row_on(self, day: Day) -> Row:
        """Return the row that covers a day."""
        return next(row for row in reversed(self.rows) if row.since <= day)

    def answer(self, day: Day, today: Day | None = None, *, explained: bool = True) -> Answer:
        """Return the answer of a day."""
        row = self.row_on(day)
        possible = self.possible(day)
        how, basis = (
            manner_and_basis(self.solution, day, self.book, self.treaty.id)
            if "ended" in possible
            else ("", "")
        )
        because = tuple(self._because(day, possible)) if explained else ()
        return Answer(
            treaty=self.treaty.id,
            instrument=self.question.instrument or (self.clause.instrument if self.clause else "") or None,
            clause=self.clause.id if self.clause else None,
            party=(self.question.between[0] if self.question.between else self.party) or None,
            counterparty=self._counterparty() or None,
            on=text_from_day(day),
            view=self.view.id,
            known=text_from_day(self.question.known),
            status=possible[0] if len(possible) == 1 else "contested",
            possible=possible,
            certainty=certainty_on(self.solution, "status", day),
            since=text_from_day(row.since),
            until=text_from_day(row.until),
            how=how or None,
            basis=basis or None,
            convention=_convention(because),
            flags=tuple(self._flags(day, today)),
            because=because,
        )

    def _because(self, day: Day, possible: tuple[str, ...]) -> Iterator[Because]:
        """Yield the reasons of an answer: what the record says, and what nobody says."""
        yield from reasons_of_cases(self.solution, "status", day, self.book, self.treaty.id)
        if self.clause is not None:
            others = [party for party in self.treaty.parties if party != self.party]
            roles = {"it": self.party, "the other": others[0] if len(others) == 1 else ""}
            evidence = self.solution.resolutions[0].evidence
            yield from reasons_of_silence(self.book, self.clause, possible, roles, evidence)

    def _counterparty(self) -> str:
        if self.question.between:
            return self.question.between[1]
        return counterparty_of(self.treaty, self.clause, self.party) if self.clause else ""

    def _flags(self, day: Day, today: Day | None) -> Iterator[str]:
        """Yield the flags that stand beside the status; one that only may stand has a question mark."""
        for name in FLAG_NAMES if self._flagged else ():
            found = frozenset[str]().union(*(statuses_on(r, name, day) for r in self.solution.resolutions))
            if found - {"no"}:
                yield name if found == {"yes"} else f"{name}?"
        known = self.question.known or today
        if known is not None and day > known:
            yield "projected"


def _convention(because: Iterable[Because]) -> str | None:
    """Name the convention of counting that the reasons rest on, if one does."""
    counted = [reason for reason in because if "last day is counted" in reason.text]
    if counted:
        return "the day from which a span is counted is not counted; its last day is still in time"
    return None


def asked_for(
    book: Book,
    question: Question,
    *,
    flagged: bool = True,
    hearing: Hearing | None = None,
    budget: int = BUDGET,
) -> list[Asked]:
    """Solve a question for everyone it concerns: one for each bearer of a clause, or one.

    Many questions of one view and one day of knowledge may share a ``hearing``. A smaller ``budget`` is quicker
    and never wrong, but may leave an answer wider than the evidence does.

    Raises:
        UnknownNameError: if the question names something that the book does not have.
    """
    heard = hearing or hearing_of(book, question.view, question.known)
    return [
        Asked(instance.question, instance.bearer, heard, flagged=flagged, budget=budget)
        for instance in instances_of(book, question)
    ]


class Instance(Struct, frozen=True):
    """One of those whom a question concerns, with the signal of the status that is asked for."""

    question: Question
    bearer: str
    status: Signal


def instances_of(book: Book, question: Question) -> tuple[Instance, ...]:
    """Return a question for everyone whom it concerns: each bearer of a clause, between two in each direction.

    Raises:
        UnknownNameError: if the question names something that the book does not have.
    """
    treaty = treaty_named(book, question.treaty)
    view = view_named(book, question.view)
    _check_names(book, question, treaty)
    clause: Clause | None = clause_named(book, view, treaty, question.clause) if question.clause else None
    return tuple(
        Instance(instance, bearer, status_signal(instance, treaty, clause, bearer))
        for instance, bearer in _instances(question, treaty, clause)
    )


def _instances(question: Question, treaty: Treaty, clause: Clause | None) -> Iterator[tuple[Question, str]]:
    if clause is None:
        yield question, question.party
    elif question.between is None:
        yield from ((question, bearer) for bearer in bearers_of(treaty, clause, question.party))
    else:
        for one, other in instances_between(treaty, clause, question.between, question.party):
            yield replace(question, between=(one, other) if one else None), one


def _check_names(book: Book, question: Question, treaty: Treaty) -> None:
    instruments = tuple(item.id for item in treaty.instruments)
    if question.instrument and question.instrument not in instruments:
        raise UnknownNameError("instrument", question.instrument, instruments)
    for party in (question.party, *(question.between or ())):
        if party and party not in book.actors and party not in treaty.parties:
            raise UnknownNameError("actor", party, tuple(book.actors))


def status(book: Book, question: Question, today: Day | None = None) -> tuple[Answer, ...]:
    """Answer a question of status on its day, with reasons."""
    return tuple(asked.answer(question.on, today) for asked in asked_for(book, question))
