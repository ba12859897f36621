"""A book as it would be with some more lines: what a what-if adds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from inforce.load.book import book_from_files
from inforce.load.loaded import Added, Loaded

SUPPOSED = "what-if"
"""The name of the lines that are supposed, as a file and as a voice."""


def book_supposing(
    paths: Sequence[Path], lines: Sequence[str], treaty: str, added: Sequence[Added] = ()
) -> Loaded:
    """Load files, and what is added to them, together with some lines that stand under a treaty.

    The files are untouched; mistakes in the lines are problems, and the lines have the place ``what-if``.
    """
    text = "\n".join((f'actor {SUPPOSED} "What if"', *lines, ""))
    return book_from_files(paths, added=(*added, Added(SUPPOSED, treaty, text)))
