"""Run the server."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import socket
from contextlib import suppress
from types import FrameType

from inforce.answers import Library
from inforce.web.live import Live
from inforce.web.settings import Settings

_GRACE_S = 3
"""Whoever is still being answered when the server is stopped has so many seconds left."""


class NoPlaceError(ValueError):
    """A server cannot listen where it is told to; the message says where it could."""


def serve(live: Live, settings: Settings, at: socket.socket) -> None:
    """Answer for some open books, and the log that adds to them if there is one, until somebody stops it."""
    import uvicorn

    from inforce.web.app import app_from_live

    app = app_from_live(live, settings)
    config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=_GRACE_S)
    logging.getLogger("uvicorn.error").addFilter(_in_a_line)
    signal.signal(signal.SIGTERM, _stop)
    with suppress(KeyboardInterrupt):  # which the server has obeyed by then
        uvicorn.Server(config).run(sockets=[at])


def _in_a_line(record: logging.LogRecord) -> bool:
    """Tell in a line that an answer was not sent to its end because the server was stopped."""
    if record.exc_info and record.exc_info[0] is asyncio.CancelledError:
        record.msg, record.args, record.exc_info = "An answer was not sent to its end.", (), None
    return True


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def opened(library: Library, where: str) -> Live:
    """Return some books with the log that adds to them, read for the first time.

    Raises:
        StoreError: if the log cannot be opened, or what it adds has problems.
    """
    live = Live(library, where)
    live.check()
    return live


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens; port 0 takes one that is free.

    Raises:
        NoPlaceError: if nothing can listen there.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.getaddrinfo(host or None, port, family)
        return socket.create_server((host, port), family=family, backlog=2048)
    except socket.gaierror:
        raise NoPlaceError(_NOT_OURS.format(host)) from None
    except OSError as error:
        told = _WHY_NOT.get(error.errno or 0)
        if told is None:
            raise
        raise NoPlaceError(told.format(host, port)) from None


_NOT_OURS = (
    "{} is no address of this machine. Leave --host out, and only this machine can ask; "
    "with --host 0.0.0.0 others can."
)
_WHY_NOT = {
    errno.EADDRINUSE: "Something listens at port {1} already. Choose another with --port N; --port 0 takes a free one.",
    errno.EACCES: "Port {1} is not for everybody. Choose one from 1024 on with --port N; --port 0 takes a free one.",
    errno.EADDRNOTAVAIL: _NOT_OURS,
}
