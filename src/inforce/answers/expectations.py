"""The expectations of a book: a treaty's own tests, compared with what the record yields."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.question import UnknownNameError
from inforce.answers.status import Asked, asked_for
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
    asked = book.expectations if expectations is None else expectations
    solved: dict[Question, list[Asked]] = {}
    failures = (_failure(book, expectation, solved) for expectation in asked)
    return tuple(failure for failure in failures if failure is not None)


def _failure(book: Book, expectation: Expectation, solved: dict[Question, list[Asked]]) -> Failure | None:
    """Compare one expectation; questions that differ in their day alone are solved once."""
    question = replace(expectation.question, on=_ANY_DAY)
    try:
        if question not in solved:
            hearing = next(
                (each.hearing for asked in solved.values() for each in asked if each.is_heard_as(question)),
                None,
            )
            solved[question] = asked_for(book, question, flagged=False, hearing=hearing)
        found = solved[question]
    except UnknownNameError as error:
        return Failure(expectation, (), str(error))
    wanted = set(expectation.possible)
    if all(set(item.possible(expectation.question.on)) == wanted for item in found):
        return None
    return Failure(expectation, tuple(item.answer(expectation.question.on) for item in found))
