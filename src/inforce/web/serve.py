"""Run the server."""

from __future__ import annotations

import socket

from inforce.answers import Library
from inforce.web.live import Live
from inforce.web.settings import Settings


def serve(live: Live, settings: Settings) -> None:
    """Answer for some open books, and the log that adds to them if there is one, until somebody stops it."""
    import uvicorn

    from inforce.web.app import app_from_live

    app = app_from_live(live, settings)
    uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning", server_header=False)


def opened(library: Library, where: str) -> Live:
    """Return some books with the log that adds to them, read for the first time.

    Raises:
        StoreError: if the log cannot be opened, or what it adds has problems.
    """
    live = Live(library, where)
    live.check()
    return live


def free_port(host: str) -> int:
    """Return a port at which nobody listens."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as free:
        free.bind((host, 0))
        port: int = free.getsockname()[1]
        return port
