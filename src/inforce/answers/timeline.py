"""Every interval instead of one day, and every view side by side."""

from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.hearings import hearing_of
from inforce.answers.jointly import asked_jointly
from inforce.answers.question import treaty_named
from inforce.answers.status import Asked, asked_for, instances_of, status
from inforce.engine import Hearing
from inforce.model import Book, Question
from inforce.temporal import Day


def timeline(book: Book, question: Question, today: Day | None = None) -> tuple[Answer, ...]:
    """Answer for every interval in turn: from each row's first day until the next.

    The rows of one clause cover all days and never overlap.
    """
    return timeline_heard(hearing_of(book, question.view, question.known), question, today)


def timeline_heard(hearing: Hearing, question: Question, today: Day | None = None) -> tuple[Answer, ...]:
    """Answer for every interval of a book as it is heard; many questions of one view may share a hearing."""
    return _intervals(asked_for(hearing.book, question, hearing=hearing), today)


def timelines(
    book: Book, questions: Sequence[Question], today: Day | None = None
) -> tuple[tuple[Answer, ...], ...]:
    """Answer several questions of one view and one day of knowledge, each as its own timeline does.

    They are solved on one circuit: what many parts of a treaty rest on is worked out once.

    >>> import inforce
    >>> book = inforce.open().book
    >>> parts = [Question("genocide-1948", Day(0), clause=name) for name in ("I", "II")]
    >>> timelines(book, parts) == tuple(timeline(book, each) for each in parts)
    True
    """
    hearing = hearing_of(book, questions[0].view, questions[0].known)
    groups = [instances_of(book, question) for question in questions]
    solved = iter(asked_jointly(hearing, [each for group in groups for each in group]))
    return tuple(_intervals(islice(solved, len(group)), today) for group in groups)


def _intervals(asked: Iterable[Asked], today: Day | None) -> tuple[Answer, ...]:
    return tuple(
        replace(each.answer(row.since, today, explained=False), on=None)
        for each in asked
        for row in each.rows
    )


def views(book: Book, question: Question, today: Day | None = None) -> tuple[Answer, ...]:
    """Answer under every view that belongs to the treaty, the built-in one last."""
    treaty = treaty_named(book, question.treaty)
    found: list[Answer] = []
    for view in book.views_beside(treaty.id):
        found.extend(status(book, replace(question, view=view), today))
    return tuple(found)
