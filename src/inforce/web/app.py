"""The application: its addresses, its headers, and what it says where something is wrong."""

from __future__ import annotations

from pathlib import Path

from litestar import Litestar, Request, Response
from litestar.datastructures import State
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.static_files import create_static_files_router
from litestar.types import Message, Scope

from inforce.answers import Library
from inforce.web.api import API
from inforce.web.fresh import edition_of_program, is_fresh, not_modified, tag_of
from inforce.web.more_pages import (
    show_all,
    show_between,
    show_due,
    show_found,
    show_network,
    show_source,
    show_sources,
    show_whatif,
)
from inforce.web.pages import show_article, show_part, show_treaty
from inforce.web.problems import answer_error
from inforce.web.shelf import Shelf

_STATIC = Path(__file__).parent / "static"
_PAGES = (
    show_all,
    show_treaty,
    show_part,
    show_article,
    show_between,
    show_due,
    show_sources,
    show_source,
    show_found,
    show_network,
    show_whatif,
)

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'self'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
"""What every answer tells a browser: to ask nobody else for anything, and to run nothing but what this server has."""

_RAW = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]


def app_from_library(library: Library) -> Litestar:
    """Return the application that answers for some open books."""
    shelf = Shelf(library)

    async def the_shelf() -> Shelf:
        return shelf

    return Litestar(
        route_handlers=[*_PAGES, API, create_static_files_router("/static", [_STATIC])],
        dependencies={"shelf": Provide(the_shelf)},
        before_request=_unless_fresh,
        before_send=[_with_headers],
        exception_handlers={Exception: answer_error},
        openapi_config=OpenAPIConfig(
            title="inforce",
            version="1",
            description="What was in force, owed or ended, on any day, in whose view, and why.",
            use_handler_docstrings=True,
            path="/api/v1/schema",
            render_plugins=[JsonRenderPlugin(path="/openapi.json")],
        ),
        state=State({"shelf": shelf, "edition": f"{shelf.digest}-{edition_of_program()}"}),
    )


async def _unless_fresh(request: Request[object, object, State]) -> Response[None] | None:
    """Answer at once whoever has it already."""
    tag = tag_of(request, request.app.state.edition)
    request.state.tag = tag
    return not_modified(tag) if is_fresh(request, tag) else None


async def _with_headers(message: Message, scope: Scope) -> None:
    """Add what every answer tells, and the tag of what was asked to what can be asked again."""
    if message["type"] != "http.response.start":
        return
    found = message["headers"] = [*message["headers"], *_RAW]
    tag = scope.get("state", {}).get("tag")
    if (
        tag
        and message["status"] == 200
        and scope.get("method") == "GET"
        and all(k != b"etag" for k, _ in found)
    ):
        found += ((b"etag", tag.encode()), (b"cache-control", b"no-cache"), (b"vary", b"Accept, HX-Target"))
