"""The pages of a treaty and of its parts: from an address to what is shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec.structs import replace

from inforce.answers.asking import today
from inforce.answers.desk import TreatyDesk
from inforce.exchange.forms.calendar import MANY
from inforce.exchange.forms.graph import vocabulary
from inforce.exchange.forms.kinds import FORMS
from inforce.exchange.forms.part import part_named, question_of
from inforce.exchange.forms.tell import told_as
from inforce.model import Question
from inforce.temporal import iso_from_day
from inforce.web.address import Asked, Named, address_of, named_from_path
from inforce.web.frame import frame
from inforce.web.live import Following
from inforce.web.notes import explained
from inforce.web.part_page import PartPage, part_page, told
from inforce.web.questions import asked_from_query
from inforce.web.shelf import Open, Shelf
from inforce.web.telling import page
from inforce.web.treaty_page import TreatyPage, treaty_page
from inforce.web.visit import Visit, Visiting, watched_by

Asking = Request[object, object, State]
HTML = "text/html; charset=utf-8"


def html(text: str) -> Response[str]:
    """Return a page as an answer to a browser."""
    return Response(text, media_type=HTML)


def base_of(request: Asking) -> str:
    """Return where the server is, as the asker knows it."""
    return str(request.base_url).rstrip("/")


@get("/t/{name:str}", sync_to_thread=True, include_in_schema=False)
def show_treaty(
    name: FromPath[str], request: Asking, shelf: Open, live: Following, visit: Visiting
) -> Response[str] | Response[bytes]:
    """Show a treaty over time and on a day, or only the day's story where the page asks for that."""
    named = named_from_path(name)
    asked = asked_from_query(shelf.book, named.name, Named("", named.on), request.query_params)
    if named.form:
        return _data(shelf, asked, named.form, request)
    if request.headers.get("HX-Target") == "reasons":
        return _reasons(shelf, asked, visit)
    shown = treaty_page(shelf, asked)
    template = "story.html" if request.headers.get("HX-Target") == "story" else "treaty.html"
    return html(
        page(
            template,
            **frame(shelf, visit, base_of(request)),
            **_of(shelf, shown),
            watched=watched_by(live, visit),
        )
    )


@get("/t/{treaty:str}/{name:str}", sync_to_thread=True, include_in_schema=False)
def show_part(
    treaty: FromPath[str], name: FromPath[str], request: Asking, shelf: Open, visit: Visiting
) -> Response[str] | Response[bytes] | Redirect:
    """Show a clause or an instrument: the answers of the day with their reasons, every view, every interval."""
    named = named_from_path(name)
    asked = asked_from_query(shelf.book, treaty, named, request.query_params)
    if named.form:
        return _data(shelf, asked, named.form, request)
    if not named.on and request.query_params.get("on"):
        return Redirect(address_of(asked))
    if request.headers.get("HX-Target") == "reasons":
        return _reasons(shelf, asked, visit)
    shown = part_page(shelf, asked)
    view_title = shelf.book.view(asked.view).title
    return html(
        page("part.html", **frame(shelf, visit, base_of(request)), shown=shown, view_title=view_title)
    )


@get("/t/{treaty:str}/article", sync_to_thread=True, include_in_schema=False)
def show_article(treaty: FromPath[str], request: Asking, shelf: Open, visit: Visiting) -> Response[str]:
    """Show the article about a treaty."""
    asked = asked_from_query(shelf.book, treaty, Named(""), request.query_params)
    known = iso_from_day(asked.known) if asked.known is not None else None
    view = request.query_params.get("view") or None
    found = TreatyDesk(shelf.book, shelf.library.paths, treaty).article(view, known)
    body = found._repr_html_().replace("<main>", "").replace("</main>", "")
    return html(page("article.html", **frame(shelf, visit), article=body, title=found.title, treaty=treaty))


@get("/terms", sync_to_thread=True, include_in_schema=False)
def show_terms(request: Asking) -> Response[bytes]:
    """Show the words of our own that data in RDF uses."""
    return Response(vocabulary(base_of(request)), media_type=FORMS["ttl"].media)


def _data(shelf: Shelf, asked: Asked, form: str, request: Asking) -> Response[bytes]:
    return Response(told_as(shelf, asked, form, base_of(request)), media_type=FORMS[form].media)


def _reasons(shelf: Shelf, asked: Asked, visit: Visit) -> Response[str]:
    """Show only why, for the panel that opens over a page."""
    part, kind = part_named(shelf, asked)
    question = question_of(asked, part)
    treaty = shelf.treaty(asked.treaty)
    shown = PartPage(treaty, part, kind, asked, question.on, told(shelf, question), (), None, None)
    return html(
        page("why.html", **frame(shelf, visit), shown=shown, view_title=shelf.book.view(asked.view).title)
    )


def _of(shelf: Shelf, shown: TreatyPage) -> dict[str, object]:
    """Return what the templates of a treaty show."""
    known = shown.asked.known or today()
    first = shown.parties[0] if shown.parties else ""
    return {
        "shown": shown,
        **_story(shelf, shown),
        "projected": shown.day > known,
        "many": len(shown.parties) > MANY,
        "party": shown.asked.party or first,
    }


def _story(shelf: Shelf, shown: TreatyPage) -> dict[str, object]:
    """Return what the day's story tells: the status with its reasons, the days before and after, what happened."""
    asked, day = shown.asked, shown.day
    question = Question(asked.treaty, day, view=asked.view, known=asked.known, party=shown.party)
    answers = shelf.answers(question)
    at, then = bisect_left(shown.turns, day), bisect_right(shown.turns, day)
    here = [mark for mark in shown.marks if mark.when.first <= day <= mark.when.last]
    return {
        "now": shown.whole.on(day),
        "why": explained(shelf.book, answers[0].because),
        "before": replace(asked, on=shown.turns[at - 1]) if at else None,
        "after": replace(asked, on=shown.turns[then]) if then < len(shown.turns) else None,
        "happened": here[-1] if here else None,
    }
