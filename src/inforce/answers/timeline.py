"""Every interval instead of one day, and every view side by side."""

from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.hearings import hearing_of
from inforce.answers.question import treaty_named
from inforce.answers.status import asked_for, status
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
    return tuple(
        replace(asked.answer(row.since, today, explained=False), on=None)
        for asked in asked_for(hearing.book, question, hearing=hearing)
        for row in asked.rows
    )


def views(book: Book, question: Question, today: Day | None = None) -> tuple[Answer, ...]:
    """Answer under every view that belongs to the treaty, the built-in one last."""
    treaty = treaty_named(book, question.treaty)
    found: list[Answer] = []
    for view in book.views_beside(treaty.id):
        found.extend(status(book, replace(question, view=view), today))
    return tuple(found)
