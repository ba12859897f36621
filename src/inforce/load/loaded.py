"""What loading gives back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.model import Book
from inforce.source import Problem

if TYPE_CHECKING:
    from inforce.parse.syntax import Document


class Loaded(Struct, frozen=True):
    """A book, every problem found on the way to it, and the files as syntax.

    A book with problems holds what could be read. One that comes from the cache has no problems, and no
    documents, since nothing was parsed.
    """

    book: Book
    problems: tuple[Problem, ...] = ()
    documents: tuple[Document, ...] = ()
