"""Compiled books: used when nothing has changed, passed over in silence when anything is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from inforce.load import book_from_cache_or_files, book_from_files
from inforce.load.cache import cache_folder

MAIN = """treaty-format 1
include "facts.treaty"
actor CHN "China"
actor SUN "Soviet Union"

treaty friendship "Treaty of Friendship"
  parties      CHN, SUN
  in force     upon ratification by each party
  weights      fleet from fleet.csv

clause 1
  each party shall help the other
  once         attacked (the other) and not (attacked (it) or clause 2 is performed)
  kind         achieve

clause 2
  CHN shall warn SUN
  kind         achieve

view all "All"
  hears        all

expect 1950-01-01: in force

[1945-08-24..1945-08-25]    CHN ratifies friendship    [@register, p. 1]
1945-08-24     SUN ratifies friendship
"""
FACTS = 'treaty-format 1\nfact attacked "It is attacked."\n  event\n'
SOURCES = '[{"id": "register", "type": "book", "title": "Register"}]'


@pytest.fixture
def treaty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "book"
    folder.mkdir()
    texts = {"facts.treaty": FACTS, "sources.json": SOURCES, "fleet.csv": "CHN,3\nSUN,9\n"}
    for name, text in (texts | {"friendship.treaty": MAIN}).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "friendship.treaty"


def entries() -> list[Path]:
    return list(cache_folder().glob("*"))


def test_the_cached_book_is_the_book(treaty: Path) -> None:
    fresh = book_from_cache_or_files([treaty])
    again = book_from_cache_or_files([treaty])
    assert fresh.problems == ()
    assert fresh.documents != ()
    assert again.documents == ()
    assert again.book == fresh.book == book_from_files([treaty]).book


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("friendship.treaty", MAIN.replace("1945-08-24     SUN", "1945-08-27     SUN")),
        ("facts.treaty", FACTS.replace("It is attacked", "Somebody attacks it")),
        ("sources.json", SOURCES.replace("Register", "Gazette")),
        ("more.json", '[{"id": "gazette", "title": "Gazette"}]'),
        ("fleet.csv", "CHN,4\nSUN,9\n"),
    ],
)
def test_a_change_in_any_file_makes_a_new_book(treaty: Path, name: str, text: str) -> None:
    before = book_from_cache_or_files([treaty]).book
    (treaty.parent / name).write_text(text, encoding="utf-8")
    after = book_from_cache_or_files([treaty]).book
    assert after != before
    assert after == book_from_files([treaty]).book


def test_a_book_with_problems_is_not_kept(treaty: Path) -> None:
    treaty.write_text(MAIN.replace("parties      CHN", "parties      CNH"), encoding="utf-8")
    assert book_from_cache_or_files([treaty]).problems
    assert entries() == []
    assert book_from_cache_or_files([treaty]).problems


@pytest.mark.parametrize("damage", [b"", b"\x00\xff", b"\xc1", b"\x93\x90\x90\xc0"])
def test_a_damaged_entry_is_built_anew(treaty: Path, damage: bytes) -> None:
    book = book_from_cache_or_files([treaty]).book
    for entry in entries():
        entry.write_bytes(damage)
    assert book_from_cache_or_files([treaty]).book == book
    assert book_from_cache_or_files([treaty]).documents == ()


def test_half_an_entry_is_built_anew(treaty: Path) -> None:
    book = book_from_cache_or_files([treaty]).book
    for entry in entries():
        data = entry.read_bytes()
        entry.write_bytes(data[: len(data) // 2])
    assert book_from_cache_or_files([treaty]).book == book


def test_a_cache_that_cannot_be_written_is_passed_over(treaty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = treaty.parent / "file"
    file.write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(file))
    assert book_from_cache_or_files([treaty]).book == book_from_files([treaty]).book


def test_a_relative_cache_folder_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache" / "inforce"


def test_a_cached_book_needs_neither_parser_nor_builders(treaty: Path) -> None:
    book_from_cache_or_files([treaty])
    program = (
        "import sys; from pathlib import Path; from inforce.load import book_from_cache_or_files as load;"
        "assert load([Path(sys.argv[1])]).book.claims;"
        "rooms = ('inforce.parse', 'markdown_it', 'inforce.load.');"
        "print([name for name in sys.modules if name.startswith(rooms)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(treaty)], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "['inforce.load.loaded', 'inforce.load.cache', 'inforce.load.shipped']"
