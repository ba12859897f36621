"""One treaty of a columnar book as a book of its own: what the questions about a single treaty are asked of."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
from msgspec.structs import replace

from inforce.corpus.columnar import Columnar
from inforce.corpus.from_book import book_from_columnar
from inforce.corpus.intervals import is_book
from inforce.corpus.routing import claim_from_row
from inforce.corpus.template import Template, template_from_text
from inforce.engine import UnknownNameError
from inforce.model import Actor, Book, Citation, Claim, Source

T = TypeVar("T")


def book_of_treaty(columnar: Columnar, name: str, parties: Sequence[str] = ()) -> Book:
    """Return a treaty of a columnar book with its claims, its parties, its voices and its sources.

    A treaty that is run for one party at a time has only the ``parties`` asked for, if any are: what is open about
    the others is then nobody's concern.

    Raises:
        UnknownNameError: if there is no such treaty, or it has no such party; the error has the nearest names.
    """
    if name not in columnar.treaties:
        raise UnknownNameError("treaty", name, columnar.treaties)
    if is_book(columnar):
        return book_from_columnar(columnar)
    (row,) = columnar.table("treaties", [name]).to_pylist()
    members = columnar.table("parties", [name])["party"].to_pylist()
    for party in parties:
        if party not in members:
            raise UnknownNameError("party", party, tuple(members))
    template = _template(columnar, row["template"])
    asked = tuple(parties) if template.alone and parties else tuple(members)
    found = _instance(template, name, row["title"] or name, asked)
    actors = {**_actors(columnar, asked), **_voices(columnar)}
    claims = tuple(_claims(found, columnar.table("claims", [name]), asked))
    return replace(found.book, actors=actors, claims=claims, sources=_sources(columnar))


def _template(columnar: Columnar, name: str) -> Template:
    (row,) = (row for row in columnar.table("templates").to_pylist() if row["name"] == name)
    return template_from_text(row["name"], row["text"], row["parties"])


def _instance(template: Template, name: str, title: str, parties: tuple[str, ...]) -> Template:
    """Put names in the place of placeholders."""
    names = {template.treaty.id: name}
    if not template.alone:
        names.update(zip(template.placeholders, parties, strict=True))
    book = msgspec.convert(_renamed(msgspec.to_builtins(template.book), names), Book)
    treaty = replace(book.treaties[name], title=title, parties=parties)
    return Template(template.name, replace(book, treaties={name: treaty}), treaty, parties, template.alone)


def _renamed(value: T, names: Mapping[str, str]) -> T:
    """Return a value with every word replaced that is one of the names."""
    found: Any = value
    if isinstance(value, dict):
        found = {_renamed(key, names): _renamed(each, names) for key, each in value.items()}
    elif isinstance(value, list | tuple):
        found = [_renamed(each, names) for each in value]
    elif isinstance(value, str):
        found = names.get(value, value)
    return found  # type: ignore[no-any-return]


def _claims(template: Template, claims: pa.Table, parties: Sequence[str]) -> Iterator[Claim]:
    """Yield what is claimed of some parties, each claim with its place in its file."""
    ours = claims.filter(
        pc.is_in(claims["party"].cast("string"), value_set=pa.array(list(parties), pa.string()))
    )
    for turn, row in enumerate(ours.to_pylist()):
        words = (row[key] or "" for key in ("what", "name", "party", "object", "label"))
        proposition = template.proposition(*words)
        if proposition is not None:
            claim = claim_from_row(f"{row['source']}:{row['row']}:{row['column']}:{turn}", proposition, row)
            place = Citation(row["source"] or "", f"row {row['row']}, {row['column']}")
            yield replace(claim, citations=(place,), under=template.treaty.id)


def _actors(columnar: Columnar, parties: Sequence[str]) -> dict[str, Actor]:
    rows = columnar.table("actors").to_pylist()
    names = {row["actor"]: row["name"] or row["actor"] for row in rows}
    return {party: Actor(party, names.get(party, party)) for party in parties}


def _voices(columnar: Columnar) -> dict[str, Actor]:
    return {
        row["voice"]: Actor(row["voice"], _title(row["citation"], row["voice"]))
        for row in columnar.table("sources").to_pylist()
    }


def _sources(columnar: Columnar) -> dict[str, Source]:
    return {
        row["id"]: Source(
            row["id"],
            "dataset",
            _title(row["citation"], row["file"]),
            note=f"{row['file']}, retrieved {row['retrieved']}",
        )
        for row in columnar.table("sources").to_pylist()
    }


def _title(citation: str | None, otherwise: str) -> str:
    return str(json.loads(citation).get("title", otherwise)) if citation else otherwise
