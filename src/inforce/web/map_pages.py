"""The map: from an address to a page, a picture or a table."""

from __future__ import annotations

from litestar import Response, get

from inforce.answers.picture.families import MEANINGS
from inforce.exchange.forms.table import head_of_table, rows_of_table
from inforce.web.address import FORMS, Named
from inforce.web.borders import Borders
from inforce.web.borders.projection import EARTH, GRATICULE, HEIGHT, WIDTH
from inforce.web.frame import frame
from inforce.web.map_page import MapPage, map_page
from inforce.web.pages import Asking, html
from inforce.web.questions import asked_from_query
from inforce.web.shelf import Open, Shelf
from inforce.web.telling import page
from inforce.web.visit import Visit, Visiting


@get("/map", sync_to_thread=True, include_in_schema=False)
def show_map(request: Asking, shelf: Open, visit: Visiting) -> Response[str]:
    """Show on a map how a treaty stands for everyone, or only the day's story where the page asks for that."""
    template = "map_story.html" if request.headers.get("HX-Target") == "story" else "map.html"
    return html(_told(template, request, shelf, visit))


@get("/map.svg", sync_to_thread=True, include_in_schema=False)
def draw_map(request: Asking, shelf: Open) -> Response[str]:
    """Give the map as a picture that stands by itself."""
    return Response(_told("map.svg", request, shelf, None), media_type=FORMS["svg"].media)


@get("/map.csv", sync_to_thread=True, include_in_schema=False)
def give_map(request: Asking, shelf: Open) -> Response[str]:
    """Give the status of everyone on the day, a row each."""
    told = head_of_table() + rows_of_table(_shown(request, shelf).answers)
    return Response(told, media_type=FORMS["csv"].media)


def _shown(request: Asking, shelf: Shelf) -> MapPage:
    query = request.query_params
    treaty = query.get("treaty") or next(iter(shelf.book.treaties))
    borders: Borders = request.app.state.settings.borders
    return map_page(shelf, asked_from_query(shelf.book, treaty, Named(""), query), borders)


def _told(template: str, request: Asking, shelf: Shelf, visit: Visit | None) -> str:
    shown = _shown(request, shelf)
    size = {"width": WIDTH, "height": HEIGHT, "earth": EARTH, "graticule": GRATICULE}
    query = request.url.query
    return page(template, **frame(shelf, visit), **size, shown=shown, meanings=MEANINGS, query=query)
