"""Many questions of one view and one day of knowledge, answered by one circuit on rails."""

from collections.abc import Iterable

from inforce.answers.question import UnknownNameError
from inforce.answers.status import instances_of
from inforce.engine import Hearing, Signal, possible_on, solve_heard
from inforce.model import Book, Question
from inforce.temporal import Day


class Together:
    """Answer many questions from one run: quick and never wrong, but wider than one question with its cases.

    Questions about clauses that voices read differently are left out where every reading is heard: each reading
    would multiply the runs of all the others.
    """

    def __init__(self, hearing: Hearing, questions: Iterable[Question]) -> None:
        signals: dict[str, Signal] = {}
        self._outputs: dict[Question, tuple[str, ...]] = {}
        for question in questions:
            self._outputs[question] = _named(hearing, question, signals)
        self._solution = solve_heard(hearing, signals, budget=1) if signals else None

    def possible(self, question: Question, day: Day) -> list[tuple[str, ...]]:
        """Return the statuses that are possible on a day, for everyone whom the question concerns; or nothing."""
        if self._solution is None:
            return []
        return [possible_on(self._solution, name, day) for name in self._outputs.get(question, ())]


def _named(hearing: Hearing, question: Question, signals: dict[str, Signal]) -> tuple[str, ...]:
    """Enter the signals of a question; return their names, none if it is to be asked alone."""
    if hearing.view.tiers is None and _is_read_differently(hearing.book, question):
        return ()
    try:
        instances = instances_of(hearing.book, question)
    except UnknownNameError:
        return ()
    names = tuple(str(len(signals) + turn) for turn in range(len(instances)))
    signals.update(zip(names, (instance.status for instance in instances), strict=True))
    return names


def _is_read_differently(book: Book, question: Question) -> bool:
    read = (reading.clause for reading in book.readings)
    return any(
        clause.treaty == question.treaty and question.clause in (clause.id, *clause.aliases)
        for clause in read
    )
