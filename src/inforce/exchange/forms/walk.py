"""The way through everything in some books: each treaty, and each of its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from inforce.answers import Answer, Library
from inforce.answers.question import treaty_named
from inforce.exchange.forms.address import BASE, Asked
from inforce.exchange.forms.books import BooksOnce
from inforce.exchange.forms.part import Part, every_part
from inforce.exchange.forms.sources import items_named
from inforce.exchange.forms.tell import intervals_of_parts
from inforce.model import ALL_VOICES
from inforce.temporal import Day

Watching = Callable[[float], None]


class Whole(Struct, frozen=True):
    """What is asked of all books: in whose view, as known on which day, and where the addresses in it begin."""

    view: str = ALL_VOICES.id
    known: Day | None = None
    base: str = BASE


def nobody(done: float) -> None:
    """Be told how far it is, where nobody looks."""


class Step(Struct, frozen=True):
    """A part of a treaty on the way through all of them, with every interval of it."""

    books: BooksOnce
    asked: Asked
    part: Part
    intervals: tuple[Answer, ...]


class Walk:
    """Go through the treaties of some books, and say how far it is."""

    def __init__(self, library: Library, whole: Whole, watching: Watching) -> None:
        self.library, self.whole, self._watching = library, whole, watching

    def steps(self) -> Iterator[Step]:
        """Yield each treaty as a whole, and then each of its parts."""
        names = self.library.treaties
        for number, name in enumerate(names):
            desk = self.library.treaty(name)
            books = BooksOnce(Library(desk.book, self.library.paths, self.library.added))
            parts = tuple(every_part(treaty_named(desk.book, name), books.names(name)))
            asked = Asked(name, view=self.whole.view, known=self.whole.known)
            self._watching(number / len(names))
            for part, found in zip(parts, intervals_of_parts(books, asked, parts), strict=True):
                yield Step(books, asked, part, found)

    def intervals(self) -> Iterator[tuple[Answer, ...]]:
        """Yield the intervals of each part of each treaty."""
        return (step.intervals for step in self.steps())

    def items(self) -> list[dict[str, object]]:
        """Return every source."""
        return items_named(BooksOnce(self.library), self.library.book.sources)
