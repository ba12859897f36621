"""A store: the log, opened."""

from __future__ import annotations

import copy
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load import Added, Loaded, shipped_books
from inforce.store import clock as clocks
from inforce.store.chain import BEGINNING, sealed, unbroken
from inforce.store.clock import Clock, not_before
from inforce.store.connecting import engine_for, is_file, reading, writing
from inforce.store.copying import backup, restore
from inforce.store.deciding import acceptance, entry_from_new, rejection, withdrawal
from inforce.store.entry import Entry, Kind, NewEntry, Standing
from inforce.store.errors import NotWrittenError, RefusedError, StoreProblemsError, UnreachableError
from inforce.store.exporting import entries_from_lines, lines_from_entries
from inforce.store.importing import import_entries
from inforce.store.migrating import migrate
from inforce.store.rows import (
    PAGE,
    entry_with_id,
    every_entry,
    last_entry,
    page_of_entries,
    write_entry,
)
from inforce.store.standing import Position

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from inforce.load.growing import Growing

PATIENCE_S = 5.0
"""How long a database that has gone away is waited for, to find out whether it took an entry."""


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
    from inforce.store.connecting import told

    if is_file(where) and not create and not Path(where).is_file():
        raise RefusedError(f"There is no store at {where}. `inforce log append` begins one.")
    engine = engine_for(where)
    with told():
        migrate(engine)
    return Store(engine, tuple(books) or shipped_books(), clock or clocks.system_clock)


class Store:
    """The claim log with the files that it adds to. Nothing in it is ever changed or removed.

    One store may be used by several threads. Each method is one transaction: what it returns is stored, and what it
    raises is not.
    """

    def __init__(self, engine: Engine, books: tuple[Path, ...], clock: Clock) -> None:
        self.engine, self.books, self.clock = engine, books, clock
        self._lock = threading.RLock()
        self._position = Position()
        self._growing: Growing | None = None

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

    def append(self, new: NewEntry) -> Entry:
        """Enter records into the book at once, or in the place of an entry that they correct.

        Raises:
            StoreProblemsError: if the lines have problems; nothing of them is stored then.
            RefusedError: if there is no such treaty, or the entry to be corrected is not in the book.
        """
        return self._enter(new, "claim" if new.corrects is None else "correction")

    def propose(self, new: NewEntry) -> Entry:
        """Enter records that an editor may accept; until then they are in no book.

        Raises:
            StoreProblemsError: if the lines have problems; nothing of them is stored then.
            RefusedError: if there is no such treaty, or the entry to be corrected is not in the book.
        """
        return self._enter(new, "proposal")

    def accept(self, number: int, editor: str, reason: str) -> Entry:
        """Accept a proposal: from here on its lines are in the book.

        Raises:
            StoreProblemsError: if the lines no longer fit the book as it has become.
            RefusedError: if the entry is no open proposal.
        """
        return self._commit(lambda at, growing: acceptance(number, editor, reason, at, growing))

    def reject(self, number: int, editor: str, reason: str) -> Entry:
        """Reject a proposal; it stays in the log and enters no book.

        Raises:
            RefusedError: if the entry is no open proposal.
        """
        return self._commit(lambda at, _: rejection(number, editor, reason, at))

    def withdraw(self, number: int, author: str, reason: str) -> Entry:
        """Take back a proposal, or take an entry that was made by mistake out of the book; it stays in the log.

        Raises:
            StoreProblemsError: if another entry refers to the one that would go.
            RefusedError: if the entry is neither proposed nor in the book.
        """
        return self._commit(lambda at, growing: withdrawal(number, author, reason, at, growing))

    def entry(self, number: int) -> Entry:
        """Return an entry by its number.

        Raises:
            RefusedError: if there is none.
        """
        with reading(self.engine) as connection:
            found = entry_with_id(connection, number)
        if found is None:
            raise RefusedError(f"There is no entry {number} in the log.")
        return found

    def entries(self, since: int = 0, treaty: str = "", limit: int = PAGE) -> tuple[Entry, ...]:
        """Return the entries after one, in the order of commit; whoever polls asks for those after the last it saw."""
        with reading(self.engine) as connection:
            return page_of_entries(connection, since, treaty, limit)

    def entries_with_standing(
        self, since: int = 0, treaty: str = "", limit: int = sys.maxsize
    ) -> Iterator[tuple[Entry, Standing]]:
        """Yield entries after one, each with what has become of it by now, reading a page at a time."""
        while limit > 0 and (page := self.entries(since, treaty, min(limit, PAGE))):
            with self._lock:
                fates = self._caught_up().fates
                found = [(entry, fates[entry.id]) for entry in page]
            yield from found
            since, limit = page[-1].id, limit - len(page)

    def standing(self, number: int) -> Standing:
        """Return what has become of an entry.

        Raises:
            RefusedError: if there is none.
        """
        with self._lock:
            fates = self._caught_up().fates
            if number not in fates:
                raise RefusedError(f"There is no entry {number} in the log.")
            return fates[number]

    def export_text(self) -> Iterator[str]:
        """Yield the log line by line, as it is at one moment; `import_text` makes it again from them."""
        with reading(self.engine) as connection:
            yield from lines_from_entries(every_entry(connection))

    def import_text(self, lines: Iterable[str], file: str = "import") -> int:
        """Enter what an export has and this log has not, and return how many entries that is; all of it or nothing.

        Raises:
            StoreProblemsError: if a line is not what an export has, or an entry does not fit the book.
            DamagedError: if an entry is not what was exported.
            RefusedError: if the log has gone another way than the export.
        """
        with self._lock:
            with writing(self.engine) as connection:
                self._catch_up(connection)
                before, at = self._position.last, copy.deepcopy(self._position)
                found = import_entries(connection, entries_from_lines(lines, file))
                for entry in every_entry(connection, before):
                    at.take(entry)
                self._check_whole(at)
            self._position = at
            return found

    def backup(self, path: str) -> int:
        """Copy the whole store into a file, while others go on writing; return how many entries it has.

        Raises:
            RefusedError: if there is such a file already.
            NotWrittenError: if it cannot be written.
        """
        return backup(self.engine, path)

    def restore(self, path: str) -> int:
        """Copy a backup into this store, which must be empty; return how many entries it has.

        Raises:
            RefusedError: if there is no such backup, or something stands in this store already.
        """
        return restore(path, self.engine)

    def verify(self) -> int:
        """Read the whole log, and return how many entries it has if each is what was written.

        Raises:
            DamagedError: at the first entry that is not.
        """
        with reading(self.engine) as connection:
            return sum(1 for _ in unbroken(every_entry(connection)))

    def added(self) -> tuple[Added, ...]:
        """Return the lines that the log adds to the files, in the order in which they were accepted."""
        with self._lock:
            return tuple(self._caught_up().book.values())

    def book(self) -> Loaded:
        """Return the files with what the log adds to them; a problem in an entry has the entry as its place."""
        with self._lock:
            return self._growing_book().loaded(self._caught_up().book.values())

    def _enter(self, new: NewEntry, kind: Kind) -> Entry:
        return self._commit(lambda at, growing: entry_from_new(new, kind, at, growing))

    def _commit(self, decide: Callable[[Position, Growing], Entry]) -> Entry:
        """Decide on the log as it stands, and write; if others have written meanwhile, decide again while they wait."""
        with self._lock:
            growing, seen = self._growing_book(), self._caught_up().last
            entry = decide(self._position, growing)
            try:
                with writing(self.engine) as connection:
                    self._catch_up(connection)
                    if self._position.last != seen:
                        entry = decide(self._position, growing)
                    entry = self._numbered(entry, last_entry(connection))
                    write_entry(connection, entry)
            except UnreachableError as error:
                self._find_out(entry, error)
            self._position.take(entry)
            return entry

    def _check_whole(self, at: Position) -> None:
        """Refuse a log with which the book would have problems that it has not now."""
        growing = self._growing_book()
        found = growing.loaded(at.book.values()).problems
        before = set(growing.loaded(self._position.book.values()).problems) if found else set()
        if new := [each for each in found if each not in before]:
            raise StoreProblemsError(new)

    def _find_out(self, entry: Entry, error: UnreachableError) -> None:
        """Find out whether an entry was stored by a database that went away meanwhile.

        Raises:
            NotWrittenError: if it was not.
            UnreachableError: if the database does not come back soon, so that nobody knows.
        """
        until = time.monotonic() + PATIENCE_S
        while entry.id:
            with suppress(UnreachableError), writing(self.engine) as connection:
                found = entry_with_id(connection, entry.id)
                if found is not None and found.digest == entry.digest:
                    return
                raise NotWrittenError(
                    "The database went away before it had taken it. Nothing of it is stored."
                )
            if time.monotonic() > until:
                break
            time.sleep(0.1)
        raise error

    def _numbered(self, entry: Entry, last: Entry | None) -> Entry:
        recorded = not_before(self.clock(), last.recorded if last else None)
        number, before = (last.id + 1, last.digest) if last else (1, BEGINNING)
        return sealed(replace(entry, id=number, recorded=recorded), before)

    def _caught_up(self) -> Position:
        with reading(self.engine) as connection:
            self._catch_up(connection)
        return self._position

    def _catch_up(self, connection: Connection) -> None:
        for entry in every_entry(connection, self._position.last):
            self._position.take(entry)

    def _growing_book(self) -> Growing:
        """Return the book of the files, read again if they have changed."""
        from inforce.load.growing import Growing

        if self._growing is None or not self._growing.is_fresh:
            self._growing = Growing(self.books)
        return self._growing
