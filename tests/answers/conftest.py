"""Books written in the test itself: `opened(TEXT)` opens one, with the desks of its treaties."""

from collections.abc import Callable
from pathlib import Path

import pytest

from inforce.answers import Library, open

Opened = Callable[[str], Library]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Open a book by its text."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def book(text: str) -> Library:
        path = tmp_path / "book.treaty"
        path.write_text(f"treaty-format 1\n{text}", encoding="utf-8")
        return open(path)

    return book
