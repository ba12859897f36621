"""SQL over a table of intervals or a columnar book, through DuckDB, without a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inforce.corpus.columnar import Columnar
from inforce.corpus.duck import connected

if TYPE_CHECKING:
    import pyarrow as pa


def sql(over: Columnar | pa.Table, query: str) -> pa.Table:
    """Run a query; return an Arrow table.

    A table of intervals is called ``intervals`` in the query. Of a columnar book there are its tables (``treaties``,
    ``parties``, ``claims``, ``actors``, ``sources``, ``templates``) too, and ``intervals`` are computed if they are
    named.

    Raises:
        CorpusExtraError: if DuckDB is not installed.

    >>> from inforce.corpus.columnar import Columnar
    >>> from inforce.corpus.schema import Manifest
    >>> sql(Columnar(Manifest(), {}), "SELECT count(*) AS treaties FROM treaties").to_pylist()
    [{'treaties': 0}]
    """
    with connected() as connection:
        for name, table in _tables(over, query).items():
            connection.register(name, table)
        return connection.sql(query).to_arrow_table()


def _tables(over: Columnar | pa.Table, query: str) -> dict[str, pa.Table]:
    if not isinstance(over, Columnar):
        return {"intervals": over}
    tables = dict(over.tables)
    if "intervals" in query.lower():
        from inforce.corpus.intervals import results

        tables["intervals"] = results(over)
    return tables
