"""Who left what and when, over a whole table of intervals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inforce.corpus.duck import connected

if TYPE_CHECKING:
    import pyarrow as pa


def exits(rows: object) -> pa.Table:
    """Return who ceased to be a party to what: a row for each exit, in the order of the calendar.

    ``earliest`` is the first day on which it may have been none, ``latest`` the first on which it surely was none (null
    where that is open), ``sure`` whether it surely was a party and surely is none any more. ``how`` is ``left`` where
    another surely stayed a party, ``ended`` where nobody can have, and ``open`` where that is open.

    ``rows`` is anything that gives Arrow with the columns of ``COLUMNS``, with a row for each party.

    Raises:
        CorpusExtraError: if duckdb is not installed.

    >>> from inforce.corpus import Scope, results
    >>> from inforce.load import book_from_files, shipped_books
    >>> book = book_from_files(shipped_books()).book
    >>> scope = Scope(treaties=("ottawa-1997",), instruments=False, clauses=False, parties=True)
    >>> [(row["party"], row["how"]) for row in exits(results(book, scope=scope)).to_pylist()][:1]
    [('LTU', 'left')]
    """
    import pyarrow as pa

    connection = connected()
    connection.register("intervals", pa.RecordBatchReader.from_stream(rows).read_all())
    return connection.sql(Path(__file__).with_name("exits.sql").read_text(encoding="utf-8")).to_arrow_table()
