"""SQL in this process: a connection that asks no network, and a query that can be watched and stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from inforce.corpus.needed import check_duckdb

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Watching = Callable[[float], None]
"""What is told, several times a second, how far a query is: from 0 to 1, or -1 where nobody knows."""

_POLL_S = 0.1
_ALONE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def connected() -> DuckDBPyConnection:
    """Return a connection to a database in memory that fetches nothing from anywhere.

    Raises:
        CorpusExtraError: if duckdb is not installed.
    """
    check_duckdb()
    import duckdb

    return duckdb.connect(config=dict(_ALONE))


def rows_of(connection: DuckDBPyConnection, sql: str, watching: Watching | None = None) -> list[Any]:
    """Run one statement to its end and return its rows; an interrupt stops it."""
    if watching is None:
        return connection.execute(sql).fetchall()
    running = _Running(connection, sql)
    running.start()
    try:
        watching(0.0)
        while running.is_alive():
            running.join(_POLL_S)
            watching(connection.query_progress() / 100)
    except BaseException:
        connection.interrupt()
        running.join()
        raise
    return running.result()


def run_script(connection: DuckDBPyConnection, path: Path, watching: Watching | None = None) -> None:
    """Run a file of statements, one after the other."""
    for statement in connection.extract_statements(path.read_text(encoding="utf-8")):
        rows_of(connection, statement.query, watching)


class _Running(Thread):
    """A statement that runs beside the one who watches it."""

    def __init__(self, connection: DuckDBPyConnection, sql: str) -> None:
        super().__init__(daemon=True)
        self._connection, self._sql = connection, sql
        self._rows: list[Any] = []
        self._error: BaseException | None = None

    def run(self) -> None:
        """Run the statement and keep what comes of it."""
        try:
            self._rows = self._connection.execute(self._sql).fetchall()
        except BaseException as error:
            self._error = error

    def result(self) -> list[Any]:
        """Return the rows, or raise what the statement raised."""
        if self._error is not None:
            raise self._error
        return self._rows


def text_in_sql(text: str) -> str:
    """Write a text as SQL has it.

    >>> text_in_sql("Côte d'Ivoire")
    "'Côte d''Ivoire'"
    """
    return "'" + text.replace("'", "''") + "'"


def name_in_sql(name: str) -> str:
    """Write the name of a column as SQL has it.

    >>> name_in_sql("defence")
    '"defence"'
    """
    return '"' + name.replace('"', '""') + '"'
