"""The expectations of a book: a treaty's own tests, compared with what the record yields."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.question import UnknownNameError, view_named
from inforce.answers.status import Asked, asked_for
from inforce.answers.together import Together
from inforce.engine import Hearing
from inforce.model import Book, Expectation, Question
from inforce.temporal import Day

_ANY_DAY = Day(0)
_Heard = tuple[str, Day | None]
_Run = tuple[str, str, Day | None]


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
    asked = tuple(book.expectations if expectations is None else expectations)
    solver = _Solver(book, asked)
    failures = (_failure(solver, expectation) for expectation in asked)
    return tuple(failure for failure in failures if failure is not None)


class _Solver:
    """Solve each question once: what differs in its day alone is one question, one view one hearing."""

    def __init__(self, book: Book, expectations: Iterable[Expectation]) -> None:
        self.book = book
        self._hearings: dict[_Heard, Hearing] = {}
        self._solved: dict[Question, list[Asked]] = {}
        self._asked: dict[_Run, dict[Question, None]] = {}
        for question in (undated(each.question) for each in expectations):
            self._asked.setdefault(_run_of(question), {})[question] = None
        self._together: dict[_Run, Together] = {}

    def on_rails(self, question: Question) -> list[tuple[str, ...]]:
        """Return what may be for everyone whom a question concerns, from one run of its treaty; or nothing.

        One circuit for a treaty in a view: one for all treaties would be visited on the days of all of them.
        """
        run = _run_of(question)
        if run not in self._together:
            hearing = self._hearing((question.view, question.known))
            self._together[run] = Together(hearing, self._asked[run])
        return self._together[run].possible(undated(question), question.on)

    def solved(self, question: Question) -> list[Asked]:
        """Return a question solved by cases for everyone it concerns."""
        key = undated(question)
        if key not in self._solved:
            hearing = self._hearing((question.view, question.known))
            self._solved[key] = asked_for(self.book, key, flagged=False, hearing=hearing)
        return self._solved[key]

    def _hearing(self, heard: _Heard) -> Hearing:
        if heard not in self._hearings:
            self._hearings[heard] = Hearing(self.book, view_named(self.book, heard[0]), heard[1])
        return self._hearings[heard]


def _run_of(question: Question) -> _Run:
    return question.treaty, question.view, question.known


def undated(question: Question) -> Question:
    """Return a question of every day."""
    return replace(question, on=_ANY_DAY)


def _failure(solver: _Solver, expectation: Expectation) -> Failure | None:
    """Compare one expectation with the record.

    A run without cases leaves an answer too wide, never wrong: where it has the one expected status, that is it.
    """
    question, wanted = expectation.question, set(expectation.possible)
    try:
        on_rails = solver.on_rails(question) if len(wanted) == 1 else []
        if on_rails and all(set(possible) == wanted for possible in on_rails):
            return None
        found = solver.solved(question)
    except UnknownNameError as error:
        return Failure(expectation, (), str(error))
    if _all_are(found, question.on, wanted):
        return None
    return Failure(expectation, tuple(item.answer(question.on) for item in found))


def _all_are(found: list[Asked], day: Day, wanted: set[str]) -> bool:
    return all(set(item.possible(day)) == wanted for item in found)
