"""The HTTP interface, version 1: each verb of the command line as an address, with the same answers."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from anyio.to_thread import run_sync
from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import Body, PathParameter, QueryParameter
from msgspec import Struct

from inforce.answers import Answers, TreatyDesk, UnknownNameError
from inforce.answers.apart import Differing
from inforce.answers.asking import About, today
from inforce.answers.desk import query_of
from inforce.answers.differences import differences
from inforce.answers.listing import listing_from_book
from inforce.answers.may import may
from inforce.answers.whatif import whatif
from inforce.answers.window import Due
from inforce.temporal import Day, iso_from_day
from inforce.web.address import Named
from inforce.web.api_values import (
    Acts,
    Bonds,
    Calendar,
    Comparisons,
    Differences,
    Dues,
    Found,
    Intervals,
    Listing,
    Mays,
    Page,
    Query,
    Record,
    Records,
    Rolls,
    SourceAnswer,
    Sources,
    Supposed,
)
from inforce.web.calendar import dues_within
from inforce.web.frame import coverage
from inforce.web.looking import found_in, resting_on
from inforce.web.pages import Asking
from inforce.web.problems import PROBLEM, NotUnderstoodError, ProblemDetails
from inforce.web.questions import asked_from_query, day_asked
from inforce.web.shelf import Open, Shelf

Treaty = Annotated[str, PathParameter(description="The name of a treaty, as in the list of treaties.")]
On = Annotated[
    str | None, QueryParameter(description="The day asked about, as 1950-02-14; today by default.")
]
View = Annotated[str, QueryParameter(description="In whose view.")]
Known = Annotated[str | None, QueryParameter(description="Leave out what was not known by that day.")]
Party = Annotated[str | None, QueryParameter(name="for", description="For one party.")]
Clause = Annotated[str | None, QueryParameter(description="A clause, by number or alias.")]
Instrument = Annotated[str | None, QueryParameter(description="An instrument of the treaty.")]
Actor = Annotated[str, QueryParameter(description="Only the acts of one actor.")]
Voice = Annotated[str, QueryParameter(description="Only what one voice states.")]
Limit = Annotated[int, QueryParameter(ge=1, le=1000, description="How many at most.")]
Offset = Annotated[int, QueryParameter(ge=0, le=10_000_000, description="How many to pass over first.")]

WRONG = {
    status: ResponseSpec(ProblemDetails, description=told, media_type=PROBLEM, generate_examples=False)
    for status, told in {
        400: "A day that does not exist, or a request that is not understood.",
        404: "A name that no book has; `nearest` has those that are close.",
        422: "What was written has mistakes, or is too wide to be asked at once.",
    }.items()
}


class Part(Struct, frozen=True):
    """Which part of a treaty is asked about, and for whom."""

    clause: str | None = None
    instrument: str | None = None
    party: str | None = None


class Seen(Struct, frozen=True):
    """In whose view, as known on which day."""

    view: str
    known: str | None = None


ThePart: TypeAlias = NamedDependency[Part]
TheSeen: TypeAlias = NamedDependency[Seen]


def part_asked(clause: Clause = None, instrument: Instrument = None, party: Party = None) -> Part:
    """Read which part is asked about."""
    return Part(clause, instrument, party)


def seen_asked(view: View = "all-voices", known: Known = None) -> Seen:
    """Read in whose view, and what was known."""
    return Seen(view, _day(known))


class Sides(Struct, frozen=True):
    """Which two views are compared, as known on which day."""

    one: str
    other: str
    known: str | None


TheSides: TypeAlias = NamedDependency[Sides]


def sides_asked(
    one: Annotated[str, QueryParameter(name="a", description="One view.")],
    other: Annotated[str, QueryParameter(name="b", description="The other view.")],
    known: Known = None,
) -> Sides:
    """Read which two views are compared."""
    return Sides(one, other, _day(known))


class Days(Struct, frozen=True):
    """From which day to which, both included."""

    first: Day
    last: Day


TheDays: TypeAlias = NamedDependency[Days]


def days_from_to(
    first: Annotated[str, QueryParameter(name="from", description="The first day asked about.")],
    last: Annotated[str, QueryParameter(name="to", description="The last day, itself included.")],
) -> Days:
    """Read from which day to which."""
    return Days(day_asked(first) or today(), day_asked(last) or today())


class StatusAsked(Struct, frozen=True):
    """Everything that a question of status may name."""

    part: Part
    seen: Seen
    on: str | None


TheAsked: TypeAlias = NamedDependency[StatusAsked]


def status_asked(
    on: On = None,
    clause: Clause = None,
    instrument: Instrument = None,
    party: Party = None,
    view: View = "all-voices",
    known: Known = None,
) -> StatusAsked:
    """Read everything that a question of status may name."""
    return StatusAsked(Part(clause, instrument, party), Seen(view, _day(known)), _day(on))


def _about(part: Part, seen: Seen) -> About:
    return {
        "clause": part.clause,
        "instrument": part.instrument,
        "party": part.party,
        "view": seen.view,
        "known": seen.known,
    }


def _desk(shelf: Shelf, treaty: str) -> TreatyDesk:
    return TreatyDesk(shelf.book, shelf.library.paths, treaty)


def _day(text: str | None) -> str | None:
    day = day_asked(text or "")
    return None if day is None else iso_from_day(day)


def _page(total: int, offset: int, limit: int) -> Page:
    return Page(total, offset, offset + limit if offset + limit < total else None)


@get("/treaties", sync_to_thread=True, responses=WRONG)
def treaties(shelf: Open, limit: Limit = 100, offset: Offset = 0) -> Listing:
    """List treaties and views, as ``inforce list``."""
    found = listing_from_book(shelf.book)
    page = _page(len(found), offset, limit)
    return Listing({"verb": "list"}, found[offset : offset + limit], page, coverage(shelf))


@get("/treaties/{treaty:str}", sync_to_thread=True, responses=WRONG)
def show(treaty: Treaty, shelf: Open, clause: Clause = None) -> Records:
    """Tell what the record says, without computing anything, as ``inforce show``."""
    shown = _desk(shelf, treaty).show(clause or "")
    parts = tuple(Record(each.kind, each.id, each.title, each.lines) for each in (shown, *shown.parts))
    return Records({"verb": "show", "treaty": treaty, "clause": clause}, parts)


@get(
    "/treaties/{treaty:str}/status",
    responses=WRONG,
    dependencies={"asked": Provide(status_asked, sync_to_thread=False)},
)
async def status(treaty: Treaty, request: Asking, asked: TheAsked) -> Answers:
    """Tell the status on a day with its reasons, as ``inforce status`` and ``inforce why``.

    It is asked most: one dependency is cheaper than three, which the framework would resolve beside one another.
    """
    shelf: Shelf = request.app.state.live.now.shelf
    question = _desk(shelf, treaty).question(asked.on, **_about(asked.part, asked.seen))
    if shelf.is_warm(question):
        found = shelf.answers(question)
    else:  # solving takes long enough to be done beside the others
        found = await run_sync(shelf.answers, question)
    return Answers(query_of("status", question), found)


@get("/treaties/{treaty:str}/timeline", sync_to_thread=True, responses=WRONG)
def timeline(
    treaty: Treaty,
    shelf: Open,
    part: ThePart,
    seen: TheSeen,
    limit: Limit = 1000,
    offset: Offset = 0,
) -> Intervals:
    """Tell every interval instead of one day, as ``inforce timeline``."""
    found = _desk(shelf, treaty).timeline(**_about(part, seen))
    answers = found.answers[offset : offset + limit]
    return Intervals(found.query, answers, _page(len(found.answers), offset, limit))


@get("/treaties/{treaty:str}/views", sync_to_thread=True, responses=WRONG)
def views(treaty: Treaty, shelf: Open, part: ThePart, on: On = None, known: Known = None) -> Answers:
    """Put every view side by side, as ``inforce views``."""
    return _desk(shelf, treaty).views(_day(on), **_about(part, Seen("all-voices", _day(known))))


_SIDES = {"sides": Provide(sides_asked, sync_to_thread=False)}


@get("/treaties/{treaty:str}/compare", sync_to_thread=True, responses=WRONG, dependencies=_SIDES)
def compare(treaty: Treaty, shelf: Open, sides: TheSides, part: ThePart, on: On = None) -> Differing:
    """Tell where two views answer differently, as ``inforce views --clauses``: on every day, or on one."""
    asked = _about(part, Seen("all-voices", sides.known))
    return _desk(shelf, treaty).apart(sides.one, sides.other, _day(on), **asked)


@get("/treaties/{treaty:str}/parties", sync_to_thread=True, responses=WRONG)
def parties(treaty: Treaty, shelf: Open, seen: TheSeen, on: On = None) -> Rolls:
    """Tell who is bound on a day, as ``inforce parties``."""
    found = _desk(shelf, treaty).parties(_day(on), view=seen.view, known=seen.known)
    query = {"verb": "parties", "treaty": treaty, "on": found[0].on, "view": seen.view, "known": seen.known}
    return Rolls(query, found)


@get("/treaties/{treaty:str}/acts", sync_to_thread=True, responses=WRONG)
def acts(
    treaty: Treaty,
    shelf: Open,
    seen: TheSeen,
    by: Actor = "",
) -> Acts:
    """List each act with its effect or what it lacks, as ``inforce acts``."""
    if by and by not in shelf.book.actors:
        raise UnknownNameError("actor", by, tuple(shelf.book.actors))
    query = {
        "verb": "acts",
        "treaty": treaty,
        "by": by or None,
        "voter": None,
        "view": seen.view,
        "known": seen.known,
    }
    return Acts(query, _desk(shelf, treaty).acts(by, seen.view, seen.known))


@get("/treaties/{treaty:str}/may", sync_to_thread=True, responses=WRONG)
def may_do(
    treaty: Treaty,
    shelf: Open,
    act: Annotated[str, QueryParameter(description="An act such as denounce, or the number of a clause.")],
    party: Annotated[str, QueryParameter(name="for", description="The party that asks.")],
    seen: TheSeen,
    on: On = None,
) -> Mays:
    """Tell whether a party may do an act, as ``inforce may``."""
    question = _desk(shelf, treaty).question(_day(on), party=party, view=seen.view, known=seen.known)
    found = may(shelf.book, act, question)
    query = {"act": act, "treaty": treaty, "party": party, "view": seen.view, "known": seen.known}
    return Mays({"verb": "may", **query, "on": found[0].on}, found)


_DAYS = {"days": Provide(days_from_to, sync_to_thread=False)}


@get("/treaties/{treaty:str}/due", sync_to_thread=True, responses=WRONG, dependencies=_DAYS)
def due_in(treaty: Treaty, shelf: Open, days: TheDays, seen: TheSeen, party: Party = None) -> Dues:
    """Tell what falls due in a treaty, as ``inforce due``."""
    shelf.treaty(treaty)
    return Dues(*_due(shelf, days, seen, treaty, party))


@get("/due", sync_to_thread=True, responses=WRONG, dependencies=_DAYS)
def due_in_all(
    shelf: Open, days: TheDays, seen: TheSeen, party: Party = None, limit: Limit = 100, offset: Offset = 0
) -> Calendar:
    """Tell what falls due in every treaty, as ``inforce due``; of at most five years."""
    query, found = _due(shelf, days, seen, "", party)
    page = _page(len(found), offset, limit)
    return Calendar(query, found[offset : offset + limit], page, coverage(shelf))


def _due(
    shelf: Shelf, days: Days, seen: Seen, treaty: str, party: str | None
) -> tuple[Query, tuple[Due, ...]]:
    told = {"view": seen.view, "known": seen.known or "", "for": party or ""}
    asked = asked_from_query(shelf.book, treaty, Named(""), told)
    query = {"verb": "due", "from": iso_from_day(days.first), "to": iso_from_day(days.last)}
    about = {"treaty": treaty or None, "party": party, "view": seen.view, "known": seen.known}
    found = dues_within(shelf, asked, days.first, days.last)
    return {**query, **about, "undated": False, "over": False}, found


@get("/treaties/{treaty:str}/against", sync_to_thread=True, responses=WRONG)
def against(
    treaty: Treaty,
    shelf: Open,
    seen: TheSeen,
    voice: Voice = "",
) -> Comparisons:
    """Compare what sources state with what the record yields, as ``inforce against``."""
    found = _desk(shelf, treaty).against(voice, view=seen.view, known=seen.known)
    query = {
        "verb": "against",
        "treaty": treaty,
        "voice": voice or None,
        "view": seen.view,
        "known": seen.known,
    }
    return Comparisons(query, found)


@post("/treaties/{treaty:str}/whatif", sync_to_thread=True, status_code=200, responses=WRONG)
def what_if(
    treaty: Treaty, shelf: Open, data: Annotated[Supposed, Body(description="What is supposed.")]
) -> Differences:
    """Tell what would change, as ``inforce whatif``; nothing is written."""
    part, seen = Part(data.clause, data.instrument, data.party), Seen(data.view, _day(data.known))
    question = _desk(shelf, treaty).question(_day(data.on), **_about(part, seen))
    found = whatif(shelf.opened, question, data.supposing, today())
    if found.problems:
        raise NotUnderstoodError(found.problems)
    return Differences({"verb": "whatif", "treaty": treaty}, tuple(differences(found)))


@get("/between", sync_to_thread=True, responses=WRONG)
def between(
    shelf: Open,
    one: Annotated[str, QueryParameter(name="a", description="A party.")],
    other: Annotated[str, QueryParameter(name="b", description="Another.")],
    seen: TheSeen,
    on: On = None,
    over: Annotated[bool, QueryParameter(name="all", description="Also what has ended.")] = False,
) -> Bonds:
    """Tell everything that binds two parties, as ``inforce between``."""
    day = _day(on) or iso_from_day(today())
    found = shelf.library.between(one, other, day, view=seen.view, known=seen.known, over=over)
    query = {
        "one": one,
        "other": other,
        "on": day,
        "statuses": (),
        "over": over,
        "view": seen.view,
        "known": seen.known,
    }
    return Bonds({"verb": "between", **query}, found)


@get("/search", sync_to_thread=True, responses=WRONG)
def search(shelf: Open, q: Annotated[str, QueryParameter(description="Words, in any script.")]) -> Found:
    """Find what has all the words."""
    return Found({"verb": "search", "q": q}, found_in(shelf.book, q), coverage(shelf))


@get("/sources/{key:str}", sync_to_thread=True, responses=WRONG)
def source(key: Annotated[str, PathParameter(description="The key of a source.")], shelf: Open) -> Sources:
    """Tell what rests on a source."""
    if key not in shelf.book.sources:
        raise UnknownNameError("source", key, tuple(shelf.book.sources))
    found = shelf.book.sources[key]
    told = SourceAnswer(key, found.title, found.author, found.issued, found.url, resting_on(shelf.book, key))
    return Sources({"verb": "source", "key": key}, (told,))


@get("/openapi.json", include_in_schema=False)
async def openapi(request: Asking) -> dict[str, object]:
    """Describe this interface (OpenAPI 3.1)."""
    return request.app.openapi_schema.to_schema()


API = Router(
    path="/api/v1",
    dependencies={
        "part": Provide(part_asked, sync_to_thread=False),
        "seen": Provide(seen_asked, sync_to_thread=False),
    },
    route_handlers=[
        treaties,
        show,
        status,
        timeline,
        views,
        compare,
        parties,
        acts,
        may_do,
        due_in,
        due_in_all,
        against,
        what_if,
        between,
        search,
        source,
        openapi,
    ],
)
