"""A book as it would be with some more lines: what a what-if adds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from inforce.load.book import loaded_from_files
from inforce.load.files import Placed, files_from_paths
from inforce.load.loaded import Loaded
from inforce.parse import syntax_from_text
from inforce.source import source_from_text

SUPPOSED = "what-if"
"""The name of the lines that are supposed, as a file and as a voice."""


def book_supposing(paths: Sequence[Path], lines: Sequence[str], treaty: str) -> Loaded:
    """Load files together with some lines that stand under a treaty; mistakes in the lines are problems.

    The files are untouched; the lines have the place ``what-if``.
    """
    files = files_from_paths(paths)
    text = "\n".join(("treaty-format 1", f'actor {SUPPOSED} "What if"', *lines, ""))
    document, problems = syntax_from_text(source_from_text(SUPPOSED, text))
    files.documents.append(document)
    files.problems.extend(problems)
    files.placed.extend(Placed(directive, document, treaty) for directive in document.directives)
    return loaded_from_files(files)[0]
