"""The pages: from an address to what is shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from litestar import Request, Response, get
from litestar.datastructures import State
from msgspec.structs import replace

from inforce.answers.asking import today
from inforce.answers.picture.families import MEANINGS
from inforce.model import Question
from inforce.temporal import Day
from inforce.web.address import Asked, Named, address_of, named_from_path
from inforce.web.notes import explained
from inforce.web.questions import asked_from_query
from inforce.web.shelf import Shelf
from inforce.web.telling import page
from inforce.web.treaty_page import MANY, TreatyPage, treaty_page

Asking = Request[object, object, State]
HTML = "text/html; charset=utf-8"


def html(text: str) -> Response[str]:
    """Return a page as an answer to a browser."""
    return Response(text, media_type=HTML)


@get("/t/{name:str}", sync_to_thread=True, include_in_schema=False)
def show_treaty(name: str, request: Asking, shelf: Shelf) -> Response[str]:
    """Show a treaty over time and on a day, or only the day's story where the page asks for that."""
    named = named_from_path(name)
    asked = asked_from_query(shelf.book, named.name, Named("", named.on, named.form), request.query_params)
    shown = treaty_page(shelf, asked)
    template = "story.html" if request.headers.get("HX-Target") == "story" else "treaty.html"
    return html(page(template, **_of(shelf, shown), base=str(request.base_url).rstrip("/")))


def _of(shelf: Shelf, shown: TreatyPage) -> dict[str, object]:
    """Return what the templates of a treaty show."""
    known = shown.asked.known or today()
    return {
        "shown": shown,
        **_story(shelf, shown),
        "projected": shown.day > known,
        "legend": MEANINGS.items(),
        "many": len(shown.parties) > MANY,
        "party": shown.asked.party or shown.parties[0] if shown.parties else "",
        "names": {code: actor.name for code, actor in shelf.book.actors.items()},
        "link": link,
        "max": max,
        "today": today(),
        "coverage": coverage(shelf),
    }


def link(treaty: str, part: str, on: Day, view: str, asked: Asked, party: str = "") -> str:
    """Return the address of a part on a day in a view, everything else as it is asked."""
    return address_of(replace(asked, treaty=treaty, part=part, on=on, view=view, party=party or asked.party))


def _story(shelf: Shelf, shown: TreatyPage) -> dict[str, object]:
    """Return what the day's story tells: the status with its reasons, the days before and after, what happened."""
    asked, day = shown.asked, shown.day
    question = Question(asked.treaty, day, view=asked.view, known=asked.known)
    (answer,) = shelf.answers(question)
    at, then = bisect_left(shown.turns, day), bisect_right(shown.turns, day)
    here = [mark for mark in shown.marks if mark.when.first <= day <= mark.when.last]
    return {
        "now": shown.whole.on(day),
        "why": explained(shelf.book, answer.because),
        "before": replace(asked, on=shown.turns[at - 1]) if at else None,
        "after": replace(asked, on=shown.turns[then]) if then < len(shown.turns) else None,
        "happened": here[-1] if here else None,
    }


def coverage(shelf: Shelf) -> str:
    """Say what is in the book."""
    book = shelf.book
    return (
        f"In the book: {len(book.treaties)} treaties, {len(book.claims)} records, {len(book.sources)} sources; "
        f"edition {shelf.digest}."
    )
