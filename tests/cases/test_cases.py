"""Every case file is its own test: it loads without a problem, and what it expects is what the record yields."""

from pathlib import Path

import pytest

from inforce.answers.expectations import check_expectations
from inforce.load import book_from_files, shipped_books
from inforce.source import text_from_problem

CASES = sorted(Path(__file__).parent.glob("*.treaty.md"))


@pytest.mark.parametrize("path", CASES, ids=[path.name.removesuffix(".treaty.md") for path in CASES])
def test_the_case_is_as_it_expects(path: Path) -> None:
    loaded = book_from_files([path])
    assert [text_from_problem(problem) for problem in loaded.problems] == []
    assert loaded.book.expectations, "a case without an expectation tests nothing"
    failures = check_expectations(loaded.book)
    assert [f"{each.expectation.line}: {each.text}" for each in failures] == []


def test_the_shipped_books_are_as_they_expect() -> None:
    loaded = book_from_files(shipped_books())
    assert [text_from_problem(problem) for problem in loaded.problems] == []
    assert len(loaded.book.expectations) >= 70
    assert [f"{each.expectation.line}: {each.text}" for each in check_expectations(loaded.book)] == []
