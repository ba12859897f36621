"""What a columnar book consists of: six tables and a manifest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
from msgspec import Struct

FORMAT = 1
"""The version of the format. A program reads the versions that it knows and says so of others."""

_NAME = pa.dictionary(pa.int32(), pa.string())
_DAY = pa.int32()
"""Days since 1970-01-01; null where the source leaves the end open."""

SCHEMAS: dict[str, pa.Schema] = {
    "sources": pa.schema(
        {
            "id": pa.string(),
            "file": pa.string(),
            "sha256": pa.string(),
            "voice": pa.string(),
            "retrieved": pa.date32(),
            "citation": pa.string(),
        }
    ),
    "actors": pa.schema(
        {
            "actor": pa.string(),
            "name": pa.string(),
            "cow": pa.int32(),
            "gw": pa.int32(),
            "iso3": pa.string(),
            "since": _DAY,
            "until": _DAY,
        }
    ),
    "templates": pa.schema({"name": pa.string(), "text": pa.string(), "parties": pa.int32()}),
    "treaties": pa.schema(
        {
            "treaty": pa.string(),
            "title": pa.string(),
            "template": _NAME,
            "kind": _NAME,
            "parameters": pa.string(),
        }
    ),
    "parties": pa.schema({"treaty": _NAME, "party": _NAME}),
    "claims": pa.schema(
        {
            "treaty": _NAME,
            "what": _NAME,
            "name": _NAME,
            "party": _NAME,
            "object": _NAME,
            "text": pa.string(),
            "earliest": _DAY,
            "latest": _DAY,
            "certainty": _NAME,
            "against": pa.bool_(),
            "voice": _NAME,
            "said": _DAY,
            "known": _DAY,
            "source": _NAME,
            "row": pa.int32(),
            "column": _NAME,
            "label": _NAME,
            "edtf": pa.string(),
        }
    ),
}
"""The tables. ``templates.parties`` is the number of parties that a template names, 0 where it is for one at a time.

A claim's ``label`` tells apart what happened more than once; ``edtf`` has a date that is more than a range of days.
"""

TABLES = tuple(SCHEMAS)
OF_TREATIES = ("treaties", "parties", "claims")
"""The tables that are sorted by treaty, so that a few treaties are read without the others."""


class Coverage(Struct, frozen=True):
    """The first and the last day that a voice speaks of; None where it names none."""

    voice: str
    first: str | None
    last: str | None


class Manifest(Struct, frozen=True, kw_only=True):
    """What a columnar book says of itself.

    ``digest`` is that of its tables; ``citations`` are CSL-JSON items, as text.
    """

    format: int = FORMAT
    title: str = ""
    importer: str = ""
    program: str = ""
    retrieved: str = ""
    coverage: tuple[Coverage, ...] = ()
    citations: tuple[str, ...] = ()
    digest: str = ""
    rows: dict[str, int] = {}


def empty_table(name: str) -> pa.Table:
    """Return a table of the book without rows."""
    return SCHEMAS[name].empty_table()


def table_of(name: str, columns: Mapping[str, Any]) -> pa.Table:
    """Return a table from columns, those that are not given being null.

    >>> table_of("parties", {"treaty": ["t"], "party": ["AUS"]}).num_rows
    1
    """
    schema, rows = SCHEMAS[name], max((len(one) for one in columns.values()), default=0)
    arrays = [
        _as_type(columns[field.name], field.type) if field.name in columns else pa.nulls(rows, field.type)
        for field in schema
    ]
    return pa.table(arrays, schema=schema)


def _as_type(values: object, kind: pa.DataType) -> pa.Array:
    found = values if isinstance(values, pa.Array | pa.ChunkedArray) else pa.array(values)
    if found.type == kind:
        return found
    if pa.types.is_dictionary(kind):
        if not pa.types.is_dictionary(found.type):
            found = found.cast(pa.string()).dictionary_encode()
        return found.cast(kind)
    return found.cast(kind)
