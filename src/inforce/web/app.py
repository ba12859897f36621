"""The application: its addresses, its headers, and what it says where something is wrong."""

from __future__ import annotations

from pathlib import Path

from litestar import Litestar, Response
from litestar.di import Provide
from litestar.static_files import create_static_files_router

from inforce.answers import Library
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


def app_from_library(library: Library) -> Litestar:
    """Return the application that answers for some open books."""
    shelf = Shelf(library)

    async def the_shelf() -> Shelf:
        return shelf

    return Litestar(
        route_handlers=[*_PAGES, create_static_files_router("/static", [_STATIC])],
        dependencies={"shelf": Provide(the_shelf)},
        after_request=_with_headers,
        exception_handlers={Exception: answer_error},
        openapi_config=None,
    )


async def _with_headers(response: Response[object]) -> Response[object]:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
