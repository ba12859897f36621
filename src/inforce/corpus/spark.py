"""A columnar book over a cluster: the same parts, each a group of a data frame, through the Spark Connect API.

The server may be Apache Spark, or Sail, which needs no Java and runs on a laptop. Every worker needs ``inforce``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pyarrow as pa

from inforce.corpus.columnar import Columnar
from inforce.corpus.partition import (
    TREATIES_IN_PART,
    Shared,
    intervals_of_part,
    parts_from_columnar,
    shared_by_parts,
)
from inforce.corpus.table import COLUMNS, schema_of
from inforce.model import ALL_VOICES, View
from inforce.temporal import Day

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TYPES = {
    **dict.fromkeys(COLUMNS, "string"),
    "possible": "array<string>",
    "since": "date",
    "until": "date",
}
_PLACE = ("bucket", "turn")
"""Where a row stands in the whole: in which part, and at which place there."""

ROWS_ON_SPARK = ", ".join(
    f"{name} {kind}" for name, kind in {**_TYPES, **dict.fromkeys(_PLACE, "int")}.items()
)
"""The columns of the rows on Spark: those of every table of intervals, and the place of the row in the whole."""


def parts_on_spark(session: SparkSession, columnar: Columnar, size: int = TREATIES_IN_PART) -> DataFrame:
    """Send a columnar book to a cluster as its parts. A big one is better written there as Parquet and read there."""
    from inforce.corpus.partition import PART

    tables = list(parts_from_columnar(columnar, size))
    return session.createDataFrame(pa.concat_tables(tables) if tables else PART.empty_table())


def intervals_on_spark(parts: DataFrame, shared: Shared) -> DataFrame:
    """Return every interval of parts that are on a cluster, as a data frame there.

    Each part is one group, and its treaties' claims stand in their rows, so that no treaty is ever torn apart; a row
    says in ``bucket`` and ``turn`` where it stands in the whole.
    """
    return parts.groupBy("bucket").applyInArrow(_of_group(shared), ROWS_ON_SPARK)


def results_on_spark(
    session: SparkSession,
    columnar: Columnar,
    *,
    view: View | str = ALL_VOICES.id,
    known: Day | None = None,
    treaties_in_part: int = TREATIES_IN_PART,
) -> pa.Table:
    """Return every interval of a columnar book, computed on a cluster: the rows of ``results_over_processes``.

    A mistake in the book is told by the cluster, as an error of its own.
    """
    parts = parts_on_spark(session, columnar, treaties_in_part)
    rows = intervals_on_spark(parts, shared_by_parts(columnar, view, known))
    return table_from_spark(rows)


def table_from_spark(rows: DataFrame) -> pa.Table:
    """Fetch rows in the order of the whole, as a table like any other of intervals."""
    found = rows.orderBy(*_PLACE).toArrow().select(list(COLUMNS))
    schema = schema_of({})
    columns = [_as_type(found[field.name], field.type) for field in schema]
    return pa.table(columns, schema=schema)


def _of_group(shared: Shared) -> Callable[[pa.Table], pa.Table]:
    """Return what a worker does with a group; it goes there by name and by value."""

    def rows_of_group(part: pa.Table) -> pa.Table:
        found = intervals_of_part(part, shared)
        columns = [_plain(found[name]) for name in COLUMNS]
        columns.append(pa.array([part["bucket"][0].as_py()] * found.num_rows, pa.int32()))
        columns.append(pa.array(range(found.num_rows), pa.int32()))
        return pa.table(columns, names=[*COLUMNS, *_PLACE])

    return rows_of_group


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return words as words: a cluster knows no columns of numbers for words."""
    return column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column


def _as_type(column: pa.ChunkedArray, kind: pa.DataType) -> pa.ChunkedArray:
    return column.cast(pa.string()).dictionary_encode() if pa.types.is_dictionary(kind) else column.cast(kind)
