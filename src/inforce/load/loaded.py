"""What loading gives back, and what it may be given besides files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.model import Book
from inforce.source import Problem

if TYPE_CHECKING:
    from inforce.parse.syntax import Document


class Added(Struct, frozen=True):
    """Lines that are read behind the files, as if they stood under a treaty; ``file`` is their place in problems.

    ``sources`` is CSL-JSON: what they cite and no bibliography has yet.
    """

    file: str
    treaty: str
    text: str
    sources: str = ""


class Loaded(Struct, frozen=True):
    """A book, every problem found on the way to it, and the files as syntax.

    A book with problems holds what could be read. One that comes from the cache has no problems, and no
    documents, since nothing was parsed.
    """

    book: Book
    problems: tuple[Problem, ...] = ()
    documents: tuple[Document, ...] = ()
