"""A log over the ferry, in a file of SQLite or in a real PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inforce.store import NewEntry, Store, open_store
from tests.docs.pages import EXAMPLES
from tests.store.postgres import fresh_database

MADE_BY_0001 = Path(__file__).with_name("made_by_0001.sql")
FERRY = EXAMPLES / "lake-ferry.treaty.md"
TREATY = "lake-ferry-1931"
END = "1937-03-01     ARD, VEL agree to end lake-ferry-1931"

Open = Callable[..., Store]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a log that does not exist yet, in each of the two databases."""
    return str(tmp_path / "log.sqlite") if request.param == "sqlite" else fresh_database()


@pytest.fixture
def log(where: str) -> Iterator[Store]:
    with open_store(where, [FERRY]) as store:
        yield store


@pytest.fixture
def older(tmp_path: Path) -> str:
    """A file of SQLite as the first version left it."""
    path = tmp_path / "older.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(MADE_BY_0001.read_text())
    connection.close()
    return str(path)


def new(*lines: str, corrects: int | None = None, by: str = "maria") -> NewEntry:
    return NewEntry(TREATY, "\n".join(lines), by, "A note came in.", corrects)
