"""Migrating and restoring, interrupted: killed, on a full disk, by several at once; a store is never half."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from inforce.store import StoreError, open_store
from tests.store.conftest import FERRY
from tests.store.faults import line
from tests.store.postgres import fresh_database


def in_a_child(work: Callable[[], object], *, room: int = 0, kill_after: float = 0) -> str:
    """Do something in a child that has little room on its disk, or that is killed; return what went wrong."""
    told, telling = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if room:
                resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
            work()
            os.write(telling, b"done")
        except BaseException as error:
            os.write(telling, f"{type(error).__name__}: {error}".encode()[:4000])
        finally:
            os._exit(0)
    os.close(telling)
    if kill_after:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(told) as stream:
        return stream.read()


def version_of(path: str) -> str:
    with sqlite3.connect(path) as connection:
        (found,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    return str(found)


@pytest.mark.parametrize("room", [1, 4_096, 20_000, 40_000])
def test_a_full_disk_in_the_middle_of_a_migration_leaves_the_store_as_it_was(older: str, room: int) -> None:
    told = in_a_child(lambda: open_store(older, [FERRY]), room=room)
    assert told == "done" or told.startswith(("NotWrittenError", "UnreachableError"))
    if told != "done":
        assert version_of(older) == "0001"
    with open_store(older, [FERRY]) as store:
        assert store.verify() == 5
        assert store.accept(5, "olga", "Yes.").id == 6


def test_several_who_open_an_older_store_at_once_bring_it_up_once(older: str) -> None:
    errors: list[Exception] = []

    def open_and_read() -> None:
        try:
            with open_store(older, [FERRY]) as store:
                assert store.verify() == 5
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=open_and_read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_a_restore_that_is_killed_leaves_an_empty_store_or_a_whole_one(tmp_path: Path) -> None:
    source, copy = str(tmp_path / "log.sqlite"), str(tmp_path / "copy.sqlite")
    with open_store(source, [FERRY]) as store:
        for turn in range(300):
            store.append(line(f"r{turn}"))
        store.backup(copy)
    for turn, where in enumerate(
        (*(str(tmp_path / f"again-{n}.sqlite") for n in range(4)), fresh_database())
    ):
        in_a_child(partial(restored, where, copy), kill_after=0.02 + 0.04 * turn)
        with open_store(where, [FERRY]) as store:
            assert store.verify() in (0, 300)
            if not store.verify():
                assert store.restore(copy) == 300


def restored(where: str, copy: str) -> None:
    with open_store(where, [FERRY]) as store:
        store.restore(copy)


def test_a_backup_that_is_killed_leaves_no_file_of_its_name(tmp_path: Path) -> None:
    source = str(tmp_path / "log.sqlite")
    with open_store(source, [FERRY]) as store:
        for turn in range(300):
            store.append(line(f"b{turn}"))
    for turn in range(4):
        copy = tmp_path / f"copy-{turn}.sqlite"
        in_a_child(partial(backed_up, source, str(copy)), kill_after=0.02 + 0.04 * turn)
        if copy.exists():
            with open_store(str(copy), [FERRY]) as found:
                assert found.verify() == 300


def backed_up(source: str, copy: str) -> None:
    with open_store(source, [FERRY]) as store:
        store.backup(copy)


def test_a_full_disk_in_the_middle_of_a_backup_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    source, folder = str(tmp_path / "log.sqlite"), tmp_path / "backups"
    folder.mkdir()
    with open_store(source, [FERRY]) as store:
        for turn in range(300):
            store.append(line(f"b{turn}"))
    told = in_a_child(lambda: backed_up(source, str(folder / "copy.sqlite")), room=60_000)
    assert told.startswith(("NotWrittenError", "UnreachableError")), told
    assert list(folder.iterdir()) == []


def test_a_store_in_a_schema_of_its_own_knows_nothing_of_its_neighbours() -> None:
    one, other = fresh_database(), fresh_database()
    with open_store(one, [FERRY]) as store:
        store.append(line("one"))
    with pytest.raises(StoreError, match="There is no store in this database"):
        open_store(other, [FERRY], create=False)
    with open_store(other, [FERRY]) as store:
        assert store.entries() == ()


def test_a_server_in_another_time_zone_keeps_the_same_moments(tmp_path: Path) -> None:
    where = fresh_database()
    with open_store(f"{where}%20-ctimezone%3DAsia/Kathmandu", [FERRY]) as store:
        written = store.append(line("east"))
    with open_store(f"{where}%20-ctimezone%3DAmerica/Los_Angeles", [FERRY]) as store:
        assert store.entries() == (written,)
        assert store.verify() == 1


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_database_that_cannot_keep_every_script_is_not_begun(encoding: str) -> None:
    import psycopg

    from tests.store.postgres import address_of

    name = f"in_{encoding.lower()}"
    with psycopg.connect(address_of(), autocommit=True) as connection:
        connection.execute(
            f"CREATE DATABASE {name} ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
        )
    where = address_of().replace("/postgres?", f"/{name}?")
    with pytest.raises(StoreError, match=f"{encoding}.*UTF8"):
        open_store(where, [FERRY])
