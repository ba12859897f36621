"""Many questions of one view asked together: each answer is the one that the question alone would have."""

from collections.abc import Mapping, Sequence

from inforce.answers.question import clause_named, flags_of, treaty_named
from inforce.answers.status import Asked, Instance
from inforce.engine import BUDGET, Hearing, Signal, Solution, Sought, signals_of, solve_jointly


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
    return [_Solved(each, hearing, solution) for each, solution in zip(instances, found, strict=True)]


def _sought(hearing: Hearing, instance: Instance) -> Sought:
    question = instance.question
    treaty = treaty_named(hearing.book, question.treaty)
    clause = clause_named(hearing.book, hearing.view, treaty, question.clause) if question.clause else None
    signals = signals_of(question, treaty, clause, instance.bearer, hearing.view)
    return Sought(signals, flags_of(treaty, clause, instance.bearer, question.between))


class _Solved(Asked):
    """A question that was solved with others."""

    def __init__(self, instance: Instance, hearing: Hearing, solution: Solution) -> None:
        self._given = solution
        super().__init__(instance.question, instance.bearer, hearing)

    def _solved(self, hearing: Hearing, budget: int, also: Mapping[str, Signal]) -> Solution:
        return self._given
