"""The people of a store, their roles and their tokens; what they did is in the log, when they came in is beside it."""

from __future__ import annotations

import secrets
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.store.clock import Clock
from inforce.store.connecting import reading, writing
from inforce.store.errors import RefusedError
from inforce.store.roles import ROLES, Person, Role, check_role, people_in

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_BYTES = 32


class SignIn(Struct, frozen=True):
    """Somebody came in, from where and when; without a person it was a token that nobody has."""

    person: str
    place: str
    recorded: datetime


class Appointment(Struct, frozen=True):
    """Somebody was given a role, by whom and when."""

    person: str
    role: Role
    appointed_by: str
    recorded: datetime


class People:
    """Who may write in a store."""

    engine: Engine
    clock: Clock

    def add_person(self, name: str, role: Role, by: str) -> Person:
        """Let somebody in, or give them another role; earlier appointments stay on record.

        Raises:
            RefusedError: if there is no such role, who appoints is no editor, or nobody would be an editor.
        """
        if role not in ROLES:
            raise RefusedError(f"There is no role called {role}. There are: {', '.join(ROLES)}.")
        if not name.strip() or not name.isprintable() or not by.strip():
            raise RefusedError("A person has a name, on one line, and is appointed by somebody.")
        with writing(self.engine) as connection:
            people = people_in(connection)
            if people:
                check_role(people, by, "editor")
            people[name] = Person(name, role)
            if not any(person.role == "editor" for person in people.values()):
                raise RefusedError("Somebody has to be an editor, or nobody could accept anything.")
            self._insert(connection, "appointment", person=name, role=role, appointed_by=by)
        return people[name]

    def people(self) -> tuple[Person, ...]:
        """Return everybody whom the store knows, by name."""
        with reading(self.engine) as connection:
            found = people_in(connection)
        return tuple(found[name] for name in sorted(found))

    def new_token(self, name: str) -> str:
        """Return a new token of a person. It is shown this once: only its digest is stored.

        Raises:
            RefusedError: if the store does not know the person.
        """
        token = secrets.token_urlsafe(_BYTES)
        with writing(self.engine) as connection:
            check_role(people_in(connection), name, "reader")
            self._insert(connection, "token", digest=digest_of_token(token), person=name)
        return token

    def revoke_tokens(self, name: str) -> int:
        """Let no token of a person count any longer, and return how many that are."""
        from sqlalchemy import select

        from inforce.store.schema import REVOCATION, TOKEN

        with writing(self.engine) as connection:
            over = select(REVOCATION.c.digest)
            asked = select(TOKEN.c.digest).where(TOKEN.c.person == name, TOKEN.c.digest.not_in(over))
            found = connection.execute(asked).scalars().all()
            for digest in found:
                self._insert(connection, "revocation", digest=digest)
        return len(found)

    def person_by_token(self, token: str) -> Person | None:
        """Return whose token this is; None if it is nobody's, or counts no longer.

        A token has 256 random bits, so that its digest can be looked up and tells nothing.
        """
        return self.person_by_digest(digest_of_token(token))

    def person_by_digest(self, digest: str) -> Person | None:
        """Return whose token has a digest; whoever keeps a session keeps no more than that."""
        from sqlalchemy import select

        from inforce.store.schema import REVOCATION, TOKEN

        with reading(self.engine) as connection:
            asked = select(TOKEN.c.person).where(
                TOKEN.c.digest == digest, TOKEN.c.digest.not_in(select(REVOCATION.c.digest))
            )
            name = connection.execute(asked).scalar()
            person = people_in(connection).get(name) if name is not None else None
        return person if person is not None and person.may("reader") else None

    def sign_in(self, token: str, place: str) -> Person | None:
        """Return whose token this is, and note who came in, or that somebody could not."""
        person = self.person_by_token(token)
        with writing(self.engine) as connection:
            self._insert(connection, "sign_in", person=person.name if person else "", place=place)
        return person

    def sign_ins(self) -> tuple[SignIn, ...]:
        """Return who came in, in order; together with the log this is what anybody did here."""
        from sqlalchemy import select

        from inforce.store.schema import SIGN_IN

        with reading(self.engine) as connection:
            rows = connection.execute(select(SIGN_IN).order_by(SIGN_IN.c.number)).all()
        return tuple(SignIn(row.person, row.place, row.recorded) for row in rows)

    def appointments(self) -> tuple[Appointment, ...]:
        """Return who was given which role, in order."""
        from sqlalchemy import select

        from inforce.store.schema import APPOINTMENT

        with reading(self.engine) as connection:
            rows = connection.execute(select(APPOINTMENT).order_by(APPOINTMENT.c.number)).all()
        return tuple(Appointment(row.person, row.role, row.appointed_by, row.recorded) for row in rows)

    def _insert(self, connection: Connection, table: str, **values: object) -> None:
        from sqlalchemy import insert

        from inforce.store.schema import METADATA

        connection.execute(insert(METADATA.tables[table]), {**values, "recorded": self.clock()})


def digest_of_token(token: str) -> str:
    """Return what is stored of a token."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()
