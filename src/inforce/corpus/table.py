"""The columns of a table, and rows as Arrow."""

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from inforce.corpus.scope import Entry
from inforce.engine import Row
from inforce.temporal import BEGINNING, Day, day_from_iso

_NAME = pa.dictionary(pa.int32(), pa.string())
COLUMNS = {
    "treaty": _NAME,
    "instrument": _NAME,
    "clause": _NAME,
    "bearer": _NAME,
    "counterparty": _NAME,
    "status": _NAME,
    "possible": pa.list_(pa.string()),
    "since": pa.date32(),
    "until": pa.date32(),
    "certainty": _NAME,
    "view": _NAME,
}
_EPOCH = day_from_iso("1970-01-01")
_LAST = 2**31 - 1
"""The days of date32 are counted in 32 bits: some 5.8 million years either way. A day beyond is the last of them."""


def schema_of(metadata: Mapping[str, str]) -> pa.Schema:
    """Return the columns of a table, with what it says of itself."""
    return pa.schema(COLUMNS.items(), metadata=dict(metadata))


def batch_from_rows(schema: pa.Schema, found: Iterable[tuple[Entry, Sequence[Row]]]) -> pa.RecordBatch:
    """Return the rows of some questions as Arrow.

    ``status`` is ``contested`` where more than one is possible; ``since`` and ``until`` are null where they are open.
    """
    lines = [(entry, row) for entry, rows in found for row in rows]
    entries = [entry for entry, _ in lines]
    values: dict[str, list[object]] = {
        "treaty": [entry.question.treaty for entry in entries],
        "instrument": [entry.instrument or None for entry in entries],
        "clause": [entry.question.clause or None for entry in entries],
        "bearer": [entry.bearer or None for entry in entries],
        "counterparty": [entry.counterparty or None for entry in entries],
        "status": [row.possible[0] if len(row.possible) == 1 else "contested" for _, row in lines],
        "possible": [row.possible for _, row in lines],
        "since": [None if row.since == BEGINNING else _date32(row.since) for _, row in lines],
        "until": [None if row.until is None else _date32(row.until) for _, row in lines],
        "certainty": [row.certainty for _, row in lines],
        "view": [entry.question.view for entry in entries],
    }
    return pa.record_batch([_column(values[name], kind) for name, kind in COLUMNS.items()], schema=schema)


def _date32(day: Day) -> int:
    return max(-_LAST, min(_LAST, day - _EPOCH))


def _column(values: list[object], kind: pa.DataType) -> pa.Array:
    if kind == pa.date32():
        return pa.array(values, pa.int32()).view(kind)
    return pa.array(values, kind)
