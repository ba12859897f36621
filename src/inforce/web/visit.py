"""Who is asking, and what they may do: a person with a session or a token, or the owner of a log of their own."""

from __future__ import annotations

import getpass
from base64 import b64decode
from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.template.base import csrf_token
from msgspec import Struct
from msgspec.structs import replace

from inforce.store import NotAllowedError, NotWrittenError, Person, Role, StoreError
from inforce.store.people import digest_of_token
from inforce.web.live import AWAY, Live
from inforce.web.settings import Settings

SESSION_KEY = "token"
"""Under what a session keeps the digest of the token with which somebody signed in."""

Connection = ASGIConnection[Any, Any, Any, State]

CLOSED = (
    "This log knows nobody yet, and this server can be reached from elsewhere, so nobody may write here. "
    "Appoint the first editor: inforce log appoint NAME editor --by NAME --store {}"
)


class Visit(Struct, frozen=True):
    """Somebody who asks for a page; ``own`` is where the log is theirs alone, since it knows nobody."""

    person: Person | None = None
    own: bool = False
    csrf: str = ""
    has_log: bool = False
    closed: str = ""
    trouble: str = ""
    away: bool = False

    def may(self, role: Role) -> bool:
        """Whether somebody may do here what takes a role."""
        return self.own or (self.person is not None and self.person.may(role))

    @property
    def name(self) -> str:
        """The name under which somebody writes, as far as it is known."""
        return self.person.name if self.person else owner() if self.own else ""

    def author(self, said: str = "") -> str:
        """Return who makes an entry: the person who signed in, or whoever the owner of a log says."""
        return (said.strip() if self.own else "") or self.name

    def check(self, role: Role) -> None:
        """Refuse what takes a role that the visitor has not.

        Raises:
            NotWrittenError: if the log is away.
            NotAllowedError: if they may not.
        """
        if self.away:
            raise NotWrittenError(self.trouble)
        if not self.has_log:
            raise NotAllowedError("This server has no log. Start it with --store to write.")
        if self.may(role):
            return
        if self.closed:
            raise NotAllowedError(self.closed)
        if self.person is None:
            raise NotAllowedError(f"Sign in first: this takes a person with the role {role}.")
        raise NotAllowedError(
            f"{self.name} is a {self.person.role}; this takes a person with the role {role}."
        )


Visiting = NamedDependency[Visit]
"""Who is asking, as what answers an address gets it."""


def owner() -> str:
    """Return the name of whoever runs the server, as the system has it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "owner"


def visit_of_page(request: Request[Any, Any, State]) -> Visit:
    """Return who asks for a page: whose token the session has, looked up anew, so that the roles of now count."""
    live: Live = request.app.state.live
    now, digest = live.now, digest_of_session(request)
    visit = Visit(
        csrf=csrf_token({"request": request}), has_log=live.has_log, trouble=now.trouble, away=now.away
    )
    if not live.has_log:
        return visit
    if now.away:
        return replace(visit, person=live.known.get(digest))
    try:
        store = live.store()
        if store is None or not store.people():
            settings: Settings = request.app.state.settings
            closed = "" if settings.is_own else CLOSED.format(settings.log)
            return replace(visit, own=settings.is_own, closed=closed)
        person = live.remember(digest, store.person_by_digest(digest) if digest else None)
        return replace(visit, person=person)
    except StoreError:
        return replace(visit, person=live.known.get(digest), trouble=AWAY, away=True)


def watched_by(live: Live, visit: Visit) -> frozenset[tuple[str, str]]:
    """Return what somebody watches; while the database is away nobody knows, and nothing is shown as watched."""
    try:
        store = live.store()
        found = store.watched(visit.name) if store is not None and visit.name else ()
    except StoreError:
        return frozenset()
    return frozenset((each.kind, each.name) for each in found)


def digest_of_session(connection: Connection) -> str:
    """Return the digest of the token with which the session of a page was begun; empty where there is none."""
    session = connection.scope.get("session")
    return str(session.get(SESSION_KEY, "")) if isinstance(session, dict) else ""


def digest_asked(connection: Connection) -> str:
    """Return the digest of the token that came with a request, as a bearer's or as the password of a feed reader."""
    kind, _, told = connection.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and told.strip():
        return digest_of_token(told.strip())
    if kind.lower() == "basic":
        try:
            return digest_of_token(b64decode(told, validate=True).decode().partition(":")[2])
        except ValueError:
            return ""
    return ""


def person_asking(live: Live, digest: str) -> Person | None:
    """Return whose token came with a request, looked up anew.

    Raises:
        StoreError: if nobody can say now.
    """
    store = live.store()
    return live.remember(digest, store.person_by_digest(digest)) if store is not None and digest else None


def is_reader(live: Live, digest: str) -> bool:
    """Whether a token lets somebody read; remembered until something about the people of the store changes."""
    if digest in live.known:
        return True
    try:
        return person_asking(live, digest) is not None
    except StoreError:
        return False
