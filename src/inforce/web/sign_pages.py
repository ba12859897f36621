"""Sign in and out, and see who did what."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from litestar import Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect
from msgspec import Struct

from inforce.store.people import digest_of_token
from inforce.web.frame import frame
from inforce.web.limits import limit
from inforce.web.live import Following
from inforce.web.pages import Asking, html
from inforce.web.sessions import begin_session, end_session
from inforce.web.shelf import Open
from inforce.web.telling import page
from inforce.web.visit import Visiting

_LONGEST = 2_000


class Entrance(Struct, frozen=True):
    """What the form of the entrance brings."""

    token: str = ""
    next: str = "/"


Entered = Annotated[Entrance, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/sign-in", sync_to_thread=True, include_in_schema=False)
def show_entrance(request: Asking, shelf: Open, visit: Visiting) -> Response[str]:
    """Show the form of the entrance."""
    to = own_address(request.query_params.get("next", ""))
    return html(page("sign-in.html", **frame(shelf, visit), next=to, failed=False))


@post("/sign-in", sync_to_thread=True, include_in_schema=False, middleware=[limit("sign-in")])
def sign_in(
    data: Entered, request: Asking, shelf: Open, live: Following, visit: Visiting
) -> Response[str] | Redirect:
    """Let somebody in whose token is known, and note who came or that somebody could not."""
    to = own_address(data.next)
    store, token = live.store(), data.token.strip()
    place = request.client.host if request.client else ""
    person = store.sign_in(token, place) if store is not None and token else None
    if person is None:
        shown = page("sign-in.html", **frame(shelf, visit), next=to, failed=True)
        return Response(shown, status_code=403, media_type="text/html; charset=utf-8")
    begin_session(request, digest_of_token(token))
    return Redirect(to, status_code=303)


@post("/sign-out", sync_to_thread=False, include_in_schema=False)
def sign_out(request: Asking) -> Redirect:
    """Let somebody out."""
    end_session(request)
    return Redirect("/", status_code=303)


def own_address(text: str) -> str:
    r"""Return an address of this server to go on to, the first page for anything else.

    >>> own_address("/log/3?x=1"), own_address("//evil.example"), own_address(r"/\evil.example")
    ('/log/3?x=1', '/', '/')
    """
    plain = text.isprintable() and "\\" not in text and len(text) < _LONGEST
    if not plain or not text.startswith("/") or text.startswith("//"):
        return "/"
    try:
        apart = urlsplit(text)
    except ValueError:
        return "/"
    return "/" if apart.scheme or apart.netloc else text
