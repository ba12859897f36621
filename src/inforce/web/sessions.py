"""Sessions of people who signed in: kept by the server, found by a cookie that says nothing of itself."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any, ClassVar

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.middleware.session.server_side import ServerSideSessionBackend, ServerSideSessionConfig
from litestar.types import Empty, Message, ScopeSession

from inforce.web.visit import SESSION_KEY

IDLE_S = 8 * 3600
"""After so long without a request somebody has to sign in again."""

_NEW = "new session"


class Sessions(ServerSideSessionBackend):
    """Sessions for those who signed in, and for nobody else: whoever only reads gets no cookie and takes no memory.

    A session begins under a name that nobody has seen before, whatever cookie came with the request.
    """

    def get_session_id(self, connection: ASGIConnection[Any, Any, Any, Any]) -> str:
        """Return the name of the session."""
        fresh = connection.scope["state"].get(_NEW)
        return str(fresh) if fresh else super().get_session_id(connection)

    async def store_in_message(
        self,
        scope_session: ScopeSession,
        message: Message,
        connection: ASGIConnection[Any, Any, Any, Any],
    ) -> None:
        """Keep a session for another while, or end it."""
        if scope_session:
            await super().store_in_message(scope_session, message, connection)
        elif self.config.key in connection.cookies:
            await super().store_in_message(Empty, message, connection)


@dataclass
class SessionConfig(ServerSideSessionConfig):
    """How sessions are kept; the cookie has a name of this server, so that two on one machine do not meet."""

    _backend_class: ClassVar[type[ServerSideSessionBackend]] = Sessions  # type: ignore[misc]


def session_config() -> SessionConfig:
    """Return how a server that starts now keeps sessions."""
    return SessionConfig(key=f"inforce-{secrets.token_hex(4)}", max_age=IDLE_S, samesite="lax", httponly=True)


def begin_session(request: Request[Any, Any, State], digest: str) -> None:
    """Let somebody in who has shown a token; the session keeps its digest."""
    request.scope["state"][_NEW] = secrets.token_hex(32)
    request.set_session({SESSION_KEY: digest})


def end_session(request: Request[Any, Any, State]) -> None:
    """Let somebody out."""
    request.clear_session()
