"""A server that follows its log: what is entered is seen, what goes away is told, what is acknowledged stays."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from inforce.answers import open as open_books
from inforce.store import NewEntry, RefusedError, open_store
from inforce.store.filing import default_log
from inforce.web.serve import listening, opened
from tests.store import postgres
from tests.store.postgres import fresh_database
from tests.web.office import END, FERRY, ON_1938, TREATY, office_at, office_in, status_in_1938

ENDED = NewEntry(TREATY, END, "olga", "The note.")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def status_of(client: TestClient[Litestar]) -> str:
    return str(client.get(ON_1938).json()["answers"][0]["status"])


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_what_another_process_enters_is_seen_within_two_seconds(tmp_path: Path, kind: str) -> None:
    where = str(tmp_path / "log.sqlite") if kind == "sqlite" else fresh_database()
    office = office_at(where)
    with TestClient(office.app) as client:
        before = client.get(ON_1938)
        assert before.json()["answers"][0]["status"] == "in_force"
        with open_store(where, [FERRY]) as elsewhere:
            elsewhere.append(ENDED)
        until = time.monotonic() + 2
        while status_of(client) == "in_force" and time.monotonic() < until:
            time.sleep(0.1)
        after = client.get(ON_1938, headers={"If-None-Match": before.headers["etag"]})
        assert after.status_code == 200
        assert after.json()["answers"][0]["status"] == "ended"


def test_whoever_is_answering_keeps_the_shelf_they_began_with(tmp_path: Path) -> None:
    with office_in(tmp_path) as office:
        began = office.live.now.shelf
        with open_store(office.where, [FERRY]) as store:
            store.append(ENDED)
        office.live.catch_up()
        assert office.live.now.shelf is not began
        assert len(began.book.claims) + 1 == len(office.live.now.shelf.book.claims)


def test_what_changes_no_book_keeps_what_was_solved(tmp_path: Path) -> None:
    with office_in(tmp_path) as office:
        began, edition = office.live.now.shelf, office.live.now.edition
        with open_store(office.where, [FERRY]) as store:
            store.propose(NewEntry(TREATY, END, "maria", "The note."))
        office.live.catch_up()
        assert office.live.now.shelf is began
        assert office.live.now.edition != edition


def test_reading_goes_on_while_the_database_is_away() -> None:
    office = office_at(fresh_database())
    maria = office.person("maria")
    maria.propose()
    postgres.stop("immediate")
    try:
        office.live.catch_up()
        assert status_in_1938(maria) == "in_force"
        shown = maria.get(f"/t/{TREATY}")
        assert shown.status_code == 200
        assert "the book as it was last read" in shown.text
        assert "socket" not in shown.text, "what the database says of itself is nobody's affair"
        assert maria.propose(END.replace("^end", "^end-2")).status_code == 503
        program = maria.client.post(
            "/api/v1/log", json={"treaty": TREATY, "text": END, "reason": "x"}, headers=office.bearer("maria")
        )
        assert program.status_code == 503
        assert "socket" not in program.text
        assert program.headers["content-type"].startswith("application/problem+json")
    finally:
        postgres.start()
    office.live.catch_up()
    assert "the book as it was last read" not in maria.get(f"/t/{TREATY}").text
    assert maria.propose(END.replace("^end", "^end-3")).status_code == 303
    office.live.close()


def test_a_file_that_breaks_meanwhile_is_told_and_the_last_book_shown(tmp_path: Path) -> None:
    book, where = tmp_path / "ferry.treaty.md", str(tmp_path / "log.sqlite")
    book.write_text(FERRY.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "sources.json").write_bytes((FERRY.parent / "sources.json").read_bytes())
    live = opened(open_books(book), where)
    with open_store(where, [book]) as store:
        store.append(ENDED)
        live.catch_up()
        last = live.now.shelf
        text = book.read_text(encoding="utf-8")
        book.write_text(text.replace("[@gazette", "[@gazzette", 1), encoding="utf-8")
        store.withdraw(1, "olga", "A slip.")
    live.catch_up()
    assert live.now.shelf is last
    assert "has problems" in live.now.trouble
    book.write_text(text, encoding="utf-8")
    live.catch_up()
    assert live.now.trouble == ""
    live.close()


def test_a_log_that_is_not_there_is_begun_by_whoever_writes_first(tmp_path: Path) -> None:
    where = str(tmp_path / "deep" / "log.sqlite")
    live = opened(open_books(FERRY), where)
    assert live.store() is None
    assert not (tmp_path / "deep").exists()
    live.begun().append(ENDED)
    assert (tmp_path / "deep").stat().st_mode & 0o077 == 0
    live.close()


def test_ones_own_log_is_in_the_folder_for_data(tmp_path: Path) -> None:
    assert default_log({"XDG_DATA_HOME": str(tmp_path)}) == str(tmp_path / "inforce" / "log.sqlite")
    own = str(Path.home() / ".local" / "share" / "inforce" / "log.sqlite")
    assert default_log({"XDG_DATA_HOME": "../elsewhere"}) == own, "a relative path is no folder for data"
    assert default_log({}) == own


def test_a_file_that_is_no_log_is_refused(tmp_path: Path) -> None:
    where = tmp_path / "other.sqlite"
    with sqlite3.connect(where) as other:
        other.execute("CREATE TABLE mine (a)")
    with pytest.raises(RefusedError, match="something else"):
        opened(open_books(FERRY), str(where))


@contextmanager
def served(where: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Run `inforce serve` in a process of its own."""
    with listening("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "inforce",
        "serve",
        "--port",
        str(port),
        "--store",
        where,
        "--book",
        str(FERRY),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                httpx.get(f"{address}/sign-in")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield process, address
    finally:
        process.kill()
        process.wait()


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    office = office_at(str(tmp_path / "log.sqlite"))
    office.live.close()
    acknowledged: list[int] = []
    for turn in range(5):
        with served(office.where) as (process, address):
            with ThreadPoolExecutor(4) as writers:
                found = [
                    writers.submit(enter, address, office.bearer("olga"), turn, number) for number in range(8)
                ]
                while not any(each.done() for each in found):
                    time.sleep(0.001)
                os.kill(process.pid, signal.SIGKILL)
            acknowledged += [number for each in found if (number := each.result())]
        with open_store(office.where, [FERRY]) as store:
            entries = store.entries()
            assert store.verify() == len(entries)
            assert {each.id for each in entries} >= set(acknowledged)
    assert acknowledged


def enter(address: str, bearer: dict[str, str], turn: int, number: int) -> int:
    """Enter a record; return the number of its entry if it was acknowledged, 0 if not."""
    text = END.replace("03-01", f"{turn + 1:02}-{number + 1:02}").replace("^end", f"^end-{turn}-{number}")
    body = {"treaty": TREATY, "text": text, "reason": "A note came in.", "kind": "claim"}
    try:
        found = httpx.post(f"{address}/api/v1/log", json=body, headers=bearer, timeout=30)
    except httpx.TransportError:
        return 0
    return int(found.json()["answers"][0]["entry"]["id"]) if found.status_code == 201 else 0
