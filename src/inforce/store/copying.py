"""Backup and restore: a whole store copied row by row at one moment, while others go on writing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inforce.store.chain import unbroken
from inforce.store.connecting import engine_for, read_only, reading, writing
from inforce.store.errors import NotWrittenError, RefusedError
from inforce.store.migrating import is_current, migrate
from inforce.store.rows import PAGE, every_entry
from inforce.store.telling import told

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Table


def backup(engine: Engine, path: str) -> int:
    """Copy a store into a file, whole or not at all, and return how many entries it has.

    The file is a store of SQLite whatever the database is, and is checked before it has its name.

    Raises:
        RefusedError: if there is such a file already.
        NotWrittenError: if it cannot be written.
        DamagedError: if the log is not what was written.
    """
    target = Path(path)
    if target.exists():
        raise RefusedError(f"{path} exists already, and is left as it is. Choose another name.")
    scratch = target.with_name(f".{target.name}.{os.getpid()}")
    _remove(scratch)
    try:
        with _made(str(scratch)) as copy, reading(engine) as source, writing(copy) as into:
            _copy(source, into)
            entries = sum(1 for _ in unbroken(every_entry(into)))
        _settle(scratch)
        os.link(scratch, target)
    except FileExistsError:
        raise RefusedError(f"{path} exists already, and is left as it is. Choose another name.") from None
    except OSError as error:
        raise NotWrittenError(f"{path} cannot be written: {error.strerror}.") from None
    finally:
        _remove(scratch)
    _sync(target.parent)
    return entries


def _remove(scratch: Path) -> None:
    """Remove what is half made, also by somebody who was killed and had this number."""
    for name in (scratch, *(scratch.with_name(f"{scratch.name}{end}") for end in ("-wal", "-shm"))):
        with suppress(OSError):
            name.unlink(missing_ok=True)


def restore(path: str, engine: Engine) -> int:
    """Copy a backup into an empty store, and return how many entries it has.

    Raises:
        RefusedError: if there is no such backup, or something stands in the store already.
        DamagedError: if the backup is not what was written.
    """
    if not Path(path).is_file():
        raise RefusedError(f"There is no backup at {path}.")
    source_engine = read_only(path)
    try:
        with told(), reading(source_engine) as source, writing(engine) as into:
            is_current(source, create=False)
            _check_empty(into)
            _copy(source, into)
            return sum(1 for _ in unbroken(every_entry(into)))
    finally:
        source_engine.dispose()


@contextmanager
def _made(path: str) -> Iterator[Engine]:
    engine = engine_for(path)
    try:
        with told():
            migrate(engine)
        yield engine
    finally:
        engine.dispose()


def _copy(source: Connection, into: Connection) -> None:
    """Copy every row; a number that a database gives itself is given anew, in the same order.

    A backup that an earlier version made may lack a column: there was nothing to be said in it then.
    """
    from sqlalchemy import insert, inspect, select

    from inforce.store.schema import TABLES

    for table in TABLES:
        there = {column["name"] for column in inspect(source).get_columns(table.name)}
        asked = select(*(column for column in table.c if column.name in there))
        asked = asked.order_by(*table.primary_key.columns)
        for rows in source.execute(asked, execution_options={"yield_per": PAGE}).mappings().partitions():
            into.execute(insert(table), [_without_number(table, dict(row)) for row in rows])


def _without_number(table: Table, row: dict[Any, Any]) -> dict[Any, Any]:
    if table.autoincrement_column is not None:
        row.pop(table.autoincrement_column.name)
    return row


def _check_empty(into: Connection) -> None:
    from sqlalchemy import select

    from inforce.store.schema import TABLES

    for table in TABLES:
        if into.execute(select(table).limit(1)).first() is not None:
            raise RefusedError(
                "Something stands in this store already. A backup is restored into an empty one."
            )


def _settle(path: Path) -> None:
    """Make a file of SQLite one file, and see it onto the disk."""
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = DELETE").close()
    connection.close()
    _sync(path)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
