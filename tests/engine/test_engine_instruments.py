"""An instrument for one party, and between two: it binds whom the treaty binds, as long as it is itself in force."""

from pathlib import Path

import pytest

from inforce.answers.status import status
from inforce.load import book_from_files
from inforce.model import Book, Question
from inforce.temporal import day_from_iso

FOREST = """treaty-format 1
actor AAA "Aland"
actor BBB "Beland"
actor CCC "Celand"
actor DDD "Deland"
actor EEE "Eland"
treaty forest-1950
  title        "Convention on the Forest"
  parties      AAA, BBB, CCC
  in force     upon ratification by 2 states
instrument annex "Annex on the paths"
  part of      forest-1950
  in force     with forest-1950
  term         10 years
clause 9
  each party may withdraw
  effect       it ceases to be a party
1950-01-01     AAA, BBB, DDD ratify forest-1950
1961-01-01     EEE accedes to forest-1950
1952-01-01     BBB withdraws from forest-1950
"""


@pytest.fixture
def forest(tmp_path: Path) -> Book:
    path = tmp_path / "forest.treaty"
    path.write_text(FOREST, encoding="utf-8")
    loaded = book_from_files([path])
    assert not loaded.problems
    return loaded.book


def annex(book: Book, on: str, party: str = "", between: tuple[str, str] | None = None) -> tuple[str, ...]:
    question = Question("forest-1950", day_from_iso(on), instrument="annex", party=party, between=between)
    return status(book, question)[0].possible


def test_an_instrument_does_not_bind_who_has_left_the_treaty(forest: Book) -> None:
    assert annex(forest, "1951-01-01", "BBB") == ("in_force",)
    assert annex(forest, "1953-01-01", "BBB") == ("ended",)
    assert annex(forest, "1953-01-01", "AAA") == ("in_force",)


def test_an_instrument_does_not_bind_who_never_joined_the_treaty(forest: Book) -> None:
    assert annex(forest, "1951-01-01", "CCC") == ("not_concluded",)


def test_who_joins_the_treaty_after_an_instrument_has_run_out_finds_it_ended(forest: Book) -> None:
    assert annex(forest, "1960-12-31", "EEE") == ("not_concluded",)
    assert annex(forest, "1961-01-01", "EEE") == ("ended",)


def test_between_two_an_instrument_ends_with_its_own_term(forest: Book) -> None:
    pair = ("AAA", "BBB")
    assert annex(forest, "1951-01-01", between=pair) == ("in_force",)
    assert annex(forest, "1953-01-01", between=pair) == ("ended",)
    assert annex(forest, "1959-12-31", between=("AAA", "DDD")) == ("in_force",)
    assert annex(forest, "1960-01-01", between=("AAA", "DDD")) == ("ended",)
    assert annex(forest, "1951-01-01", between=("AAA", "CCC")) == ("not_concluded",)
