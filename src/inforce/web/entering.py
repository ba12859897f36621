"""The form in which records are written: look first, then propose or enter; what was typed is never lost."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, get, post
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotFoundException
from litestar.params import Body, FromPath
from litestar.response import Redirect
from msgspec import Struct

from inforce.store import Entry, NewEntry, RefusedError, Role, Store, StoreError
from inforce.web.effects import Effect, effect_of_lines
from inforce.web.examples import cited_for, examples_for
from inforce.web.frame import frame
from inforce.web.limits import limit
from inforce.web.live import Following, Live
from inforce.web.log_pages import number
from inforce.web.pages import Asking, html
from inforce.web.problems import problem_from_error
from inforce.web.shelf import Open, Shelf
from inforce.web.telling import page
from inforce.web.visit import Visit, Visiting

_WAYS: dict[str, Role] = {"propose": "contributor", "enter": "editor"}


class Written(Struct, frozen=True):
    """What the form brings: the lines, why, and what they correct."""

    treaty: str = ""
    text: str = ""
    reason: str = ""
    author: str = ""
    corrects: str = ""
    sources: str = ""


Form = Annotated[Written, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/log/new", sync_to_thread=True, include_in_schema=False)
def show_form(request: Asking, shelf: Open, live: Following, visit: Visiting) -> Response[str]:
    """Show the form, with the lines of the entry that is to be corrected."""
    query = request.query_params
    corrected = _corrected(live.store(), number(query.get("corrects")))
    treaty = corrected.treaty if corrected else query.get("treaty", "")
    if treaty:
        shelf.treaty(treaty)
    written = Written(treaty)
    if corrected:
        written = Written(treaty, corrected.text, "", "", str(corrected.id), corrected.sources)
    return html(_form(shelf, visit, written))


def _corrected(store: Store | None, entry: int) -> Entry | None:
    return store.entry(entry) if store is not None and entry else None


@post(
    "/log/look", sync_to_thread=True, status_code=200, include_in_schema=False, middleware=[limit("effect")]
)
def look(data: Form, shelf: Open, live: Following, visit: Visiting) -> Response[str]:
    """Show the problems of lines, or what they would change; nothing is written."""
    visit.check("contributor")
    try:
        found = effect_of_lines(live, new_entry(data, visit.author(data.author), data.reason.strip() or "-"))
    except StoreError as error:
        return _again(shelf, visit, data, error)
    return html(_form(shelf, visit, data, effect=found))


@post("/log/{way:str}", sync_to_thread=True, include_in_schema=False, middleware=[limit("writing")])
def write(
    way: FromPath[str], data: Form, shelf: Open, live: Following, visit: Visiting
) -> Response[str] | Redirect:
    """Propose records, or enter them at once; what has problems is shown again as it was typed."""
    if way not in _WAYS:
        raise NotFoundException("There is nothing at this address.")
    visit.check(_WAYS[way])
    try:
        entry = written(live, way, new_entry(data, visit.author(data.author), data.reason.strip()))
    except StoreError as error:
        return _again(shelf, visit, data, error)
    return Redirect(f"/log/{entry.id}", status_code=303)


def written(live: Live, way: str, new: NewEntry) -> Entry:
    """Write records into the log, and show them from then on.

    Raises:
        StoreError: if they are not taken.
    """
    store = live.begun()
    entry = store.append(new) if way == "enter" else store.propose(new)
    live.catch_up()
    return entry


def new_entry(data: Written, author: str, reason: str) -> NewEntry:
    """Return what a form brings as somebody's entry.

    Raises:
        RefusedError: if what it corrects is no number.
    """
    corrects = number(data.corrects.strip()) or None
    if data.corrects.strip() and corrects is None:
        raise RefusedError("What is corrected is the number of an entry.")
    return NewEntry(data.treaty.strip(), data.text, author, reason, corrects, data.sources)


def _again(shelf: Shelf, visit: Visit, data: Written, error: StoreError) -> Response[str]:
    """Show the form again as it was typed, with what is wrong."""
    problem = problem_from_error(error, "/log/new")
    text = _form(shelf, visit, data, problem.problems or (problem.detail,))
    return Response(text, status_code=problem.status, media_type="text/html; charset=utf-8")


def _form(
    shelf: Shelf, visit: Visit, data: Written, problems: tuple[str, ...] = (), effect: Effect | None = None
) -> str:
    given = {"written": data, "problems": problems, "effect": effect, **_help(shelf, data.treaty)}
    return page("log-new.html", **frame(shelf, visit), **given)


def _help(shelf: Shelf, name: str) -> dict[str, object]:
    """Return how a record is written, with the names of the treaty that is chosen."""
    treaty = shelf.book.treaties.get(name)
    if treaty is None:
        return {"examples": (), "keys": ()}
    return {"examples": examples_for(shelf.book, treaty), "keys": cited_for(shelf.book, treaty)}
