"""How often somebody may try what is dear or dangerous: signing in, writing, asking what would change."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.datastructures import State
from litestar.middleware.base import DefineMiddleware
from litestar.middleware.rate_limit import RateLimitConfig

BODY_BYTES = 1_000_000
"""So much may be sent at once; more is refused before it is read."""

_KINDS = {"sign-in": 10, "writing": 60, "effect": 30}
"""How many times a minute each is allowed from one address."""

STORES = ("sessions", *(f"limit {kind}" for kind in _KINDS))
"""Where the tries are counted and the sessions kept; what is over is thrown away from time to time."""


def limit(kind: str) -> DefineMiddleware:
    """Return what counts the tries of one kind, over all addresses of the server that are of that kind."""
    config = RateLimitConfig(
        ("minute", _KINDS[kind]),
        store=f"limit {kind}",
        identifier_for_request=_from_where,
        check_throttle_handler=_is_on,
        set_rate_limit_headers=True,
    )
    return config.middleware


def _from_where(request: Request[Any, Any, Any]) -> str:
    return request.client.host if request.client else ""


def _is_on(request: Request[Any, Any, State]) -> bool:
    return bool(request.app.state.settings.limited)
