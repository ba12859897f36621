"""The books that come with the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PATTERN = "**/*.treaty.md"


def shipped_books() -> tuple[Path, ...]:
    """Return the paths of the treaties that come with the program.

    >>> all(path.name.endswith(".treaty.md") for path in shipped_books())
    True
    """
    folder = shipped_folder()
    return tuple(sorted(folder.glob(_PATTERN)))


@cache
def shipped_record(file: str) -> str:
    """Return the record that a file of the program belongs to, by its folder; nothing for any other file.

    >>> shipped_record("mine.treaty.md")
    ''
    """
    path, folder = Path(file).resolve(), shipped_folder().resolve()
    parts = path.relative_to(folder).parts if folder in path.parents else ()
    return parts[0] if len(parts) > 1 else ""


def shipped_folder() -> Path:
    """Return the folder of the books inside the installed package."""
    return Path(__file__).parent.parent / "books"
