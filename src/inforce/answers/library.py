"""The front door in Python: open books, ask treaties."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from inforce.answers.desk import TreatyDesk, day_from_text, day_or_today, today
from inforce.load import book_from_cache_or_files, shipped_books
from inforce.model import Book
from inforce.source import Problem

if TYPE_CHECKING:
    from inforce.answers.between import Bond


class BookProblemsError(ValueError):
    """Some files of a book have problems; ``problems`` has them all, with their places."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        from inforce.source import text_from_problem

        self.problems = problems
        super().__init__("\n\n".join(text_from_problem(problem) for problem in problems))


def open(*paths: str | Path) -> Library:
    """Open books: the files named, or every book shipped with the package.

    Raises:
        BookProblemsError: if a file has problems; the error tells all of them.

    >>> open().treaty("sino-soviet-1945").status(on="1947-07-01").answers[0].status
    'in_force'
    """
    found = [Path(path) for path in paths] or list(shipped_books())
    loaded = book_from_cache_or_files(found)
    if loaded.problems:
        raise BookProblemsError(loaded.problems)
    return Library(loaded.book, paths=tuple(found))


class BetweenAsked(TypedDict, total=False):
    """What narrows a question between two: the view, the knowledge, some statuses of clauses, what is over too."""

    view: str | None
    known: str | date | None
    statuses: Sequence[str]
    over: bool


class Library:
    """Open books, ready for questions."""

    def __init__(self, book: Book, paths: tuple[Path, ...] = ()) -> None:
        self.book, self.paths = book, paths

    def treaty(self, name: str) -> TreatyDesk:
        """Return the desk at which one treaty is asked.

        Raises:
            UnknownNameError: if no book has such a treaty; the error has the nearest names.
        """
        return TreatyDesk(self.book, self.paths, name)

    def between(
        self, one: str, other: str, on: str | date | None = None, **asked: Unpack[BetweenAsked]
    ) -> tuple[Bond, ...]:
        """Return everything that binds two parties on a day, today if none is given.

        Raises:
            UnknownNameError: if a party, a view or a status does not exist, or a government is named for a party.
        """
        from inforce.answers.between import Pair, between

        known = asked.get("known")
        pair = Pair(
            one,
            other,
            on=day_or_today(on),
            view=asked.get("view") or "all-voices",
            known=day_from_text(known) if known else None,
            statuses=tuple(status.replace(" ", "_") for status in asked.get("statuses", ())),
            over=asked.get("over", False),
        )
        return between(self.book, pair, today())

    @property
    def treaties(self) -> tuple[str, ...]:
        """The names of the treaties."""
        return tuple(self.book.treaties)
