"""The expectations of a book: a treaty's own tests, compared with what the record yields."""

from collections.abc import Iterable

from msgspec import Struct

from inforce.answers.answer import Answer
from inforce.answers.question import UnknownNameError
from inforce.answers.status import asked_for
from inforce.model import Book, Expectation


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
    failures = (_failure(book, expectation) for expectation in asked)
    return tuple(failure for failure in failures if failure is not None)


def _failure(book: Book, expectation: Expectation) -> Failure | None:
    try:
        found = asked_for(book, expectation.question)
    except UnknownNameError as error:
        return Failure(expectation, (), str(error))
    wanted = set(expectation.possible)
    if all(set(item.row_on(expectation.question.on).possible) == wanted for item in found):
        return None
    return Failure(expectation, tuple(item.answer(expectation.question.on) for item in found))
