"""A store that an earlier version has made opens, says what it said, and goes on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection

from inforce.store import open_store
from inforce.store.connecting import engine_for
from inforce.store.migrating import run_steps
from tests.store.conftest import FERRY
from tests.store.faults import line
from tests.store.postgres import fresh_database

DIGESTS = ["50a08386", "eef8d8be", "b79bb2bd", "35930690", "493560f6"]


def test_it_opens_with_every_digest_as_it_was_and_takes_more(older: str) -> None:
    with open_store(older, [FERRY]) as store:
        assert store.verify() == 5
        assert [each.digest[:8] for each in store.entries()] == DIGESTS
        assert {each.sources for each in store.entries()} == {""}
        assert [each.name for each in store.people()] == ["maria", "olga"]
        assert [each.name for each in store.watched("maria")] == ["ARD"]
        assert store.accept(5, "olga", "Yes.").id == 6
    with open_store(older, [FERRY]) as store:
        assert store.verify() == 6


def test_it_is_still_append_only(older: str) -> None:
    open_store(older, [FERRY]).close()
    connection = sqlite3.connect(older)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute("UPDATE entry SET sources = '[]' WHERE id = 1")
    connection.close()


def test_a_backup_of_it_is_restored_into_either_database(older: str, tmp_path: Path) -> None:
    for where in (str(tmp_path / "again.sqlite"), fresh_database()):
        with open_store(where, [FERRY]) as store:
            assert store.restore(older) == 5
            assert store.verify() == 5


def test_one_in_postgresql_is_brought_up_with_its_data(older: str) -> None:
    """The tables as the first version made them, with the rows of its file."""
    where = fresh_database()
    engine = engine_for(where)
    with sqlite3.connect(older) as connection, engine.begin() as into:
        run_steps(into, "0001")
        copied(connection, into, "entry")
        copied(connection, into, "claim")
        copied(connection, into, "concern")
        copied(connection, into, "appointment", "person, role, appointed_by, recorded")
    connection.close()
    engine.dispose()
    with open_store(where, [FERRY]) as store:
        assert store.verify() == 5
        assert [each.digest[:8] for each in store.entries()] == DIGESTS
        store.add_person("jan", "editor", "olga")
        assert store.append(replace(line("more"), author="jan")).id == 6


def copied(connection: sqlite3.Connection, into: Connection, table: str, names: str = "*") -> None:
    found = connection.execute(f"SELECT {names} FROM {table}")
    columns = [column[0] for column in found.description]
    values = ", ".join(["%s"] * len(columns))
    for row in found.fetchall():
        into.exec_driver_sql(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})", row)
