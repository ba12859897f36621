"""Every treaty, command and mistake in the documentation is tried, and says what its page says."""

from pathlib import Path

import pytest

from inforce.answers.expectations import check_expectations
from inforce.load import book_from_files
from inforce.parse import format_text
from inforce.source import text_from_problem
from tests.docs.pages import BESIDE, EXAMPLES, PAGES, PICTURES, ROOT, Folder, blocks_of, pictures_in, retold


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a cache of its own and no colours."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_a_page_prints_what_the_program_prints(page: Path, folder: Path) -> None:
    text, _ = retold(page, folder)
    assert page.read_text(encoding="utf-8") == text
    for name, drawn in pictures_in(folder).items():
        assert (PICTURES / name).read_text(encoding="utf-8") == drawn


def test_every_picture_is_drawn_and_shown_by_a_page() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    for picture in PICTURES.iterdir():
        assert f"--svg {picture.name}" in text
        assert f"/{picture.name})" in text


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_the_treaties_of_a_page_load_and_their_expectations_hold(page: Path, folder: Path) -> None:
    tried = Folder(page, folder)
    for block in blocks_of(page.read_text(encoding="utf-8")):
        if block.kind in ("treaty", *BESIDE):
            tried.told(block)
        if block.kind == "treaty":
            _holds(tried.file)


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_the_treaties_of_a_page_are_laid_out(page: Path) -> None:
    for block in blocks_of(page.read_text(encoding="utf-8")):
        if block.kind == "treaty":
            assert format_text(block.text, "shown.treaty") == block.text


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.treaty*")), ids=_name)
def test_an_example_loads_and_its_expectations_hold(file: Path) -> None:
    _holds(file)


def _holds(file: Path) -> None:
    loaded = book_from_files([file])
    assert [text_from_problem(problem) for problem in loaded.problems] == []
    assert [(each.expectation.text, each.text) for each in check_expectations(loaded.book)] == []
