"""Who may do what: readers read, contributors propose, editors decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from msgspec import Struct

from inforce.store.entry import Entry
from inforce.store.errors import NotAllowedError

if TYPE_CHECKING:
    from sqlalchemy import Connection

Role = Literal["none", "reader", "contributor", "editor"]
"""What a person may do, each more than the one before; ``none`` is somebody who has left."""

ROLES: tuple[Role, ...] = get_args(Role)


class Person(Struct, frozen=True):
    """Somebody whom the store knows, and what they may do now."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this person may do what somebody with a role may.

        >>> Person("maria", "contributor").may("reader")
        True
        """
        return ROLES.index(self.role) >= ROLES.index(role)


def people_in(connection: Connection) -> dict[str, Person]:
    """Return everybody whom a store knows, by name; the last appointment of each counts."""
    from sqlalchemy import select

    from inforce.store.schema import APPOINTMENT

    asked = select(APPOINTMENT.c.person, APPOINTMENT.c.role).order_by(APPOINTMENT.c.number)
    return {row.person: Person(row.person, row.role) for row in connection.execute(asked)}


def check_may(connection: Connection, entry: Entry, author_of_what: str) -> None:
    """Refuse an entry whose author may not make it; a store that knows nobody is one person's own.

    Whoever proposed something may withdraw it.

    Raises:
        NotAllowedError: if the store has people, and the author is not one who may.
    """
    people = people_in(connection)
    own = entry.kind == "withdrawal" and entry.author == author_of_what
    needed: Role = "contributor" if entry.kind == "proposal" or own else "editor"
    if people:
        check_role(people, entry.author, needed)


def check_role(people: dict[str, Person], name: str, needed: Role) -> None:
    """Refuse somebody who has not the role that is needed.

    Raises:
        NotAllowedError: if the person is not known or has too small a role.
    """
    person = people.get(name)
    if person is None:
        from inforce.source import did_you_mean

        raise NotAllowedError(f"This store knows nobody called {name}. {did_you_mean(name, people)}".strip())
    if not person.may(needed):
        raise NotAllowedError(f"{name} is a {person.role} here; this takes a person with the role {needed}.")
