"""The shelf that a server shows now, and the log that it follows: what is entered is seen, and what was seen stays."""

from __future__ import annotations

import logging
from threading import RLock

from litestar.di import NamedDependency
from msgspec import Struct
from msgspec.structs import replace

from inforce.answers import Library
from inforce.store import Mark, Person, Store, StoreError, open_store
from inforce.store.connecting import NOWHERE, is_file
from inforce.store.filing import file_exists, make_room_for
from inforce.web.corpora import shelf_from_library
from inforce.web.shelf import Shelf

AWAY = "The log cannot be reached now."
"""What everybody is told; what a database says of itself is for whoever runs the server."""

_PROBLEMS = "The book as it has become has problems; what is shown is the book before. {}"


class Now(Struct, frozen=True):
    """What is shown at one moment: the shelf, how far the log had come, and what keeps the server from following it.

    ``away`` is where the log itself cannot be reached, so that nobody can write.
    """

    shelf: Shelf
    mark: Mark
    trouble: str = ""
    away: bool = False

    @property
    def edition(self) -> str:
        """What changes whenever anything changes that a page may show."""
        mark = self.mark
        return f"{self.shelf.digest}-{mark.last}-{mark.people}-{mark.watches}-{bool(self.trouble)}"


class Live:
    """Follow a log. ``now`` is replaced as a whole, so that whoever is answering keeps what they began with.

    A log that is not there yet is begun with the first write. A server without a log shows its files.
    """

    def __init__(self, library: Library, where: str = "") -> None:
        self.files, self.where = library, where
        self.now = Now(shelf_from_library(library), Mark())
        self.known: dict[str, Person] = {}
        self._store: Store | None = None
        self._lock = RLock()

    @property
    def has_log(self) -> bool:
        """Whether there is a log, or will be one with the first write."""
        return bool(self.where)

    def store(self) -> Store | None:
        """Return the log, opened; None where there is none, or none yet.

        Raises:
            StoreError: if it cannot be opened.
        """
        return self._store if self._store is not None or not self.where else self._open()

    def checking(self) -> Store:
        """Return a log in which lines can be checked; where there is none yet, one that nobody keeps."""
        return self.store() or open_store(NOWHERE, self.files.paths)

    def begun(self) -> Store:
        """Return the log, begun if there is none yet.

        Raises:
            StoreError: if it can be neither opened nor begun.
        """
        with self._lock:
            if self._store is None:
                make_room_for(self.where)
                self._store = open_store(self.where, self.files.paths)
            return self._store

    def remember(self, digest: str, person: Person | None) -> Person | None:
        """Note whose a token is, so that they can go on reading while the database is away; return the person."""
        if person is None:
            self.known.pop(digest, None)
        else:
            self.known[digest] = person
        return person

    def catch_up(self) -> None:
        """Show what has been entered since; while the log cannot be reached, go on showing the last book and say so."""
        with self._lock:
            try:
                store = self.store()
                if store is not None:
                    self._follow(store)
            except StoreError as error:
                if not self.now.away:
                    logging.getLogger("inforce.web").warning("%s", error)
                self.now = replace(self.now, trouble=AWAY, away=True)

    def check(self) -> None:
        """Read the log for the first time.

        Raises:
            StoreError: if it cannot be opened, or what it adds has problems.
        """
        store = self.store()
        if store is not None:
            self._follow(store)
            if self.now.trouble:
                raise StoreError(self.now.trouble)

    def close(self) -> None:
        """Let go of the log."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None

    def _follow(self, store: Store) -> None:
        mark = store.mark()
        if mark.people != self.now.mark.people:
            self.known.clear()
        if mark.last == self.now.mark.last and not self.now.trouble:
            if mark != self.now.mark:
                self.now = replace(self.now, mark=mark)
            return
        found = store.moment()
        mark, shelf = replace(mark, last=found.last), self.now.shelf
        if found.loaded.problems:
            self.now = Now(shelf, mark, _PROBLEMS.format(found.loaded.problems[0].message))
        elif found.added != shelf.library.added:
            library = Library(found.loaded.book, self.files.paths, found.added)
            self.now = Now(Shelf(library, found.origins), mark)
        else:
            self.now = Now(shelf, mark)

    def _open(self) -> Store | None:
        with self._lock:
            if self._store is None and (not is_file(self.where) or file_exists(self.where)):
                self._store = open_store(self.where, self.files.paths, create=False)
            return self._store


Following = NamedDependency[Live]
"""The log that a server follows, as what answers an address gets it."""
