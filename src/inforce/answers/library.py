"""The front door in Python: open books, ask treaties."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from inforce.answers.asking import (
    BetweenAsked,
    DueAsked,
    day_from_text,
    day_or_today,
    today,
    window_from_asked,
)
from inforce.answers.desk import TreatyDesk
from inforce.load import Added, book_from_cache_or_files, shipped_books
from inforce.model import Book
from inforce.source import Problem

if TYPE_CHECKING:
    from inforce.answers.between import Bond
    from inforce.answers.window import Due


class BookProblemsError(ValueError):
    """Some files of a book have problems; ``problems`` has them all, with their places."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        from inforce.source import text_from_problem

        self.problems = problems
        super().__init__("\n\n".join(text_from_problem(problem) for problem in problems))


def open(*paths: str | Path, store: str | None = None) -> Library:
    """Open books: the files named, or every book shipped with the package; with a store, what its log adds to them.

    Raises:
        BookProblemsError: if a file, or an entry of the log, has problems; the error tells all of them.
        RefusedError: if there is no such store.

    >>> open().treaty("sino-soviet-1945").status(on="1947-07-01").answers[0].status
    'in_force'
    """
    found = [Path(path) for path in paths] or list(shipped_books())
    added = _added(store, found) if store else ()
    loaded = book_from_cache_or_files(found, added)
    if loaded.problems:
        raise BookProblemsError(loaded.problems)
    return Library(loaded.book, tuple(found), added)


def _added(store: str, paths: Sequence[Path]) -> tuple[Added, ...]:
    from inforce.store import open_store

    with open_store(store, paths, create=False) as log:
        return log.added()


class Library:
    """Open books, ready for questions."""

    def __init__(self, book: Book, paths: tuple[Path, ...] = (), added: tuple[Added, ...] = ()) -> None:
        self.book, self.paths, self.added = book, paths, added

    def treaty(self, name: str) -> TreatyDesk:
        """Return the desk at which one treaty is asked.

        Raises:
            UnknownNameError: if no book has such a treaty; the error has the nearest names.
        """
        return TreatyDesk(self.book, self.paths, name, self.added)

    def between(
        self, one: str, other: str, on: str | date | None = None, **asked: Unpack[BetweenAsked]
    ) -> tuple[Bond, ...]:
        """Return everything that binds two parties on a day, today if none is given.

        ``asked`` may name ``view``, ``known``, ``statuses`` of clauses, and ``over`` for what has ended too.

        Raises:
            UnknownNameError: if a party, a view or a status does not exist, or a government is named for a party.

        >>> open().between("CHN", "SUN", on="1947-07-01", view="roc")[0].standing.status
        'in_force'
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

    def due(self, first: str | date, last: str | date, **asked: Unpack[DueAsked]) -> tuple[Due, ...]:
        """Return what falls due from one day through another, in one treaty or in all.

        ``asked`` may name ``treaty``, ``party``, ``view`` and ``known``; ``undated`` asks for duties without a day too,
        ``over`` for days of what has ended by then.

        Raises:
            UnknownNameError: if the treaty, the party or the view does not exist, or a government is named for a party.
            DateError: if a day is impossible, or the last comes before the first.

        >>> seen = open().due("1974-01-01", "1974-12-31", party="CHN", known="1949-01-01")
        >>> [each.days for each in seen if each.kind == "last_notice"]
        ['[1974-08-24..1974-08-27]']
        """
        from inforce.answers.due import due

        return due(self.book, window_from_asked(first, last, asked), today())

    @property
    def treaties(self) -> tuple[str, ...]:
        """The names of the treaties."""
        return tuple(self.book.treaties)
