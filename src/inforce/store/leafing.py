"""Leaf through a log from its end: the entries that somebody wants to see, newest first, and what is about one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.store.connecting import reading
from inforce.store.entry import Entry, Standing
from inforce.store.log import Log
from inforce.store.rows import entries_from_rows

if TYPE_CHECKING:
    from sqlalchemy import Select


class Wanted(Struct, frozen=True):
    """Which entries are wanted; what is empty narrows nothing. ``before`` is the entry above which they stand."""

    treaty: str = ""
    author: str = ""
    only_open: bool = False
    before: int = 0


class Leafing(Log):
    """A log that is read from its end."""

    def newest(self, wanted: Wanted, limit: int) -> tuple[tuple[Entry, Standing], ...]:
        """Return the last entries that are wanted, newest first, each with what has become of it."""
        from inforce.store.schema import ENTRY

        with self._lock:
            fates = dict(self._caught_up().fates)
        asked = self._asked(wanted, fates).order_by(ENTRY.c.id.desc()).limit(limit)
        with reading(self.engine) as connection:
            found = entries_from_rows(connection, connection.execute(asked).all())
        return tuple((entry, fates[entry.id]) for entry in found if entry.id in fates)

    def waiting(self, since: int, treaty: str, limit: int) -> tuple[Entry, ...]:
        """Return the open proposals after an entry, in the order of commit."""
        from inforce.store.schema import ENTRY

        with self._lock:
            fates = {number: fate for number, fate in self._caught_up().fates.items() if number > since}
        asked = self._asked(Wanted(treaty, only_open=True), fates).order_by(ENTRY.c.id).limit(limit)
        with reading(self.engine) as connection:
            return tuple(entries_from_rows(connection, connection.execute(asked).all()))

    def about(self, number: int) -> tuple[Entry, ...]:
        """Return the decisions about an entry, and the entries that correct it or were proposed to."""
        from sqlalchemy import or_, select

        from inforce.store.schema import ENTRY

        asked = select(ENTRY).where(or_(ENTRY.c.about == number, ENTRY.c.corrects == number))
        with reading(self.engine) as connection:
            rows = connection.execute(asked.order_by(ENTRY.c.id)).all()
            return tuple(entries_from_rows(connection, rows))

    def authors(self) -> tuple[str, ...]:
        """Return everybody who has made an entry, by name."""
        with self._lock:
            return tuple(sorted(set(self._caught_up().authors.values())))

    def _asked(self, wanted: Wanted, fates: dict[int, Standing]) -> Select[tuple[object, ...]]:
        from sqlalchemy import select

        from inforce.store.schema import ENTRY

        asked = select(ENTRY)
        if wanted.treaty:
            asked = asked.where(ENTRY.c.treaty == wanted.treaty)
        if wanted.author:
            asked = asked.where(ENTRY.c.author == wanted.author)
        if wanted.before:
            asked = asked.where(ENTRY.c.id < wanted.before)
        if wanted.only_open:
            those = [number for number, fate in fates.items() if fate == "proposed"]
            asked = asked.where(ENTRY.c.id.in_(those))
        return asked
