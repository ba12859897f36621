"""The log itself: entries go in, and what they add to the book comes out."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from inforce.load import Added, Loaded
from inforce.store.chain import BEGINNING, sealed
from inforce.store.checking import ENTERED
from inforce.store.clock import Clock, not_before, time_from
from inforce.store.connecting import reading, writing
from inforce.store.deciding import acceptance, entry_from_new, rejection, withdrawal
from inforce.store.entry import Entry, Kind, NewEntry, Standing
from inforce.store.errors import AbsentError, NotWrittenError, UnreachableError
from inforce.store.roles import check_may
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
    from datetime import datetime

    from sqlalchemy import Connection, Engine

    from inforce.load.growing import Growing

PATIENCE_S = 5.0
"""How long a database that has gone away is waited for, to find out whether it took an entry."""


_NOBODY = "nobody"
"""Who decides where nothing is decided and one only wants to see what would follow."""


class Moment(Struct, frozen=True):
    """The book at one moment of the log: up to which entry, what the log adds, and what files and log make together.

    ``origins`` are the claims that came from the log, each with the number of its entry.
    """

    last: int
    added: tuple[Added, ...]
    loaded: Loaded
    origins: dict[str, int]


class Log:
    """Entries in the order of commit. Nothing in it is ever changed or removed."""

    def __init__(self, engine: Engine, books: tuple[Path, ...], clock: Clock) -> None:
        self.engine, self.books, self.clock = engine, books, clock
        self._lock = threading.RLock()
        self._position = Position()
        self._growing: Growing | None = None

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
            AbsentError: if there is none.
        """
        with reading(self.engine) as connection:
            found = entry_with_id(connection, number)
        if found is None:
            raise AbsentError(f"There is no entry {number} in the log.")
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
            AbsentError: if there is none.
        """
        with self._lock:
            fates = self._caught_up().fates
            if number not in fates:
                raise AbsentError(f"There is no entry {number} in the log.")
            return fates[number]

    def added(self) -> tuple[Added, ...]:
        """Return the lines that the log adds to the files, in the order in which they were accepted."""
        with self._lock:
            return tuple(self._caught_up().book.values())

    def moment(self) -> Moment:
        """Return the book as it stands, with up to which entry, and the lines of the log that are in it."""
        with self._lock:
            at, growing = self._caught_up(), self._growing_book()
            added = tuple(at.book.values())
            loaded = growing.loaded(added)
            origins = {
                claim.id: number for number, each in at.book.items() for claim in growing.claims_of(each)
            }
            return Moment(at.last, added, loaded, origins)

    def book(self) -> Loaded:
        """Return the files with what the log adds to them; a problem in an entry has the entry as its place."""
        with self._lock:
            return self._growing_book().loaded(self._caught_up().book.values())

    def book_if(self, entry: int | NewEntry) -> Loaded:
        """Return the book as it would be with a proposal accepted, or with lines that nobody has entered yet.

        Raises:
            StoreProblemsError: if the lines do not fit the book.
            RefusedError: if the entry is no open proposal, or there is no such treaty.
        """
        with self._lock:
            growing, at = self._growing_book(), self._caught_up()
            if isinstance(entry, int):
                acceptance(entry, _NOBODY, _NOBODY, at, growing)
                return growing.loaded(at.with_entry(entry))
            return self.look(entry)[1]

    def look(self, new: NewEntry) -> tuple[Entry, Loaded]:
        """Return what records would be as an entry, and the book with them; nothing is stored.

        Raises:
            StoreProblemsError: if the lines do not fit the book.
            RefusedError: if there is no such treaty, or the entry to be corrected is not in the book.
        """
        with self._lock:
            growing, at = self._growing_book(), self._caught_up()
            found = entry_from_new(new, "proposal", at, growing)
            added = Added(ENTERED, found.treaty, found.text, found.sources)
            return found, growing.loaded(at.with_added(added, found.corrects))

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
                    check_may(connection, entry, self._author_of(entry.about))
                    entry = self._numbered(entry, last_entry(connection), time_from(self.clock, connection))
                    write_entry(connection, entry)
            except UnreachableError as error:
                self._find_out(entry, error)
            self._position.take(entry)
            return entry

    def _author_of(self, number: int | None) -> str:
        return self._position.authors.get(number or 0, "")

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

    def _numbered(self, entry: Entry, last: Entry | None, now: datetime) -> Entry:
        recorded = not_before(now, last.recorded if last else None)
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
