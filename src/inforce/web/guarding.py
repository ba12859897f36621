"""Who may read at all, and what keeps other people's pages from writing in a reader's name."""

from __future__ import annotations

import secrets

from litestar.config.csrf import CSRFConfig
from litestar.handlers import BaseRouteHandler

from inforce.web.live import Live
from inforce.web.problems import SignInNeededError
from inforce.web.settings import Settings
from inforce.web.visit import FEED, Connection, digest_asked, digest_of_session, is_reader


def csrf_config() -> CSRFConfig:
    """Return how forms are protected: each brings a word that only this server's own pages know.

    The interface for programs needs none, since no cookie ever says there who is asking.
    """
    return CSRFConfig(
        secret=secrets.token_hex(32),
        cookie_name=f"inforce-form-{secrets.token_hex(4)}",
        cookie_httponly=True,
        exclude=["^/api/", "^/static/"],
    )


async def readers_only(connection: Connection, _: BaseRouteHandler) -> None:
    """Let nobody read who has not signed in, where reading takes that.

    Raises:
        SignInNeededError: if they have not.
    """
    settings: Settings = connection.app.state.settings
    if not settings.private:
        return
    live: Live = connection.app.state.live
    digest = digest_of_session(connection) or digest_asked(connection)
    if digest in live.known:
        return
    from anyio.to_thread import run_sync

    if not digest or not await run_sync(is_reader, live, digest):
        raise SignInNeededError(by="Basic" if connection.scope["path"] == FEED else "Bearer")
