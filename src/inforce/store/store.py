"""A store, opened: the log, its people, and what they watch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from inforce.load import shipped_books
from inforce.store import clock as clocks
from inforce.store.clock import Clock
from inforce.store.connecting import engine_for, is_file
from inforce.store.errors import RefusedError
from inforce.store.keeping import Kept
from inforce.store.leafing import Leafing
from inforce.store.marking import Marked
from inforce.store.migrating import migrate
from inforce.store.people import People
from inforce.store.telling import shown, told
from inforce.store.watching import Watching


def open_store(
    where: str,
    books: Sequence[Path] = (),
    *,
    create: bool = True,
    clock: Clock | None = None,
) -> Store:
    """Open a store, a file of SQLite or an address of PostgreSQL, and make it what this version expects.

    ``books`` are the files that the log adds to, every book that comes with the program by default.

    Raises:
        MissingExtraError: if the packages that it needs are not installed.
        RefusedError: if it is no store, or there is none and it is not to be made.
        UnreachableError: if the database cannot be reached.
    """
    engine = engine_for(where)
    if is_file(where) and not create and not Path(where).is_file():
        raise RefusedError(f"There is no store at {shown(where)}. `inforce log append` begins one.")
    try:
        with told():
            migrate(engine, create=create)
    except Exception:
        engine.dispose()
        raise
    return Store(engine, tuple(books) or shipped_books(), clock or clocks.system_clock)


class Store(Kept, Leafing, People, Watching, Marked):
    """The claim log with the files that it adds to, the people who write in it, and what they watch.

    One store may be used by several threads. Each method is one transaction: what it returns is stored, and what it
    raises is not.
    """

    def __enter__(self) -> Store:
        """Use the store in a `with`, which closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()
