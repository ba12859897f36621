"""The application: its addresses, its headers, and what it says where something is wrong."""

from __future__ import annotations

from pathlib import Path

from litestar import Litestar, Request, Router
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.config.compression import CompressionConfig
from litestar.datastructures import CacheControlHeader, State
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.static_files import create_static_files_router

from inforce.answers import Library
from inforce.web.api import api_of
from inforce.web.compare_pages import show_compared
from inforce.web.corpora import shelf_for
from inforce.web.corpus_pages import search_corpus, show_corpus
from inforce.web.entering import look, show_form, write
from inforce.web.following import following
from inforce.web.fresh import edition_of_program
from inforce.web.guarding import csrf_config, readers_only
from inforce.web.headers import unless_fresh, with_headers
from inforce.web.limits import BODY_BYTES
from inforce.web.live import Live
from inforce.web.log_api import LOG
from inforce.web.log_pages import decide, show_effect, show_entry, show_log
from inforce.web.map_pages import draw_map, give_map, show_map
from inforce.web.more_pages import (
    give_due,
    show_all,
    show_between,
    show_due,
    show_found,
    show_network,
    show_source,
    show_sources,
    show_whatif,
)
from inforce.web.pages import show_article, show_part, show_terms, show_treaty
from inforce.web.problems import answer_error
from inforce.web.sessions import session_config
from inforce.web.settings import Settings
from inforce.web.shelf import Shelf
from inforce.web.sign_pages import show_entrance, sign_in, sign_out
from inforce.web.visit import visit_of_page
from inforce.web.watch_pages import mark_seen, show_audit, show_feed, show_watched, watch

_STATIC = Path(__file__).parent / "static"
_PAGES = (
    show_all,
    show_treaty,
    show_part,
    show_article,
    show_terms,
    show_compared,
    show_between,
    show_due,
    give_due,
    show_sources,
    show_source,
    show_found,
    show_network,
    show_map,
    draw_map,
    give_map,
    show_whatif,
    show_log,
    show_entry,
    show_effect,
    show_form,
    look,
    write,
    decide,
    show_watched,
    watch,
    mark_seen,
    show_feed,
    show_audit,
)
_CORPUS_PAGES = (
    show_corpus,
    search_corpus,
    show_treaty,
    show_part,
    show_article,
    show_terms,
    show_compared,
    show_map,
    draw_map,
    give_map,
)
"""What is shown of a columnar book: its list, and each treaty."""

_ENTRANCE = (show_entrance, sign_in, sign_out)

_EFFORT = 4
"""How hard texts are pressed: more costs the server much and saves the reader little."""


def app_from_library(library: Library) -> Litestar:
    """Return the application that answers for some open books, and follows no log."""
    return app_from_live(Live(library))


def app_from_live(live: Live, settings: Settings | None = None) -> Litestar:
    """Return the application that answers for some books and the log that adds to them."""
    served = settings or Settings()

    async def the_shelf(request: Request[object, object, State]) -> Shelf:
        return await shelf_for(live.now.shelf, request)

    async def the_log() -> Live:
        return live

    corpus = live.now.shelf.corpus
    readers = [readers_only] if served.private else []
    shown = _CORPUS_PAGES if corpus else _PAGES
    data = [api_of(corpus), *(() if corpus else (Router(path="/api/v1", route_handlers=[LOG]),))]
    pages = Router(
        path="/",
        route_handlers=[*_ENTRANCE, Router(path="/", route_handlers=shown, guards=readers)],
        dependencies={"visit": Provide(visit_of_page, sync_to_thread=True)},
        middleware=[session_config().middleware],
    )
    return Litestar(
        route_handlers=[
            pages,
            Router(path="/", route_handlers=data, guards=readers),
            create_static_files_router("/static", [_STATIC], cache_control=CacheControlHeader(no_cache=True)),
        ],
        dependencies={"shelf": Provide(the_shelf), "live": Provide(the_log)},
        before_request=unless_fresh,
        before_send=[with_headers],
        exception_handlers={Exception: answer_error},
        csrf_config=csrf_config(),
        compression_config=CompressionConfig("gzip", gzip_compress_level=_EFFORT),
        allowed_hosts=AllowedHostsConfig(list(served.hosts)) if served.hosts else None,
        request_max_body_size=BODY_BYTES,
        lifespan=[following],
        logging_config=None,
        openapi_config=_OPENAPI,
        state=State(
            {"live": live, "settings": served, "program": f"{edition_of_program()}-{served.borders.digest}"}
        ),
    )


_OPENAPI = OpenAPIConfig(
    title="inforce",
    version="1",
    description="What was in force, owed or ended, on any day, in whose view, and why.",
    use_handler_docstrings=True,
    components=Components(security_schemes={"token": SecurityScheme(type="http", scheme="bearer")}),
    path="/api/v1/schema",
    render_plugins=[JsonRenderPlugin(path="/openapi.json")],
)
