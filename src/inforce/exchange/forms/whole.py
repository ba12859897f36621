"""Everything in the books at once, told piece by piece: what has been told need not be held any longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from inforce.answers import Library
from inforce.answers.question import view_named
from inforce.exchange.forms.graph import Graph
from inforce.exchange.forms.sources import bibtex_from_items, csl_json_from_items
from inforce.exchange.forms.table import head_of_table, rows_of_table
from inforce.exchange.forms.walk import Walk, Watching, Whole, nobody
from inforce.temporal import iso_from_day


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
    return _TELLERS[form](Walk(library, whole, watching or nobody))


def _csv(walk: Walk) -> Iterator[bytes]:
    yield head_of_table().encode()
    for answers in walk.intervals():
        yield rows_of_table(answers).encode()


def _ndjson(walk: Walk) -> Iterator[bytes]:
    encoder = msgspec.json.Encoder()
    for answers in walk.intervals():
        yield encoder.encode_lines(answers)


def _json(walk: Walk) -> Iterator[bytes]:
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


def _ttl(walk: Walk) -> Iterator[bytes]:
    graph = Graph(walk.whole.base)
    yield graph.head()
    for step in walk.steps():
        if not step.part.key:
            yield graph.body(graph.record(step.books, step.asked))
        yield graph.body(graph.answers(step.asked, step.intervals))


def _bibtex(walk: Walk) -> Iterator[bytes]:
    yield bibtex_from_items(walk.items())


def _csl_json(walk: Walk) -> Iterator[bytes]:
    yield csl_json_from_items(walk.items())


_TELLERS: dict[str, Callable[[Walk], Iterator[bytes]]] = {
    "csv": _csv,
    "ndjson": _ndjson,
    "json": _json,
    "ttl": _ttl,
    "bibtex": _bibtex,
    "csl-json": _csl_json,
}
