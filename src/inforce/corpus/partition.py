"""A columnar book in parts: each a table with a row for each treaty, each computed by itself, Arrow in and Arrow out.

What one machine does with a few parts, processes and a cluster do with many: there is one function, and it is here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct

from inforce.corpus.columnar import Columnar
from inforce.corpus.from_book import book_from_columnar
from inforce.corpus.intervals import is_book, results
from inforce.corpus.results import results as results_of_book
from inforce.corpus.schema import SCHEMAS, Manifest, table_of
from inforce.corpus.scope import Scope
from inforce.corpus.table import schema_of
from inforce.model import ALL_VOICES, Book, View
from inforce.temporal import Day

if TYPE_CHECKING:
    from collections.abc import Sequence

TREATIES_IN_PART = 4_096
"""So many treaties make a part, unless one asks for another number."""

_OF_CLAIM = [field for field in SCHEMAS["claims"] if field.name != "treaty"]


def _plain(kind: pa.DataType) -> pa.DataType:
    return pa.string() if pa.types.is_dictionary(kind) else kind


CLAIM = pa.struct([(field.name, _plain(field.type)) for field in _OF_CLAIM])
PART = pa.schema(
    {
        "bucket": pa.int32(),
        "treaty": pa.string(),
        "template": pa.string(),
        "parties": pa.list_(pa.string()),
        "claims": pa.list_(CLAIM),
    }
)
"""A row for each treaty, with its parties and its claims: what belongs together cannot be torn apart."""


class Shared(Struct, frozen=True):
    """What all parts of a run have in common: the templates, the view, the day of knowledge.

    Treaties that were written in files act upon one another, so that all of that ``book``, with its claims, goes with
    every part of it.
    """

    templates: tuple[tuple[str, str, int], ...]
    view: View | str = ALL_VOICES.id
    known: Day | None = None
    book: str = ""


def shared_by_parts(columnar: Columnar, view: View | str = ALL_VOICES.id, known: Day | None = None) -> Shared:
    """Return what every part of a columnar book has to know besides its own rows."""
    if is_book(columnar):
        return Shared((), view, known, msgspec.json.encode(book_from_columnar(columnar)).decode())
    rows = columnar.table("templates").to_pylist()
    return Shared(tuple((row["name"], row["text"], row["parties"]) for row in rows), view, known)


def parts_from_columnar(columnar: Columnar, size: int = TREATIES_IN_PART) -> Iterator[pa.Table]:
    """Yield the parts of a columnar book, in the order of its treaties; only one is read at a time.

    >>> from inforce.corpus.schema import Manifest
    >>> list(parts_from_columnar(Columnar(Manifest(), {})))
    []
    """
    names = columnar.treaties
    for bucket, first in enumerate(range(0, len(names), size)):
        yield part_of(columnar, names[first : first + size], bucket)


def part_of(columnar: Columnar, names: Sequence[str], bucket: int) -> pa.Table:
    """Return some treaties as a part."""
    treaties = columnar.table("treaties", names)
    wanted = pa.array(names, pa.string())
    order = pc.index_in(wanted, value_set=treaties["treaty"].combine_chunks())
    said = SCHEMAS["claims"].empty_table() if is_book(columnar) else columnar.table("claims", names)
    parties, claims = _by_treaty(columnar.table("parties", names), wanted), _by_treaty(said, wanted)
    fields = [pc.cast(claims[1][field.name], _plain(field.type)).combine_chunks() for field in _OF_CLAIM]
    party = pc.cast(parties[1]["party"], pa.string()).combine_chunks()
    columns = [
        pa.array([bucket] * len(names), pa.int32()),
        wanted,
        pc.cast(treaties["template"].take(order), pa.string()),
        pa.ListArray.from_arrays(parties[0], party),
        pa.ListArray.from_arrays(claims[0], pa.StructArray.from_arrays(fields, fields=list(CLAIM))),
    ]
    return pa.table(columns, schema=PART)


def _by_treaty(table: pa.Table, names: pa.Array) -> tuple[pa.Array, pa.Table]:
    """Return where the rows of each treaty begin, and the rows in that order."""
    import numpy as np

    turn = np.asarray(pc.index_in(pc.cast(table["treaty"], pa.string()), value_set=names))
    order = np.argsort(turn, kind="stable")
    begins = np.searchsorted(turn[order], np.arange(len(names) + 1))
    return pa.array(begins, pa.int32()), table.take(pa.array(order))


def columnar_from_part(part: pa.Table, shared: Shared) -> Columnar:
    """Return a part as the small columnar book that it is."""
    part = part.select(list(PART.names)).cast(PART).combine_chunks()
    treaty, parties, claims = (part[name].combine_chunks() for name in ("treaty", "parties", "claims"))
    said = claims.flatten()
    templates = zip(*shared.templates, strict=True) if shared.templates else ((), (), ())
    columns = {name: said.field(name) for name in (field.name for field in CLAIM)}
    of_claims, of_parties = (treaty.take(pc.list_parent_indices(one)) for one in (claims, parties))
    tables = {
        "templates": dict(zip(("name", "text", "parties"), map(list, templates), strict=True)),
        "treaties": {"treaty": treaty, "template": part["template"].combine_chunks()},
        "parties": {"treaty": of_parties, "party": parties.flatten()},
        "claims": {"treaty": of_claims, **columns},
    }
    return Columnar(Manifest(), {name: table_of(name, found) for name, found in tables.items()})


def intervals_of_part(part: pa.Table, shared: Shared) -> pa.Table:
    """Return every interval of a part's treaties, treaty by treaty in its order: the columns of ``corpus.results``.

    It reads nothing else and writes nothing, so that it gives the same rows wherever it runs.

    Raises:
        CorpusError: if a template has problems, or a treaty has not the parties that its template asks for.
        UnknownNameError: if there is no such view.
    """
    treaties = part["treaty"].combine_chunks()
    if shared.book:
        return in_order_of(_intervals_of_book(treaties.to_pylist(), shared), treaties)
    found = results(columnar_from_part(part, shared), view=shared.view, known=shared.known)
    return in_order_of(found, treaties)


def _intervals_of_book(treaties: list[str], shared: Shared) -> pa.Table:
    """Return the intervals of some treaties of a book that was written in files."""
    view = shared.view if isinstance(shared.view, str) else shared.view.id
    scope = Scope(treaties=tuple(treaties), parties=True)
    return results_of_book(_book(shared.book), view=view, known=shared.known, scope=scope)


@lru_cache(maxsize=2)
def _book(text: str) -> Book:
    return msgspec.json.decode(text, type=Book)


def in_order_of(table: pa.Table, treaties: pa.Array) -> pa.Table:
    """Return rows in the order of some treaties; those of one treaty stay as they stand."""
    import numpy as np

    turn = np.asarray(pc.index_in(pc.cast(table["treaty"], pa.string()), value_set=treaties))
    return table.take(pa.array(np.argsort(turn, kind="stable")))


def joined(parts: Sequence[pa.Table]) -> pa.Table:
    """Return the rows of all parts as one table; ``inforce.routed`` counts what any of them left to the reference."""
    told = [part.schema.metadata or {} for part in parts]
    metadata = dict(told[0]) if told else {}
    if metadata:
        metadata[b"inforce.routed"] = str(sum(int(one.get(b"inforce.routed", 0)) for one in told)).encode()
    found = [part.cast(schema_of({})) for part in parts]
    whole = pa.concat_tables(found).unify_dictionaries() if found else schema_of({}).empty_table()
    return whole.replace_schema_metadata(metadata)
