"""What is cited, for citation managers: CSL-JSON as it stands beside the treaty files, and BibTeX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import msgspec

from inforce.answers.article.about import claims_about
from inforce.answers.question import treaty_named
from inforce.exchange.forms.address import Asked
from inforce.exchange.forms.bibtex import bibtex_of
from inforce.exchange.forms.books import Books
from inforce.exchange.forms.part import part_named
from inforce.load.bibliography import json_beside
from inforce.model import Book, Citation, Clause, Source, Treaty

CSL: TypeAlias = dict[str, Any]
"""An item of CSL-JSON with all that its file has of it, also what no answer shows."""


def items_of(books: Books, asked: Asked) -> list[CSL]:
    """Return the sources that a treaty or a part of it cites, in the order of their keys."""
    book = books.library.book
    treaty, (part, kind) = treaty_named(book, asked.treaty), part_named(books, asked)
    if kind == "treaty":
        cited = _of_treaty(book, treaty)
    elif kind == "instrument":
        cited = _of_instrument(treaty, part.instrument)
    else:
        cited = _of_clauses(book, [each for each in treaty.clauses if each.id == part.clause])
    return items_named(books, {citation.key for citation in cited})


def items_named(books: Books, keys: Iterable[str]) -> list[CSL]:
    """Return sources by their keys: as their file has them, or, where there is no file, as far as they were read."""
    found = dict(_items_beside(books))
    sources = books.library.book.sources
    return [found.get(key) or _item(sources[key]) for key in sorted(keys) if key in sources]


def csl_json_from_items(items: Iterable[CSL]) -> bytes:
    """Write items as CSL-JSON, which Zotero imports and treaty files can stand beside."""
    return msgspec.json.format(msgspec.json.encode(list(items)), indent=2) + b"\n"


def bibtex_from_items(items: Iterable[CSL]) -> bytes:
    """Write items as BibTeX, an entry each."""
    return "\n".join(map(bibtex_of, items)).encode()


def _of_treaty(book: Book, treaty: Treaty) -> Iterator[Citation]:
    for line in (*treaty.said, *(line for each in treaty.instruments for line in each.said)):
        yield from line.citations
    yield from _of_clauses(book, treaty.clauses)
    for claim in claims_about(book, treaty):
        yield from claim.citations
        for detail in claim.details:
            yield from detail.citations


def _of_instrument(treaty: Treaty, name: str) -> Iterator[Citation]:
    for each in treaty.instruments:
        if each.id == name:
            yield from (citation for line in each.said for citation in line.citations)


def _of_clauses(book: Book, clauses: Iterable[Clause]) -> Iterator[Citation]:
    ids = set()
    for clause in clauses:
        ids.add((clause.treaty, clause.id))
        yield from clause.citations
        yield from (citation for line in clause.said for citation in line.citations)
    for reading in book.readings:
        if (reading.clause.treaty, reading.clause.id) in ids:
            yield from reading.citations


def _items_beside(books: Books) -> Iterator[tuple[str, CSL]]:
    """Yield the items of every bibliography beside the files of the books; what else is JSON is passed over."""
    for path in json_beside(books.library.paths):
        try:
            items = msgspec.json.decode(path.read_bytes())
        except (OSError, ValueError):
            continue
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict) and "id" in item:
                yield str(item["id"]), item


def _item(source: Source) -> CSL:
    """Return a source as an item, as far as it was read."""
    item = {
        "id": source.key,
        "type": source.kind or "document",
        "title": source.title,
        "container-title": source.container,
        "publisher": source.publisher,
        "volume": source.volume,
        "page": source.page,
        "language": source.language,
        "note": source.note,
        "URL": source.url,
        "author": [{"literal": name} for name in source.author.split("; ") if name],
        "editor": [{"literal": name} for name in source.editor.split("; ") if name],
        "issued": {"literal": source.issued} if source.issued else {},
    }
    return {key: value for key, value in item.items() if value}
