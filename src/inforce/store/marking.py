"""How far a store has come, in a few numbers: whoever follows it asks for them, and for more only when they moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from inforce.store.connecting import reading

if TYPE_CHECKING:
    from sqlalchemy import Engine


class Mark(Struct, frozen=True):
    """The last entry of a log, and what grows whenever something about people or watch lists changes."""

    last: int = 0
    people: int = 0
    watches: int = 0


class Marked:
    """A store that can say cheaply how far it has come."""

    engine: Engine

    def mark(self) -> Mark:
        """Return how far the store has come; nothing is read but the ends of its tables.

        Raises:
            UnreachableError: if the database is gone.
        """
        from sqlalchemy import func, select

        from inforce.store.schema import APPOINTMENT, ENTRY, LOOK, REVOCATION, TOKEN, WATCH

        def last(column: Any) -> Any:
            return select(func.coalesce(func.max(column), 0)).scalar_subquery()

        revoked = select(func.count()).select_from(REVOCATION).scalar_subquery()
        tokens = select(func.count()).select_from(TOKEN).scalar_subquery()
        people = last(APPOINTMENT.c.number) + revoked + tokens
        watches = last(WATCH.c.number) + last(LOOK.c.number)
        with reading(self.engine) as connection:
            found = connection.execute(select(last(ENTRY.c.id), people, watches)).one()
        return Mark(*found)
