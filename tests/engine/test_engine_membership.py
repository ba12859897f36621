"""A clause binds who has joined, towards who has joined: from the later entry to the first departure."""

from pathlib import Path

import pytest

from inforce.engine import possible_on, solve
from inforce.load import book_from_files
from inforce.model import ALL_VOICES, Book
from inforce.temporal import day_from_iso

FOREST = """treaty-format 1
actor AAA "Aland"
actor BBB "Beland"
actor CCC "Celand"
actor LEAGUE "The League"
treaty forest-1950
  title        "Convention on the Forest"
  parties      AAA, BBB, CCC
  in force     upon ratification by 2 states
clause 1
  each party shall keep the paths
clause 2
  each party shall pay what it owes
  survives     the end for debts made before it
clause 3
  this treaty is open to all
clause 9
  each party may withdraw
  effect       it ceases to be a party
1950-01-01     AAA, BBB ratify forest-1950
1952-01-01     BBB withdraws from forest-1950
1953-01-01     CCC ratifies forest-1950
"""


@pytest.fixture
def forest(tmp_path: Path) -> Book:
    path = tmp_path / "forest.treaty"
    path.write_text(FOREST, encoding="utf-8")
    loaded = book_from_files([path])
    assert not loaded.problems
    return loaded.book


def clause(book: Book, on: str, name: str, bearer: str, other: str = "") -> tuple[str, ...]:
    signals = {"status": ("clause_status", "forest-1950", name, bearer, other)}
    return possible_on(solve(book, ALL_VOICES, signals), "status", day_from_iso(on))


def test_a_clause_does_not_bind_before_its_party_has_joined(forest: Book) -> None:
    assert clause(forest, "1950-01-01", "1", "AAA") == ("owed",)
    assert clause(forest, "1952-12-31", "1", "CCC") == ("not_yet_operative",)
    assert clause(forest, "1953-01-01", "1", "CCC") == ("owed",)


def test_a_clause_about_each_party_is_nothing_to_who_cannot_be_one(forest: Book) -> None:
    assert clause(forest, "1953-01-01", "1", "LEAGUE") == ("not_applicable",)
    assert clause(forest, "1953-01-01", "1", "AAA", "LEAGUE") == ("not_applicable",)


def test_nothing_is_owed_to_who_has_not_joined_or_has_left(forest: Book) -> None:
    assert clause(forest, "1951-12-31", "1", "AAA", "BBB") == ("owed",)
    assert clause(forest, "1952-01-01", "1", "AAA", "BBB") == ("ended",)
    assert clause(forest, "1952-12-31", "1", "AAA", "CCC") == ("not_yet_operative",)
    assert clause(forest, "1953-01-01", "1", "AAA", "CCC") == ("owed",)


def test_a_clause_that_survives_goes_on_towards_who_has_left(forest: Book) -> None:
    assert clause(forest, "1952-01-01", "2", "AAA", "BBB") == ("owed",)
    assert clause(forest, "1952-01-01", "2", "AAA", "CCC") == ("not_yet_operative",)
