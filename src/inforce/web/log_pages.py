"""The pages of the log: its entries, one entry with what it would change, and the decision about it."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, get, post
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotFoundException
from litestar.params import Body, FromPath, PathParameter
from litestar.response import Redirect
from msgspec import Struct
from msgspec.structs import replace

from inforce.source import text_from_problem
from inforce.store import AbsentError, Role, Store, StoreProblemsError, Wanted
from inforce.web.effects import effect_of_entry
from inforce.web.frame import frame
from inforce.web.limits import limit
from inforce.web.live import Following, Live
from inforce.web.log_shown import EntryPage, Offered, entry_page, log_page
from inforce.web.pages import Asking, html
from inforce.web.shelf import Open, Shelf
from inforce.web.telling import page
from inforce.web.visit import Visit, Visiting

_DECISIONS: dict[str, Role] = {"accept": "editor", "reject": "editor", "withdraw": "contributor"}


class Decision(Struct, frozen=True):
    """What the form of a decision brings."""

    reason: str = ""
    author: str = ""


EntryNumber = Annotated[int, PathParameter(ge=0, le=2**53)]
Decided = Annotated[Decision, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/log", sync_to_thread=True, include_in_schema=False)
def show_log(request: Asking, shelf: Open, live: Following, visit: Visiting) -> Response[str]:
    """Show the entries of the log, newest first."""
    query = request.query_params
    treaty, author = query.get("treaty", ""), query.get("author", "")
    if treaty:
        shelf.treaty(treaty)
    wanted = Wanted(
        treaty, author if author.isprintable() else "?", bool(query.get("open")), number(query.get("before"))
    )
    shown = log_page(live.store(), wanted)
    return html(page("log.html", **frame(shelf, visit), shown=shown))


@get("/log/{entry:int}", sync_to_thread=True, include_in_schema=False)
def show_entry(entry: EntryNumber, shelf: Open, live: Following, visit: Visiting) -> Response[str]:
    """Show one entry: its lines, its dates, what was decided, and what may be."""
    return html(_entry(shelf, visit, entry_page(log_of(live), entry)))


@get("/log/{entry:int}/effect", sync_to_thread=True, include_in_schema=False, middleware=[limit("effect")])
def show_effect(
    entry: EntryNumber, request: Asking, shelf: Open, live: Following, visit: Visiting
) -> Response[str]:
    """Show what a proposal would change, as a part of its page where that asks for it."""
    found = effect_of_entry(live, entry)
    if request.headers.get("HX-Request"):
        return html(page("effect.html", **frame(shelf, visit), effect=found))
    shown = replace(entry_page(log_of(live), entry), effect=found)
    return html(_entry(shelf, visit, shown))


@post(
    "/log/{entry:int}/{decision:str}",
    sync_to_thread=True,
    include_in_schema=False,
    middleware=[limit("writing")],
)
def decide(
    entry: EntryNumber,
    decision: FromPath[str],
    data: Decided,
    shelf: Open,
    live: Following,
    visit: Visiting,
) -> Response[str] | Redirect:
    """Accept, reject or withdraw an entry; what no longer fits the book is told, and the reason is kept."""
    if decision not in _DECISIONS:
        raise NotFoundException("There is no such decision.")
    visit.check(_DECISIONS[decision])
    store = log_of(live)
    try:
        decided(store, decision, entry, visit.author(data.author), data.reason.strip())
    except StoreProblemsError as error:
        told = tuple(map(text_from_problem, error.problems))
        text = _entry(shelf, visit, entry_page(store, entry), told, data.reason)
        return Response(text, status_code=422, media_type="text/html; charset=utf-8")
    live.catch_up()
    return Redirect(f"/log/{entry}", status_code=303)


def decided(store: Store, decision: str, entry: int, by: str, reason: str) -> int:
    """Make a decision, and return its number in the log.

    Raises:
        StoreError: if it cannot be made.
    """
    deciding = {"accept": store.accept, "reject": store.reject, "withdraw": store.withdraw}
    return deciding[decision](entry, by, reason).id


def log_of(live: Live) -> Store:
    """Return the log that a server follows.

    Raises:
        AbsentError: if it has none, or none yet.
    """
    store = live.store()
    if store is None:
        raise AbsentError("There is no log here, or nothing in it yet.")
    return store


def number(text: str | None) -> int:
    """Return a number out of an address, 0 for what is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else 0


def _entry(
    shelf: Shelf, visit: Visit, shown: EntryPage, problems: tuple[str, ...] = (), reason: str = ""
) -> str:
    entry, standing = shown.entry, shown.standing
    is_open = standing == "proposed"
    own = visit.may("contributor") and entry.author == visit.name
    offered = Offered(
        decide=is_open and visit.may("editor"),
        withdraw=(visit.may("editor") or own) and standing in ("proposed", "stands"),
        correct=standing == "stands" and visit.may("contributor"),
    )
    given = {"shown": shown, "offered": offered, "problems": problems, "reason": reason}
    return page("entry.html", **frame(shelf, visit), **given, effect=shown.effect)
