"""Watch treaties and parties: what changed since somebody last looked, and the same as a feed for anybody."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from litestar import Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect
from msgspec import Struct

from inforce.answers import UnknownNameError
from inforce.model import Book
from inforce.store import NotAllowedError, Store, Wanted, Watched
from inforce.web.feed import feed_of
from inforce.web.frame import frame
from inforce.web.limits import limit
from inforce.web.live import Following
from inforce.web.log_pages import number
from inforce.web.log_shown import Listed, listed
from inforce.web.pages import Asking, base_of, html
from inforce.web.shelf import Open
from inforce.web.sign_pages import own_address
from inforce.web.telling import page
from inforce.web.visit import FEED, Visiting, watched_by

_FED = 50
_AUDITED = 200


class Watch(Struct, frozen=True):
    """What the button of a watch brings."""

    kind: str = ""
    name: str = ""
    begins: str = ""
    next: str = "/watch"


class Seen(Struct, frozen=True):
    """Up to which entry somebody has looked."""

    entry: str = ""


Watching = Annotated[Watch, Body(media_type=RequestEncodingType.URL_ENCODED)]
Looked = Annotated[Seen, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/watch", sync_to_thread=True, include_in_schema=False)
def show_watched(shelf: Open, live: Following, visit: Visiting) -> Response[str]:
    """Show what changed for somebody since they last looked."""
    store = live.store()
    watched = watched_by(live, visit)
    changes = changes_for(store, visit.name) if store is not None and visit.name else ()
    query = urlencode(sorted(watched))
    given = {"changes": changes, "watched": watched, "feed": f"/feed.atom?{query}" if query else "/feed.atom"}
    return html(page("watch.html", **frame(shelf, visit), **given))


@post("/watch", sync_to_thread=True, include_in_schema=False, middleware=[limit("writing")])
def watch(data: Watching, shelf: Open, live: Following, visit: Visiting) -> Redirect:
    """Begin to watch a treaty or a party, or end it."""
    visit.check("reader")
    found = watched_thing(shelf.book, data.kind, data.name)
    live.begun().watch(visit.name, found.kind, found.name, begins=bool(data.begins))
    live.catch_up()
    return Redirect(own_address(data.next), status_code=303)


@post("/watch/seen", sync_to_thread=True, include_in_schema=False, middleware=[limit("writing")])
def mark_seen(data: Looked, live: Following, visit: Visiting) -> Redirect:
    """Note that somebody has seen everything up to an entry."""
    visit.check("reader")
    store, entry = live.begun(), number(data.entry)
    if entry:
        store.looked(visit.name, store.entry(entry).id)
        live.catch_up()
    return Redirect("/watch", status_code=303)


@get(FEED, sync_to_thread=True, include_in_schema=False)
def show_feed(request: Asking, shelf: Open, live: Following) -> Response[bytes]:
    """Give the last entries about some treaties and parties as a feed (Atom, RFC 4287)."""
    query, store = request.query_params, live.store()
    asked = [
        watched_thing(shelf.book, kind, name)
        for kind in ("treaty", "party")
        for name in query.getall(kind, [])
        if name
    ]
    entries = store.last_about(asked, _FED) if store is not None else ()
    text = feed_of(entries, asked, base_of(request))
    return Response(text, media_type="application/atom+xml; charset=utf-8")


@get("/audit", sync_to_thread=True, include_in_schema=False)
def show_audit(shelf: Open, live: Following, visit: Visiting) -> Response[str]:
    """Show an editor who came in, who was appointed, and who wrote."""
    if not visit.may("editor"):
        raise NotAllowedError("Who did what is shown to an editor. Sign in first.")
    store = live.store()
    shown = {
        "sign_ins": store.sign_ins()[: -_AUDITED - 1 : -1] if store else (),
        "appointments": store.appointments()[: -_AUDITED - 1 : -1] if store else (),
        "entries": listed(store.newest(Wanted(), _AUDITED)) if store else (),
    }
    return html(page("audit.html", **frame(shelf, visit), **shown, most=_AUDITED))


def changes_for(store: Store, person: str) -> tuple[Listed, ...]:
    """Return what changed for somebody since they last looked, in the order of the log."""
    return tuple(Listed(each, store.standing(each.id)) for each in store.changes_since(person))


def watched_thing(book: Book, kind: str, name: str) -> Watched:
    """Return a treaty or a party that can be watched.

    Raises:
        UnknownNameError: if the book has none of that name.
    """
    if kind == "treaty" and name in book.treaties:
        return Watched("treaty", name)
    if kind == "party" and name in book.actors:
        return Watched("party", name)
    known = book.actors if kind == "party" else book.treaties
    raise UnknownNameError("party" if kind == "party" else "treaty", name, tuple(known))
