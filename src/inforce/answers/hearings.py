"""The hearings made last: questions asked one after another of one book share them."""

from inforce.answers.question import view_named
from inforce.engine import Hearing
from inforce.model import Book
from inforce.temporal import Day

_KEPT = 8
_LAST: list[Hearing] = []


def hearing_of(book: Book, view: str, known: Day | None = None) -> Hearing:
    """Return a book as a view hears it, as known on a day; books never change, so one hearing serves many questions.

    Raises:
        UnknownNameError: if the book has no such view.

    >>> import inforce
    >>> book = inforce.open().book
    >>> hearing_of(book, "roc") is hearing_of(book, "roc")
    True
    """
    named = view_named(book, view)
    for hearing in _LAST:
        if hearing.book is book and hearing.view is named and hearing.known == known:
            return hearing
    found = Hearing(book, named, known)
    _LAST.insert(0, found)
    del _LAST[_KEPT:]
    return found
