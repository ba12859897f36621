"""What somebody may give a store by mistake, or on purpose: it is told in words, and nothing of it is stored."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from msgspec.structs import replace

from inforce.store import (
    DamagedError,
    RefusedError,
    Store,
    StoreError,
    StoreProblemsError,
    UnreachableError,
    open_store,
)
from tests.store.conftest import END, FERRY, new
from tests.store.faults import line

STRANGE = "a ?b=1%41#c&mode=memory ü 條約.sqlite"


def test_a_file_may_have_any_name(tmp_path: Path) -> None:
    where, copy = str(tmp_path / STRANGE), str(tmp_path / f"copy {STRANGE}")
    with open_store(where, [FERRY]) as store:
        store.append(new(END))
        store.backup(copy)
    with open_store(str(tmp_path / "again.sqlite"), [FERRY]) as again:
        assert again.restore(copy) == 1
    assert sorted(
        each.name for each in tmp_path.iterdir() if not each.name.endswith(("-wal", "-shm"))
    ) == sorted([STRANGE, f"copy {STRANGE}", "again.sqlite"])


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://olga:s3cret@host:port/treaties",
        "postgresql://olga:s3cret/s3cret@host/treaties",
        "postgresql://olga:s3cret@127.0.0.1:1/treaties",
        "postgresql://olga:s3cret@127.0.0.1:1/treaties?no_such_option=1",
        "postgresql:/olga:s3cret@host/treaties",
        "postgres:olga:s3cret@host/treaties",
        "mysql://olga:s3cret@host/treaties",
    ],
)
@pytest.mark.parametrize("create", [True, False])
def test_no_message_tells_a_password(
    address: str, create: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError) as refused:
        open_store(address, [FERRY], create=create)
    assert "s3cret" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_an_address_that_cannot_be_read_says_how_a_password_is_written() -> None:
    with pytest.raises(RefusedError, match="write @ as %40"):
        open_store("postgresql://olga:a/b@host:port/treaties", [FERRY])


@pytest.mark.parametrize("data", [b"hello\n", os.urandom(20_000)])
def test_what_is_no_database_is_no_store_and_stays_as_it_is(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "thing.sqlite"
    path.write_bytes(data)
    with pytest.raises(RefusedError, match="no store"):
        open_store(str(path), [FERRY])
    with (
        open_store(str(tmp_path / "new.sqlite"), [FERRY]) as store,
        pytest.raises(RefusedError, match="no store"),
    ):
        store.restore(str(path))
    assert path.read_bytes() == data


def test_a_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    with pytest.raises(RefusedError, match="something else"):
        open_store(str(path), [FERRY])


def test_a_place_where_no_file_can_be_is_told(tmp_path: Path) -> None:
    for where in (tmp_path / "missing" / "log.sqlite", tmp_path):
        with pytest.raises(UnreachableError, match="cannot be opened"):
            open_store(str(where), [FERRY])


def test_a_backup_into_a_folder_that_is_not_there_is_told(log: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        log.backup(str(tmp_path / "missing" / "copy.sqlite"))


HALF = "\udcff"


def test_half_of_a_character_is_no_name(log: Store) -> None:
    for ask in (
        lambda: log.watch(HALF, "party", "ARD"),
        lambda: log.watch("maria", "party", HALF),
        lambda: log.changes_since(HALF),
        lambda: log.entries(treaty=HALF),
        lambda: log.add_person("olga", "editor", HALF),
        lambda: log.sign_in("token", HALF),
        lambda: log.append(new(END, by=HALF)),
        lambda: log.append(replace(new(END), reason=HALF)),
        lambda: log.append(replace(new(END), treaty=HALF)),
    ):
        with pytest.raises(RefusedError):
            ask()
    assert (log.people(), log.entries(), log.watched("maria")) == ((), (), ())


def test_no_entry_has_so_large_a_number(log: Store) -> None:
    for number in (10**20, 2**63):
        with pytest.raises(StoreError, match="no entry"):
            log.entry(number)
        with pytest.raises(StoreError, match="no entry"):
            log.accept(number, "olga", "Yes.")
        with pytest.raises(StoreError, match="no entry"):
            log.append(replace(line("x"), corrects=number))


def test_a_page_that_was_damaged_is_told_as_damage(tmp_path: Path) -> None:
    where = tmp_path / "log.sqlite"
    with open_store(str(where), [FERRY]) as store:
        for turn in range(200):
            store.append(line(f"d{turn}"))
    with sqlite3.connect(where) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry'").fetchone()
    connection.close()
    with where.open("r+b") as stream:
        stream.seek((page - 1) * 4096)
        stream.write(os.urandom(4096))
    with open_store(str(where), [FERRY]) as store, pytest.raises(DamagedError):
        store.verify()


def test_a_very_large_entry_comes_back_as_it_was(log: Store, where: str) -> None:
    lines = (f'1935-05-01 landing-built ^n{turn}\n  note "{"條約 " * 300}"' for turn in range(600))
    entry = log.append(new(*lines))
    assert len(entry.claims) == 600
    with open_store(where, [FERRY]) as again:
        assert again.entry(1) == entry
        assert again.verify() == 1


def test_sources_have_their_measure(log: Store) -> None:
    source = f'{{"id": "note-1937", "title": "{"x" * 2_000_000}"}}'
    with pytest.raises(StoreProblemsError, match="too large"):
        log.append(replace(new(f"{END} [@note-1937]"), sources=source))


def test_a_disk_on_which_nobody_may_write_can_be_read(tmp_path: Path) -> None:
    """A store and a backup of it, seen by somebody who may only read."""
    with TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        with open_store(str(folder / "log.sqlite"), [FERRY]) as store:
            store.append(new(END))
            store.backup(str(folder / "copy.sqlite"))
        for path in folder.iterdir():
            path.chmod(0o444)
        folder.chmod(0o555)
        for where in ("log.sqlite", "copy.sqlite"):
            assert as_a_reader(str(folder / where)) == "1 NotWrittenError"
        folder.chmod(0o755)


def read_and_write(where: str) -> str:
    with open_store(where, [FERRY], create=False) as store:
        read = store.verify()
        try:
            store.append(line("x"))
        except StoreError as error:
            return f"{read} {type(error).__name__}"
    return f"{read} written"


def as_a_reader(where: str) -> str:
    """Ask in a child that is no administrator."""
    told, telling = os.pipe()
    if os.fork() == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65_534)
            os.write(telling, read_and_write(where).encode())
        except BaseException as error:
            os.write(telling, repr(error).encode())
        finally:
            os._exit(0)
    os.close(telling)
    with os.fdopen(told) as stream:
        return stream.read()
