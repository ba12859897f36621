"""A log kept: as text, as a copy, and as it was written."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator

from inforce.store.chain import unbroken
from inforce.store.connecting import reading, writing
from inforce.store.copying import backup, restore
from inforce.store.errors import StoreProblemsError
from inforce.store.exporting import entries_from_lines, lines_from_entries
from inforce.store.importing import import_entries, lines_of_file
from inforce.store.log import Log
from inforce.store.rows import every_entry
from inforce.store.standing import Position


class Kept(Log):
    """A log that can leave its database and come back."""

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

    def import_file(self, path: str) -> int:
        """Enter what an export in a file has, of whatever size, and this log has not; all of it or nothing.

        Raises:
            StoreProblemsError: if there is no such file, or a line is not what an export has.
            DamagedError: if an entry is not what was exported.
            RefusedError: if the log has gone another way than the export.
        """
        return self.import_text(lines_of_file(path), path)

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

    def set_back(self) -> tuple[int, ...]:
        """Return the entries whose time is earlier than that of the entry before: a clock was wrong until then."""
        with self._lock:
            return tuple(self._caught_up().set_back)

    def _check_whole(self, at: Position) -> None:
        """Refuse a log with which the book would have problems that it has not now."""
        growing = self._growing_book()
        found = growing.loaded(at.book.values()).problems
        before = set(growing.loaded(self._position.book.values()).problems) if found else set()
        if new := [each for each in found if each not in before]:
            raise StoreProblemsError(new)
