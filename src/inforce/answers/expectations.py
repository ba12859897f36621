"""The expectations of a book: a treaty's own tests, compared with what the record yields."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.question import UnknownNameError, view_named
from inforce.answers.status import Asked, asked_for
from inforce.engine import BUDGET, Hearing
from inforce.model import Book, Expectation, Question
from inforce.temporal import Day

_ANY_DAY = Day(0)


class Failure(Struct, frozen=True):
    """An expectation that does not hold, with the answers that came out instead."""

    expectation: Expectation
    answers: tuple[Answer, ...]
    error: str = ""

    @property
    def text(self) -> str:
        """Say what was expected and what came out, for whom."""
        wanted = " or ".join(self.expectation.possible)
        if self.error:
            return f"expected {wanted}, but it cannot be asked: {self.error}"
        came = "; ".join(
            f"{' or '.join(answer.possible)}{f' for {answer.party}' if answer.party else ''}"
            for answer in self.answers
        )
        return f"expected {wanted}, the record yields {came}"


def check_expectations(book: Book, expectations: Iterable[Expectation] | None = None) -> tuple[Failure, ...]:
    """Return the expectations that fail, in the order of the files.

    An expectation holds if every answer to its question has exactly the statuses that it names.
    """
    solver = _Solver(book)
    asked = book.expectations if expectations is None else expectations
    failures = (_failure(solver, expectation) for expectation in asked)
    return tuple(failure for failure in failures if failure is not None)


class _Solver:
    """Solve each question of a book once: what differs in its day alone is one question, one view one hearing."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._hearings: dict[tuple[str, Day | None], Hearing] = {}
        self._solved: dict[tuple[Question, int], list[Asked]] = {}

    def solved(self, question: Question, budget: int = BUDGET) -> list[Asked]:
        """Return a question solved for everyone it concerns."""
        key = (replace(question, on=_ANY_DAY), budget)
        if key not in self._solved:
            heard = (question.view, question.known)
            if heard not in self._hearings:
                view = view_named(self.book, question.view)
                self._hearings[heard] = Hearing(self.book, view, question.known)
            hearing = self._hearings[heard]
            self._solved[key] = asked_for(self.book, key[0], flagged=False, hearing=hearing, budget=budget)
        return self._solved[key]


def _failure(solver: _Solver, expectation: Expectation) -> Failure | None:
    """Compare one expectation with the record.

    A run without cases leaves an answer too wide, never wrong: where it has the one expected status, that is it.
    """
    question, wanted = expectation.question, set(expectation.possible)
    try:
        if len(wanted) == 1 and _all_are(solver.solved(question, budget=1), question.on, wanted):
            return None
        found = solver.solved(question)
    except UnknownNameError as error:
        return Failure(expectation, (), str(error))
    if _all_are(found, question.on, wanted):
        return None
    return Failure(expectation, tuple(item.answer(question.on) for item in found))


def _all_are(found: list[Asked], day: Day, wanted: set[str]) -> bool:
    return all(set(item.possible(day)) == wanted for item in found)
