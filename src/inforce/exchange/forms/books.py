"""Open books as what tells a format asks them: a server keeps what it has solved, a command asks once."""

from __future__ import annotations

from typing import Protocol

from inforce.answers import Answer, Library, TreatyDesk
from inforce.answers.article.names import Names
from inforce.answers.asking import today
from inforce.answers.due import due
from inforce.answers.question import treaty_named
from inforce.answers.status import status
from inforce.answers.window import Due, Window
from inforce.model import Question


class Books(Protocol):
    """What a format needs of open books."""

    @property
    def library(self) -> Library:
        """The books."""

    def names(self, treaty: str) -> Names:
        """Return the names that are used of a treaty."""

    def answers(self, question: Question) -> tuple[Answer, ...]:
        """Answer a question of status on its day with reasons."""

    def dues(self, window: Window) -> tuple[Due, ...]:
        """Return what falls due in a window."""


class BooksOnce:
    """Open books of which each thing is asked once, so that nothing is kept."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def names(self, treaty: str) -> Names:
        """Return the names that are used of a treaty."""
        return Names(self.library.book, treaty_named(self.library.book, treaty))

    def answers(self, question: Question) -> tuple[Answer, ...]:
        """Answer a question of status on its day with reasons."""
        return status(self.library.book, question, today())

    def dues(self, window: Window) -> tuple[Due, ...]:
        """Return what falls due in a window."""
        return due(self.library.book, window, today())


def desk_of(books: Books, treaty: str) -> TreatyDesk:
    """Return the desk at which a treaty is asked.

    Raises:
        UnknownNameError: if no book has such a treaty.
    """
    return TreatyDesk(books.library.book, books.library.paths, treaty, books.library.added)
