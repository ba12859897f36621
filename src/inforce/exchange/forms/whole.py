"""Everything in the books at once, told piece by piece: what has been told need not be held any longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
from msgspec import Struct

from inforce.answers import Answer, Library
from inforce.answers.question import treaty_named, view_named
from inforce.exchange.forms.address import BASE, Asked
from inforce.exchange.forms.books import BooksOnce
from inforce.exchange.forms.graph import Graph
from inforce.exchange.forms.part import Part, every_part
from inforce.exchange.forms.sources import bibtex_from_items, csl_json_from_items, items_named
from inforce.exchange.forms.table import head_of_table, rows_of_table
from inforce.exchange.forms.tell import intervals_of_part
from inforce.model import ALL_VOICES
from inforce.temporal import Day, iso_from_day

Watching = Callable[[float], None]


class Whole(Struct, frozen=True):
    """What is asked of all books: in whose view, as known on which day, and where the addresses in it begin."""

    view: str = ALL_VOICES.id
    known: Day | None = None
    base: str = BASE


def told_whole(
    library: Library, form: str, whole: Whole, watching: Watching | None = None
) -> Iterator[bytes]:
    """Tell everything in a format, a piece for each treaty and each of its parts, in the order of the books.

    It is what the single treaties are told as, one after another. ``watching`` is told the share that is done.

    Raises:
        UnknownNameError: if there is no such view, before anything is told.

    >>> import inforce
    >>> next(told_whole(inforce.open(), "csv", Whole()))[:26]
    b'treaty,clause,bearer,count'
    """
    view_named(library.book, whole.view)
    return _TELLERS[form](_Walk(library, whole, watching or _nobody))


class _Step:
    """A part of a treaty on the way through all of them."""

    def __init__(self, books: BooksOnce, asked: Asked, part: Part) -> None:
        self.books, self.asked, self.part = books, asked, part

    def intervals(self) -> tuple[Answer, ...]:
        """Return every interval of it."""
        return intervals_of_part(self.books, self.asked, self.part)


class _Walk:
    """Go through the treaties of some books, and say how far it is."""

    def __init__(self, library: Library, whole: Whole, watching: Watching) -> None:
        self.library, self.whole, self._watching = library, whole, watching

    def steps(self) -> Iterator[_Step]:
        """Yield each treaty as a whole, and then each of its parts."""
        names = self.library.treaties
        for number, name in enumerate(names):
            desk = self.library.treaty(name)
            books = BooksOnce(Library(desk.book, self.library.paths, self.library.added))
            parts = tuple(every_part(treaty_named(desk.book, name), books.names(name)))
            for done, part in enumerate(parts):
                self._watching((number + done / len(parts)) / len(names))
                yield _Step(books, Asked(name, view=self.whole.view, known=self.whole.known), part)

    def intervals(self) -> Iterator[tuple[Answer, ...]]:
        """Yield the intervals of each part of each treaty."""
        return (step.intervals() for step in self.steps())

    def items(self) -> list[dict[str, object]]:
        """Return every source."""
        return items_named(BooksOnce(self.library), self.library.book.sources)


def _csv(walk: _Walk) -> Iterator[bytes]:
    yield head_of_table().encode()
    for answers in walk.intervals():
        yield rows_of_table(answers).encode()


def _ndjson(walk: _Walk) -> Iterator[bytes]:
    encoder = msgspec.json.Encoder()
    for answers in walk.intervals():
        yield encoder.encode_lines(answers)


def _json(walk: _Walk) -> Iterator[bytes]:
    """Tell one answer to one query, without ever having the whole of it."""
    known = walk.whole.known
    query = {
        "verb": "export",
        "view": walk.whole.view,
        "known": None if known is None else iso_from_day(known),
    }
    encoder = msgspec.json.Encoder()
    yield b'{"query":' + encoder.encode(query) + b',"answers":['
    comma = b""
    for answers in walk.intervals():
        if answers:
            yield comma + b",".join(map(encoder.encode, answers))
            comma = b","
    yield b"]}"


def _ttl(walk: _Walk) -> Iterator[bytes]:
    graph = Graph(walk.whole.base)
    yield graph.head()
    for step in walk.steps():
        if not step.part.key:
            yield graph.body(graph.record(step.books, step.asked))
        yield graph.body(graph.answers(step.asked, step.intervals()))


def _bibtex(walk: _Walk) -> Iterator[bytes]:
    yield bibtex_from_items(walk.items())


def _csl_json(walk: _Walk) -> Iterator[bytes]:
    yield csl_json_from_items(walk.items())


def _nobody(done: float) -> None:
    """Be told how far it is, where nobody looks."""


_TELLERS: dict[str, Callable[[_Walk], Iterator[bytes]]] = {
    "csv": _csv,
    "ndjson": _ndjson,
    "json": _json,
    "ttl": _ttl,
    "bibtex": _bibtex,
    "csl-json": _csl_json,
}
