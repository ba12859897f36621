"""What every answer tells a browser, and the tag by which whoever has it already is not sent it again."""

from __future__ import annotations

from litestar import Request, Response
from litestar.datastructures import State
from litestar.types import Message, Scope

from inforce.web.fresh import caching, is_fresh, not_modified, tag_of
from inforce.web.visit import digest_of_session

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'self'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
"""What every answer tells a browser: to ask nobody else for anything, and to run nothing but what this server has."""

_MOVES = ("/audit", "/sign-in")
"""What changes although neither the book nor the log does."""

_RAW = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]


async def unless_fresh(request: Request[object, object, State]) -> Response[None] | None:
    """Answer at once whoever has it already."""
    state = request.app.state
    if request.url.path in _MOVES:
        return None
    who = digest_of_session(request)[:16]
    tag = tag_of(request, f"{state.live.now.edition}-{state.program}-{who}")
    request.state.tag = tag
    return not_modified(tag) if is_fresh(request, tag) else None


async def with_headers(message: Message, scope: Scope) -> None:
    """Add what every answer tells, and the tag of what was asked to what can be asked again."""
    if message["type"] != "http.response.start":
        return
    found = message["headers"] = [*message["headers"], *_RAW]
    if scope.get("scheme") == "https":
        found[:] = [(k, v + b"; Secure" if k.lower() == b"set-cookie" else v) for k, v in found]
    tag = scope.get("state", {}).get("tag")
    if not tag or scope.get("method") != "GET" or any(k == b"etag" for k, _ in found):
        return
    if message["status"] == 200:
        kept, vary = caching(scope["path"])
        found += ((b"etag", tag.encode()), (b"cache-control", kept), (b"vary", vary))
