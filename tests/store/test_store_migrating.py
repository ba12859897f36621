"""What the migrations make is what the program expects, in both databases."""

import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import inforce.store.migrations
from inforce.store import RefusedError, Store, open_store
from inforce.store.connecting import engine_for, reading, writing
from inforce.store.migrating import HEAD
from inforce.store.schema import METADATA
from tests.store.conftest import FERRY

FOLDER = Path(inforce.store.migrations.__file__).parent


def test_the_last_migration_is_the_one_that_is_named() -> None:
    assert ScriptDirectory(str(FOLDER)).get_current_head() == HEAD


def test_the_migrations_make_the_tables_that_are_asked(log: Store) -> None:
    with reading(log.engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_tables_of_sqlite_are_strict_and_every_commit_is_synced(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "log.sqlite"), [FERRY]) as store, reading(store.engine) as connection:
        listed = connection.exec_driver_sql("PRAGMA table_list").mappings().all()
        ours = {row["name"]: row["strict"] for row in listed if row["name"] in METADATA.tables}
        assert ours == dict.fromkeys(METADATA.tables, 1)
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_many_who_open_a_store_that_does_not_exist_make_one(where: str) -> None:
    errors: list[Exception] = []

    def make() -> None:
        try:
            open_store(where, [FERRY]).close()
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=make) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_a_store_of_a_later_version_is_left_alone(log: Store, where: str) -> None:
    with writing(log.engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RefusedError, match="made by a later version"):
        open_store(where, [FERRY])


def test_many_who_open_a_new_file_at_once_wait_for_one_another(tmp_path: Path) -> None:
    """SQLite does not wait by itself where several change the mode of one new file."""
    errors: list[Exception] = []

    def opens(where: str, all_there: threading.Barrier) -> None:
        all_there.wait()
        try:
            with engine_for(where).connect() as connection:
                connection.exec_driver_sql("SELECT 1")
        except Exception as error:
            errors.append(error)

    for turn in range(150):
        barrier = threading.Barrier(8)
        asked = (str(tmp_path / f"{turn}.sqlite"), barrier)
        threads = [threading.Thread(target=opens, args=asked) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert errors == []
