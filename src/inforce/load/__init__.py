"""The conductor: files → syntax → names resolved → a Book, every problem collected.

Only what a cached book needs is imported here; the builders come when there is something to build.
"""

from typing import TYPE_CHECKING, Any

from inforce.load.cache import book_from_cache_or_files, digest_from_files
from inforce.load.loaded import Added, Loaded
from inforce.load.shipped import shipped_books

if TYPE_CHECKING:
    from inforce.load.book import book_from_files

__all__ = [
    "Added",
    "Loaded",
    "book_from_cache_or_files",
    "book_from_files",
    "digest_from_files",
    "shipped_books",
]


def __getattr__(name: str) -> Any:
    """Import the builders when they are asked for."""
    if name == "book_from_files":
        from inforce.load.book import book_from_files

        return book_from_files
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
