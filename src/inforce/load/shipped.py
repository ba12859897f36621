"""The books that come with the program."""

from __future__ import annotations

from pathlib import Path

_PATTERN = "**/*.treaty.md"


def shipped_books() -> tuple[Path, ...]:
    """Return the paths of the treaties that come with the program.

    >>> all(path.name.endswith(".treaty.md") for path in shipped_books())
    True
    """
    folder = shipped_folder()
    return tuple(sorted(folder.glob(_PATTERN)))


def shipped_folder() -> Path:
    """Return the folder of the books inside the installed package."""
    return Path(__file__).parent.parent / "books"
