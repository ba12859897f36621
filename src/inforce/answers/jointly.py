"""Many questions of one view asked together: each answer is the one that the question alone would have."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from inforce.answers.question import clause_named, flags_of, treaty_named
from inforce.answers.status import Asked, Instance
from inforce.engine import BUDGET, Hearing, Signal, Solution, Sought, signals_of, solve_jointly
from inforce.model import Clause, Question, Treaty


def asked_jointly(hearing: Hearing, instances: Sequence[Instance], budget: int = BUDGET) -> list[Asked]:
    """Solve questions of one view by cases, with the flags beside them, in their order.

    >>> import inforce
    >>> from inforce.answers.status import instances_of
    >>> from inforce.model import ALL_VOICES, Question
    >>> book = inforce.open().book
    >>> of = Question("sino-soviet-1945", on=book.expectations[0].question.on)
    >>> [each.rows[-1].possible for each in asked_jointly(Hearing(book, ALL_VOICES), instances_of(book, of))]
    [('ended',)]
    """
    found = solve_jointly(hearing, [_sought(hearing, each) for each in instances], budget)
    return [
        _Solved(each.question, each.bearer, hearing, solution)
        for each, solution in zip(instances, found, strict=True)
    ]


class Posed(Struct, frozen=True):
    """A question without its flags, for one bearer, and more signals to solve with it."""

    question: Question
    bearer: str
    also: Mapping[str, Signal] = {}


def posed_jointly(hearing: Hearing, posed: Sequence[Posed], budget: int = BUDGET) -> list[Asked]:
    """Solve questions with their own signals beside, in their order; each as if it had been asked alone."""
    sought = [Sought(dict(_signals(hearing, each.question, each.bearer)) | dict(each.also)) for each in posed]
    found = solve_jointly(hearing, sought, budget)
    return [
        _Solved(each.question, each.bearer, hearing, solution, flagged=False)
        for each, solution in zip(posed, found, strict=True)
    ]


def _sought(hearing: Hearing, instance: Instance) -> Sought:
    question, bearer = instance.question, instance.bearer
    treaty, clause = _about(hearing, question)
    flags = flags_of(treaty, clause, bearer, question.between)
    return Sought(_signals(hearing, question, bearer), flags)


def _signals(hearing: Hearing, question: Question, bearer: str) -> Mapping[str, Signal]:
    treaty, clause = _about(hearing, question)
    return signals_of(question, treaty, clause, bearer, hearing.view)


def _about(hearing: Hearing, question: Question) -> tuple[Treaty, Clause | None]:
    treaty = treaty_named(hearing.book, question.treaty)
    clause = clause_named(hearing.book, hearing.view, treaty, question.clause) if question.clause else None
    return treaty, clause


class _Solved(Asked):
    """A question that was solved with others."""

    def __init__(
        self, question: Question, bearer: str, hearing: Hearing, solution: Solution, *, flagged: bool = True
    ) -> None:
        self._given = solution
        super().__init__(question, bearer, hearing, flagged=flagged)

    def _solved(self, hearing: Hearing, budget: int, also: Mapping[str, Signal]) -> Solution:
        return self._given
