"""The way to a database, SQLite or PostgreSQL, set so that what it acknowledges stays."""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inforce.store.errors import MissingExtraError, RefusedError
from inforce.store.telling import ADDRESS, told

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

WAIT_S = 30
"""How long a writer waits for the others."""

CONNECT_S = 10
"""How long a server that does not answer is waited for."""

NOWHERE = ":memory:"
"""The place of a log that nobody keeps, in which lines can be checked before there is one."""

WRITING = {"inforce_writing": True}
"""The option of a connection that is going to write."""

_MISTYPED = re.compile(r"postgres(ql)?(\+\w+)?:")
_POSTGRESQL = ("postgresql://", "postgres://", "postgresql+psycopg://")


def engine_for(where: str) -> Engine:
    """Return the engine for the path of a file or the address of a server; nothing is opened yet.

    Raises:
        MissingExtraError: if the packages that it needs are not installed.
        RefusedError: if the address is neither a path nor that of PostgreSQL.
    """
    try:
        import sqlalchemy  # noqa: F401
    except ImportError:
        raise MissingExtraError("store") from None
    if where.startswith(_POSTGRESQL):
        return _postgresql(where)
    if "://" in where or _MISTYPED.match(where):
        raise RefusedError(f"A store is a file or begins {_POSTGRESQL[0]}, not {where.partition(':')[0]}:.")
    return _sqlite(where)


def is_file(where: str) -> bool:
    """Whether a store is a file on this machine."""
    return "://" not in where


def _sqlite(where: str) -> Engine:
    from sqlalchemy import URL, StaticPool, create_engine, event

    given: dict[str, Any] = {"timeout": WAIT_S}
    if where == NOWHERE:
        address = URL.create("sqlite", database=where)
        engine = create_engine(
            address, connect_args={**given, "check_same_thread": False}, poolclass=StaticPool
        )
    elif _is_only_read(Path(where)):
        return read_only(where)
    else:
        address = URL.create("sqlite", database=str(Path(where)))
        engine = create_engine(address, connect_args=given, max_overflow=-1)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def read_only(where: str) -> Engine:
    """Return the engine for a file of SQLite that is only read.

    On a disk on which nobody may write, SQLite cannot lock; nobody else writes there either.
    """
    from urllib.parse import quote

    from sqlalchemy import URL, create_engine

    path = Path(where).absolute()
    query = {"mode": "ro", "uri": "true"} | ({"immutable": "1"} if _is_only_read(path) else {})
    return create_engine(URL.create("sqlite", database=f"file:{quote(str(path))}", query=query))


def _is_only_read(path: Path) -> bool:
    """Whether a file is whole and neither it nor its folder may be written to."""
    waiting = path.with_name(f"{path.name}-wal")
    return path.is_file() and not os.access(path, os.W_OK) and not waiting.exists()


def _set_up(connection: Any, _record: object) -> None:
    """Make a connection keep what it acknowledges through a kill and a power cut: WAL, and a sync with each commit."""
    connection.isolation_level = None
    _write_ahead(connection)
    for setting in ("synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON"):
        connection.execute(f"PRAGMA {setting}").close()


def _write_ahead(connection: Any) -> None:
    """Keep a write-ahead log. SQLite does not wait by itself where several make a new file keep one at once."""
    until = time.monotonic() + WAIT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _begin(connection: Connection) -> None:
    """Begin a transaction that writes as the only one, so that it is never refused half way."""
    writing = connection.get_execution_options().get("inforce_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _postgresql(where: str) -> Engine:
    from sqlalchemy import create_engine
    from sqlalchemy.exc import ArgumentError

    try:
        import psycopg  # noqa: F401
    except ImportError:
        raise MissingExtraError("postgres") from None
    address, given = "postgresql+psycopg://" + where.partition("://")[2], {"client_encoding": "utf8"}
    try:
        return create_engine(address, pool_pre_ping=True, connect_args=given)
    except (ArgumentError, ValueError):
        raise RefusedError(ADDRESS) from None


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees one moment of the store, also where it takes several statements."""
    level = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with told(), engine.connect() as found:
        connection = found.execution_options(**level)
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection that writes as the only one; what it wrote is acknowledged when it ends without an error.

    Readers go on. Since the next writer begins only when this one is seen by all, whoever has read an entry has read
    all before it.

    Raises:
        NotWrittenError: if the database does not take it.
        UnreachableError: if the database is gone.
    """
    with told(), engine.connect() as found:
        connection = found.execution_options(**WRITING)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT_S}s'")
                connection.exec_driver_sql("LOCK TABLE entry IN EXCLUSIVE MODE")
            yield connection
