"""The questions: what is asked of a book, and the answers with their reasons."""

from inforce.answers.answer import Answer, Answers, Because, Timelines
from inforce.answers.desk import TreatyDesk
from inforce.answers.library import BookProblemsError, Library, open
from inforce.answers.question import UnknownNameError

__all__ = [
    "Answer",
    "Answers",
    "Because",
    "BookProblemsError",
    "Library",
    "Timelines",
    "TreatyDesk",
    "UnknownNameError",
    "open",
]
