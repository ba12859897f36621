"""The pages of many treaties: all of them, what binds two, what falls due, sources, search, who is bound to whom."""

from __future__ import annotations

from math import ceil

from litestar import Response, get
from litestar.params import FromPath

from inforce.answers import UnknownNameError
from inforce.answers.asking import today
from inforce.answers.differences import differences
from inforce.answers.membership import possible_parties
from inforce.answers.telling import headline, subject
from inforce.answers.whatif import Supposition, whatif
from inforce.exchange.forms.calendar import calendar_from_dues, dues_within
from inforce.exchange.forms.part import Part, part_named, question_of
from inforce.model import ALL_VOICES, Question
from inforce.temporal import Day, iso_from_day
from inforce.web.address import FORMS, Asked, Named
from inforce.web.axis import axis_from_rows
from inforce.web.frame import frame
from inforce.web.live import Following
from inforce.web.looking import found_in, resting_on
from inforce.web.network import network_on
from inforce.web.notes import explained
from inforce.web.pages import Asking, html
from inforce.web.problems import NotUnderstoodError
from inforce.web.questions import asked_from_query, day_asked
from inforce.web.shelf import Open
from inforce.web.telling import page
from inforce.web.visit import Visiting, watched_by

PAGE = 50
"""The items on one page of a list."""


@get("/", sync_to_thread=True, include_in_schema=False)
def show_all(request: Asking, shelf: Open, visit: Visiting) -> Response[str]:
    """Show every treaty over time."""
    view = request.query_params.get("view") or ALL_VOICES.id
    rows = [
        (treaty, shelf.rows(Question(treaty.id, Day(0), view=view), Part("", treaty.title, ""))[0])
        for treaty in shelf.book.treaties.values()
    ]
    rows.sort(key=lambda each: each[1].stretches[min(1, len(each[1].stretches) - 1)].since)
    axis = axis_from_rows([row for _, row in rows], whole=True)
    day = day_asked(request.query_params.get("on", "")) or today()
    return html(page("home.html", **frame(shelf, visit), rows=rows, axis=axis, day=day, view=view))


@get("/between", sync_to_thread=True, include_in_schema=False)
def show_between(request: Asking, shelf: Open, live: Following, visit: Visiting) -> Response[str]:
    """Show everything that binds two parties on a day."""
    query = request.query_params
    codes = sorted({code for who in possible_parties(shelf.book).values() for code in who})
    one, other = query.get("a", ""), query.get("b", "")
    asked = asked_from_query(shelf.book, "", Named(""), query)
    on = asked.on or today()
    known = iso_from_day(asked.known) if asked.known is not None else None
    bonds = (
        shelf.library.between(
            one, other, iso_from_day(on), view=asked.view, known=known, over=bool(query.get("all"))
        )
        if one and other
        else ()
    )
    sentences = {
        (treaty.id, clause.id): clause.sentence
        for treaty in shelf.book.treaties.values()
        for clause in treaty.clauses
    }
    return html(
        page(
            "between.html",
            **frame(shelf, visit),
            **{"one": one, "other": other, "on": on, "asked": asked, "codes": codes, "bonds": bonds},
            sentences=sentences,
            headline=headline,
            watched=watched_by(live, visit),
        )
    )


@get("/due", sync_to_thread=True, include_in_schema=False)
def show_due(request: Asking, shelf: Open, visit: Visiting) -> Response[str]:
    """Show what falls due from one day through another, as a calendar."""
    asked, first, last = _window(request, shelf)
    codes = sorted({code for who in possible_parties(shelf.book).values() for code in who})
    found = dues_within(shelf, asked, first, last)
    shown = {"first": first, "last": last, "asked": asked, "found": found, "codes": codes}
    return html(page("due.html", **frame(shelf, visit), **shown, query=request.url.query, subject=subject))


@get("/due.ics", sync_to_thread=True, include_in_schema=False)
def give_due(request: Asking, shelf: Open) -> Response[bytes]:
    """Give the same as a calendar that other programs read."""
    found = dues_within(shelf, *_window(request, shelf))
    told = calendar_from_dues(found, str(request.url.with_replacements(path="/due")))
    return Response(told, media_type=FORMS["ics"].media)


def _window(request: Asking, shelf: Open) -> tuple[Asked, Day, Day]:
    """Read which days are asked of what, a year from today if none are."""
    query = request.query_params
    asked = asked_from_query(shelf.book, query.get("treaty", ""), Named(""), query)
    if asked.treaty:
        shelf.treaty(asked.treaty)
    first = day_asked(query.get("from", "")) or today()
    return asked, first, day_asked(query.get("to", "")) or Day(first + 365)


@get("/sources", sync_to_thread=True, include_in_schema=False)
def show_sources(request: Asking, shelf: Open, visit: Visiting) -> Response[str]:
    """Show the sources, a page of them at a time."""
    sources = sorted(shelf.book.sources.values(), key=lambda each: each.key.casefold())
    number = number_asked(request.query_params.get("page", "1"))
    shown = sources[(number - 1) * PAGE : number * PAGE]
    return html(
        page(
            "sources.html",
            **frame(shelf, visit),
            sources=shown,
            page_number=number,
            pages=ceil(len(sources) / PAGE),
        )
    )


def number_asked(text: str) -> int:
    """Return the number of a page, the first where none is written."""
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 8 else 1


@get("/source/{key:str}", sync_to_thread=True, include_in_schema=False)
def show_source(key: FromPath[str], shelf: Open, visit: Visiting) -> Response[str]:
    """Show a source and everything that rests on it."""
    if key not in shelf.book.sources:
        raise UnknownNameError("source", key, tuple(shelf.book.sources))
    resting = resting_on(shelf.book, key)
    return html(page("source.html", **frame(shelf, visit), source=shelf.book.sources[key], resting=resting))


@get("/search", sync_to_thread=True, include_in_schema=False)
def show_found(request: Asking, shelf: Open, visit: Visiting) -> Response[str]:
    """Show what has all the words that are looked for."""
    words = request.query_params.get("q", "").strip()
    return html(page("search.html", **frame(shelf, visit), q=words, hits=found_in(shelf.book, words)))


@get("/network", sync_to_thread=True, include_in_schema=False)
def show_network(request: Asking, shelf: Open, visit: Visiting) -> Response[str]:
    """Show who is bound to whom on a day."""
    asked = asked_from_query(shelf.book, "", Named(""), request.query_params)
    day = asked.on or today()
    found = network_on(shelf, day, asked.view, asked.known)
    return html(page("network.html", **frame(shelf, visit), found=found, day=day, asked=asked))


@get("/whatif", sync_to_thread=True, include_in_schema=False)
def show_whatif(request: Asking, shelf: Open, visit: Visiting) -> Response[str]:
    """Show what would be different if the record or the rules were otherwise; nothing is written."""
    query = request.query_params
    asked = asked_from_query(shelf.book, query.get("treaty", ""), Named(query.get("part", "")), query)
    part, _ = part_named(shelf, asked)
    question = question_of(asked, part)
    supposed = Supposition(
        add=tuple(line for line in query.get("add", "").splitlines() if line.strip()),
        drop=tuple(query.get("drop", "").split()),
        without=tuple(query.get("without", "").split()),
    )
    found = whatif(shelf.opened, question, supposed, today())
    if found.problems:
        raise NotUnderstoodError(found.problems)
    return html(
        page(
            "whatif.html",
            **frame(shelf, visit),
            **{"shown": _Shown(shelf.treaty(asked.treaty), asked, question.on), "part": part},
            differences=differences(found),
            explained=lambda reasons: explained(shelf.book, reasons),
            headline=headline,
            supposed=query,
        )
    )


class _Shown:
    """What the form of a what-if needs of a page."""

    def __init__(self, treaty: object, asked: object, day: Day) -> None:
        self.treaty, self.asked, self.day = treaty, asked, day
