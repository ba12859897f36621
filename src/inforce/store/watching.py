"""Watch lists: what was entered for a treaty or a party since somebody last looked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from inforce.store.clock import Clock
from inforce.store.connecting import reading, writing
from inforce.store.entry import Entry
from inforce.store.rows import PAGE, entries_from_rows

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Engine

Kind = Literal["treaty", "party"]


class Watched(Struct, frozen=True, order=True):
    """A treaty or a party that somebody watches."""

    kind: Kind
    name: str


class Watching:
    """What the people of a store want to hear of."""

    engine: Engine
    clock: Clock

    def watch(self, person: str, kind: Kind, name: str, *, begins: bool = True) -> tuple[Watched, ...]:
        """Begin to watch a treaty or a party, or end it; return all that the person watches then."""
        from sqlalchemy import insert

        from inforce.store.schema import WATCH

        row = {"person": person, "kind": kind, "name": name, "begins": int(begins), "recorded": self.clock()}
        with writing(self.engine) as connection:
            connection.execute(insert(WATCH), row)
            return _watched(connection, person)

    def watched(self, person: str) -> tuple[Watched, ...]:
        """Return what a person watches."""
        with reading(self.engine) as connection:
            return _watched(connection, person)

    def changes_since(self, person: str, since: int | None = None, limit: int = PAGE) -> tuple[Entry, ...]:
        """Return the entries about what a person watches: those since they last looked, or after an entry.

        A decision is about whatever the entry is about that it decides.
        """
        from sqlalchemy import select

        from inforce.store.schema import ENTRY

        with reading(self.engine) as connection:
            found = _watched(connection, person)
            after = ENTRY.c.id > (_looked(connection, person) if since is None else since)
            asked = select(ENTRY).where(after, _concerns(found)).order_by(ENTRY.c.id).limit(limit)
            return tuple(entries_from_rows(connection, connection.execute(asked).all()))

    def last_about(self, watched: Collection[Watched], limit: int = PAGE) -> tuple[Entry, ...]:
        """Return the last entries about some treaties and parties, or about anything if none is named, newest first."""
        from sqlalchemy import select

        from inforce.store.schema import ENTRY

        asked = select(ENTRY).order_by(ENTRY.c.id.desc()).limit(limit)
        if watched:
            asked = asked.where(_concerns(watched))
        with reading(self.engine) as connection:
            return tuple(entries_from_rows(connection, connection.execute(asked).all()))

    def looked(self, person: str, entry: int) -> None:
        """Note that a person has seen everything up to an entry."""
        from sqlalchemy import insert

        from inforce.store.schema import LOOK

        with writing(self.engine) as connection:
            row = {"person": person, "entry": entry, "recorded": self.clock()}
            connection.execute(insert(LOOK), row)


def _concerns(watched: Iterable[Watched]) -> ColumnElement[bool]:
    """Return what holds of an entry about a watched treaty or party, and of a decision about such an entry."""
    from sqlalchemy import or_, select

    from inforce.store.schema import CONCERN, ENTRY

    named = list(watched)
    parties = [each.name for each in named if each.kind == "party"]
    about = select(CONCERN.c.entry).where(CONCERN.c.actor.in_(parties))
    treaties = ENTRY.c.treaty.in_([each.name for each in named if each.kind == "treaty"])
    return or_(treaties, ENTRY.c.id.in_(about), ENTRY.c.about.in_(about))


def _watched(connection: Connection, person: str) -> tuple[Watched, ...]:
    from sqlalchemy import select

    from inforce.store.schema import WATCH

    rows = connection.execute(select(WATCH).where(WATCH.c.person == person).order_by(WATCH.c.number)).all()
    latest = {Watched(row.kind, row.name): bool(row.begins) for row in rows}
    return tuple(sorted(each for each, begins in latest.items() if begins))


def _looked(connection: Connection, person: str) -> int:
    from sqlalchemy import func, select

    from inforce.store.schema import LOOK

    asked = select(func.max(LOOK.c.entry)).where(LOOK.c.person == person)
    return connection.execute(asked).scalar() or 0
