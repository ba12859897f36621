"""Where two sources give different days for one thing, the furthest apart first, with what may have been mixed up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inforce.corpus.duck import connected

if TYPE_CHECKING:
    import pyarrow as pa


def collisions(*claims: object) -> pa.Table:
    """Return where two voices give different days for one entry, exit or act, the furthest apart first.

    ``days`` is how far apart they are at least; ``confusion`` what one of them may have mixed up, ``whose`` which, if
    that can be told. The names are those of ``inforce against``, and ``copied`` where a voice gives the same exit to
    three parties or more.

    ``claims`` are tables of claims of columnar books, of one or of several, which then have the same names.

    Raises:
        CorpusExtraError: if duckdb is not installed.
    """
    import pyarrow as pa

    connection = connected()
    tables = [pa.RecordBatchReader.from_stream(each).read_all().select(_NEEDED) for each in claims]
    connection.register("claims", pa.concat_tables(tables, promote_options="permissive"))
    sql = Path(__file__).with_name("collisions.sql").read_text(encoding="utf-8")
    return connection.sql(sql).to_arrow_table()


_NEEDED = ["treaty", "what", "name", "party", "object", "text", "earliest", "latest", "against", "voice"]
