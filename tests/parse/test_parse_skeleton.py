"""The file that a person begins with: it must be right before they change a word."""

from pathlib import Path

import pytest

from inforce.load.book import book_from_files
from inforce.parse import format_text, skeleton


def test_a_new_file_loads_without_problems(tmp_path: Path) -> None:
    path = tmp_path / "border-2001.treaty.md"
    path.write_text(skeleton("border-2001"), encoding="utf-8")
    loaded = book_from_files([path])
    assert loaded.problems == ()
    treaty = loaded.book.treaties["border-2001"]
    assert treaty.parties == ("ABC", "XYZ")
    assert [clause.kind for clause in treaty.clauses] == ["maintain", "power"]
    assert len(loaded.book.claims) == 3
    assert [each.possible for each in loaded.book.expectations] == [("signed",), ("in_force",)]


def test_a_new_file_is_laid_out_already() -> None:
    text = skeleton("a-treaty-of-many-words-2001")
    assert format_text(text, "a.treaty.md") == text


@pytest.mark.parametrize("name", ["", "Border", "border treaty", "a--b", "a\nb", "a/b"])
def test_a_name_is_in_kebab_case(name: str) -> None:
    with pytest.raises(ValueError, match="kebab-case"):
        skeleton(name)
