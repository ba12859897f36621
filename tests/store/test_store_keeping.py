"""Export and import, backup and restore: a log comes back as it was, to the last character."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from inforce.load.own_sources import canonical
from inforce.store import DamagedError, Entry, RefusedError, Store, StoreProblemsError, open_store
from inforce.store.chain import sealed
from inforce.store.exporting import entries_from_lines, lines_from_entries
from tests.store.conftest import END, FERRY, new
from tests.store.faults import line
from tests.store.postgres import fresh_database

PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)
LINES = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\0"))
    | st.sampled_from(["~~~", "## 1", ""])
).map("\n".join)
SOURCES = st.just("") | st.text().map(lambda title: msgspec.json.encode({"id": "x", "title": title}).decode())
MOMENTS = st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    return sealed(
        Entry(
            draw(st.integers(1, 9)), draw(st.sampled_from(["claim", "proposal"])), draw(PLAIN), draw(LINES),
            draw(PLAIN), draw(LINES), draw(MOMENTS), draw(st.none() | st.integers(1, 9)), actors=("ARD",),
            sources=canonical(draw(SOURCES)),
        ),
        "",
    )  # fmt: skip


@given(st.lists(entries(), max_size=4))
def test_text_from_entries_gives_the_entries_back(found: list[Entry]) -> None:
    text = "\n".join(lines_from_entries(found))
    assert list(entries_from_lines(text.split("\n"), "export.md")) == found


def written(log: Store) -> list[Entry]:
    """Write a little of everything."""
    log.append(new("1937-02-10/1937-02-14 strikes", "  said by ARD on 1937-02-20", '  note "~~~ 條約"'))
    log.propose(new(END))
    log.append(new("1937-02-10/1937-02-15 strikes", "  said by ARD on 1937-02-20", corrects=1))
    log.accept(2, "olga", "Yes.\n\nIt is in the file.")
    log.propose(line("second"))
    log.reject(5, "olga", "No.")
    source = '{"id": "note-1937", "title": "條約\u2028~~~\\n## 7 claim"}'
    log.append(replace(new("1937-04-01 landing-built ^cited [@note-1937, p. 1]"), sources=source))
    return list(log.entries())


def test_an_export_makes_the_same_log_again(log: Store, tmp_path: Path) -> None:
    found, lines = written(log), list(log.export_text())
    for where in (str(tmp_path / "again.sqlite"), fresh_database()):
        with open_store(where, [FERRY]) as again:
            assert again.import_text(lines) == len(found)
            assert list(again.entries()) == found
            assert again.added() == log.added()
            assert again.import_text(lines) == 0
            assert list(again.export_text()) == lines
            assert again.append(line("more")).id == 8


def test_an_import_goes_on_where_the_log_ends_and_never_forks_it(log: Store, tmp_path: Path) -> None:
    log.append(new(END))
    early = list(log.export_text())
    log.append(line("second"))
    with open_store(str(tmp_path / "again.sqlite"), [FERRY]) as again:
        assert (again.import_text(early), again.import_text(log.export_text())) == (1, 1)
    with open_store(str(tmp_path / "other.sqlite"), [FERRY]) as other:
        other.append(line("other"))
        with pytest.raises(RefusedError, match="gone another way: its entry 1"):
            other.import_text(early)


@pytest.mark.parametrize(
    ("old", "new_text", "error"),
    [
        ("ARD, VEL agree", "ARD, VEL agrees", DamagedError),
        ("- author: maria", "- author: mario", DamagedError),
        ("- author: maria", "- authr: maria", StoreProblemsError),
        ("# Claim log, format 1", "# Claims", StoreProblemsError),
        ("## 1 claim", "## one claim", DamagedError),
        ("## 1 claim", "## 1 guess", StoreProblemsError),
        ("2026", "20x6", StoreProblemsError),
    ],
)  # fmt: skip
def test_an_export_that_was_changed_is_refused_whole(
    tmp_path: Path, old: str, new_text: str, error: type[Exception]
) -> None:
    clock = datetime(2026, 11, 23, tzinfo=UTC)
    with open_store(str(tmp_path / "log.sqlite"), [FERRY], clock=lambda: clock) as log:
        log.append(new(END))
        text = "\n".join(log.export_text()).replace(old, new_text, 1)
    with open_store(str(tmp_path / "again.sqlite"), [FERRY]) as again:
        with pytest.raises(error):
            again.import_text(text.split("\n"), "export.md")
        assert again.entries() == ()


def test_a_backup_of_either_database_can_be_restored_into_either(log: Store, tmp_path: Path) -> None:
    found, path = written(log), str(tmp_path / "backup.sqlite")
    assert log.backup(path) == len(found)
    assert sorted(each.name for each in tmp_path.glob("*backup*")) == ["backup.sqlite"]
    for where in (str(tmp_path / "again.sqlite"), fresh_database()):
        with open_store(where, [FERRY]) as again:
            assert again.restore(path) == len(found)
            assert list(again.entries()) == found
            assert again.append(line("more")).id == len(found) + 1
            with pytest.raises(RefusedError, match="Something stands in this store already"):
                again.restore(path)


def test_a_backup_never_writes_over_a_file(log: Store, tmp_path: Path) -> None:
    path = tmp_path / "backup.sqlite"
    path.write_text("mine")
    with pytest.raises(RefusedError, match="exists already"):
        log.backup(str(path))
    assert path.read_text() == "mine"


def test_a_backup_under_writers_is_a_whole_beginning_of_the_log(where: str, tmp_path: Path) -> None:
    over = threading.Event()

    def write() -> None:
        turn = 0
        with open_store(where, [FERRY]) as store:
            while not over.is_set():
                store.append(line(f"b{turn}"))
                turn += 1

    with open_store(where, [FERRY]) as log:
        log.append(new(END))
        thread = threading.Thread(target=write)
        thread.start()
        try:
            for turn in range(3):
                least = len(log.entries(limit=100_000))
                path = str(tmp_path / f"backup-{turn}.sqlite")
                assert log.backup(path) >= least
                with open_store(path, [FERRY]) as copied:
                    kept = copied.entries(limit=100_000)
                assert kept == log.entries(limit=len(kept))
        finally:
            over.set()
            thread.join()
        assert log.verify() > 1


def test_a_time_to_the_microsecond_survives(tmp_path: Path) -> None:
    moment = datetime(2026, 11, 23, 12, 0, 0, 1, tzinfo=UTC)
    with open_store(str(tmp_path / "log.sqlite"), [FERRY], clock=lambda: moment + timedelta()) as log:
        log.append(new(END))
        assert "- recorded: 2026-11-23T12:00:00.000001+00:00" in list(log.export_text())


def test_an_export_may_be_larger_than_a_treaty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "export.md"
    with open_store(str(tmp_path / "log.sqlite"), [FERRY]) as log:
        written(log)
        path.write_text("".join(f"{line}\r\n" for line in log.export_text()), newline="")
        with open_store(str(tmp_path / "again.sqlite"), [FERRY]) as again:
            again.book()
            monkeypatch.setattr("inforce.source.text.LARGEST", path.stat().st_size // 2)
            assert again.import_file(str(path)) == 7
            assert again.entries() == log.entries()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "There is no such file."),
        (b"# Claim log, format 1\n\n## 1 cl\xffaim\n", "export.md:3:8"),
        (b"# Claim log, format 1\n\n## 1 cl\0aim\n", "export.md:3:8"),
        (b"\xff\xfe#\0 \0", "It looks like UTF-16"),
        (b"", "This is no export of a claim log."),
    ],
)
def test_what_is_no_export_is_refused_with_its_place(
    tmp_path: Path, data: bytes | None, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if data is not None:
        Path("export.md").write_bytes(data)
    with open_store("log.sqlite", [FERRY]) as log, pytest.raises(StoreProblemsError, match=message):
        log.import_file("export.md")
