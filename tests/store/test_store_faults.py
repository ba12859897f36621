"""A little of everything that goes wrong; `bench/store_figures.py` does all of it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from inforce.store import NotWrittenError, Store, StoreError, UnreachableError, open_store
from tests.store.conftest import END, FERRY, TREATY, new
from tests.store.faults import (
    all_at_once,
    killed_while_writing,
    line,
    memory_over_appends,
    wait_until,
    with_a_full_disk,
)
from tests.store.postgres import fresh_database, start, stop


def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_acknowledged(where: str) -> None:
    survived = killed_while_writing(where, kills=6)
    assert survived.lost == 0
    assert survived.entries >= survived.acknowledged >= 6


def test_writers_and_readers_at_once_see_every_entry_once_and_in_order(where: str) -> None:
    together = all_at_once(where, writers=3, readers=6, each=8)
    assert together.failures == ()
    assert together.entries == together.written == 24
    assert together.out_of_order == 0


def test_a_full_disk_is_told_and_what_was_acknowledged_stays(tmp_path: Path) -> None:
    full = with_a_full_disk(str(tmp_path / "log.sqlite"), room=200_000)
    assert full.told.startswith("NotWrittenError: The database does not take it")
    assert full.entries == full.acknowledged > 0
    assert full.writes_again


def test_a_second_process_sees_what_the_first_has_entered(log: Store, where: str) -> None:
    log.append(new(END))
    program = (
        "import sys; from pathlib import Path; from inforce.store import open_store, NewEntry;"
        "store = open_store(sys.argv[1], [Path(sys.argv[2])]);"
        f"store.append(NewEntry('{TREATY}', '1936-05-01 ARD suspends lake-ferry-1931', 'other', 'why'));"
        "print([entry.author for entry in store.entries()])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, where, str(FERRY)], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "['maria', 'other']"
    assert [entry.id for entry in log.entries()] == [1, 2]
    assert log.append(line("third")).id == 3


def test_a_clock_that_is_set_back_a_little_leaves_no_trace_in_the_times(where: str) -> None:
    noon = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    steps = [
        timedelta(0),
        timedelta(minutes=-3),
        timedelta(seconds=1),
        timedelta(seconds=-59),
        timedelta(days=2),
    ]
    assert times_with(where, noon, steps) == [
        timedelta(0),
        timedelta(0),
        timedelta(seconds=1),
        timedelta(seconds=1),
        timedelta(days=2),
    ]
    with open_store(where, [FERRY]) as store:
        assert store.set_back() == ()


def test_a_clock_that_once_ran_ahead_does_not_give_its_time_to_what_follows(where: str) -> None:
    """Somebody sees later that entry 2 has the time of a clock that was ten years ahead; the order is the numbers'."""
    noon = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    steps = [timedelta(0), timedelta(days=3650), timedelta(minutes=1), timedelta(minutes=2)]
    assert times_with(where, noon, steps) == steps
    with open_store(where, [FERRY]) as store:
        assert store.verify() == 4
        assert store.set_back() == (3,)


def times_with(where: str, start: datetime, steps: list[timedelta]) -> list[timedelta]:
    clock = iter([start + step for step in steps])
    with open_store(where, [FERRY], clock=lambda: next(clock)) as store:
        times = [store.append(line(f"t{turn}")).recorded - start for turn in range(len(steps))]
        assert [entry.id for entry in store.entries()] == list(range(1, len(steps) + 1))
        assert store.verify() == len(steps)
    return times


def test_all_who_write_into_a_server_have_its_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    from inforce.store import clock

    now = clock.system_clock()
    monkeypatch.setattr(clock, "datetime", Ahead)
    with open_store(fresh_database(), [FERRY]) as store:
        assert abs(store.append(new(END)).recorded - now) < timedelta(hours=1)


class Ahead(datetime):
    """The clock of a machine that is a year ahead."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Ahead:
        return super().now(tz) + timedelta(days=365)


def test_a_writer_that_waits_too_long_is_told_and_nothing_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connecting = open_store.__globals__[
        "engine_for"
    ].__globals__  # as imported here, whatever else imports it again
    monkeypatch.setitem(connecting, "WAIT_S", 0.2)
    where = str(tmp_path / "log.sqlite")
    with open_store(where, [FERRY]) as store:
        other = sqlite3.connect(where, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotWrittenError, match="database is locked"):
            store.append(new(END))
        other.execute("ROLLBACK")
        other.close()
        assert store.append(new(END)).id == 1


def test_a_database_that_goes_away_and_comes_back_keeps_what_it_acknowledged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("inforce.store.log.PATIENCE_S", 0.2)
    with open_store(fresh_database(), [FERRY]) as store:
        store.append(line("before"))
        stop()
        try:
            with pytest.raises(UnreachableError):
                store.append(line("meanwhile"))
        finally:
            start()
        assert wait_until(lambda: store.append(line("after")).id == 2)
        assert [entry.text.split("^")[1] for entry in store.entries()] == ["before", "after"]
        assert store.verify() == 2


def test_an_entry_that_was_stored_just_before_the_database_went_is_acknowledged(
    log: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection breaks behind the commit, so that the answer is lost: the store looks before it says so."""
    from inforce.store import connecting
    from inforce.store import log as module

    writing = connecting.writing

    class Broken:
        """The way to the database, of which the first answer never arrives."""

        times = 0

        def __init__(self, engine: object) -> None:
            self.inner = writing(engine)  # type: ignore[arg-type]

        def __enter__(self) -> object:
            return self.inner.__enter__()

        def __exit__(self, *error: object) -> None:
            self.inner.__exit__(*error)  # type: ignore[arg-type]
            Broken.times += 1
            if Broken.times == 1:
                raise UnreachableError("gone")

    monkeypatch.setattr(module, "writing", Broken)
    assert log.append(new(END)).id == 1
    assert [entry.text for entry in log.entries()] == [END]


def test_memory_grows_with_what_is_entered_and_with_nothing_else(tmp_path: Path) -> None:
    (_, early), (_, late) = memory_over_appends(str(tmp_path / "log.sqlite"), (50, 150))
    assert (late - early) / 100 < 32  # kilobytes an entry


@pytest.mark.parametrize(
    "statement", ["UPDATE entry SET author = 'x'", "DELETE FROM entry", "DELETE FROM claim"]
)
def test_the_database_itself_refuses_to_change_or_remove_anything(log: Store, statement: str) -> None:
    from inforce.store.connecting import writing

    log.append(new(END))
    with pytest.raises(StoreError, match="the log is append-only"), writing(log.engine) as connection:
        connection.exec_driver_sql(statement)
    assert log.verify() == 1


def test_the_database_itself_refuses_a_gap(log: Store) -> None:
    from msgspec.structs import replace

    from inforce.store.connecting import writing
    from inforce.store.rows import write_entry

    first = log.append(new(END))
    with pytest.raises(StoreError, match="in the order of commit"), writing(log.engine) as connection:
        write_entry(connection, replace(first, id=3))


def test_a_log_that_was_tampered_with_is_found_out(tmp_path: Path) -> None:
    where = str(tmp_path / "log.sqlite")
    with open_store(where, [FERRY]) as store:
        store.append(new(END))
        store.append(line("second"))
    with sqlite3.connect(where) as connection:
        connection.execute("DROP TRIGGER entry_no_UPDATE")
        connection.execute("UPDATE entry SET author = 'somebody' WHERE id = 1")
    connection.close()
    with (
        open_store(where, [FERRY]) as store,
        pytest.raises(StoreError, match="Entry 1 is not what was written"),
    ):
        store.verify()


def test_memory_does_not_grow_with_what_others_have_cited(tmp_path: Path) -> None:
    """Each entry brings a source; none keeps the bibliography as it stood then."""
    from inforce.store import NewEntry
    from tests.store.faults import memory_kb

    with open_store(str(tmp_path / "log.sqlite"), [FERRY]) as store:
        early = 0
        for turn in range(400):
            early = memory_kb() if turn == 50 else early
            text, source = f"1935-05-01 landing-built ^s{turn} [@s{turn}]", f'{{"id": "s{turn}"}}'
            store.append(NewEntry(TREATY, text, "writer", "It was found.", None, source))
        assert (memory_kb() - early) / 350 < 12  # kilobytes an entry
