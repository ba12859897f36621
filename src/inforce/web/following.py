"""Follow the log while the server runs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import create_task_group, sleep
from anyio.to_thread import run_sync
from litestar import Litestar

from inforce.web.limits import STORES
from inforce.web.live import Live

_EVERY_S = 0.5
"""How often a server looks whether the log has grown."""


@asynccontextmanager
async def following(app: Litestar) -> AsyncIterator[None]:
    """Follow the log while the server runs."""
    live: Live = app.state.live
    if not live.has_log:
        yield
        return
    async with create_task_group() as group:
        group.start_soon(_follow, app, live)
        yield
        group.cancel_scope.cancel()
    live.close()


async def _follow(app: Litestar, live: Live) -> None:
    while True:
        await run_sync(live.catch_up, abandon_on_cancel=True)
        for name in STORES:
            await app.stores.get(name).delete_expired()  # type: ignore[attr-defined]
        await sleep(_EVERY_S)
