"""The HTTP interface, version 1: each verb of the command line as an address, with the same answers."""

from __future__ import annotations

from typing import Annotated

from anyio.to_thread import run_sync
from litestar import Router, get, post
from litestar.di import Provide
from litestar.params import Body, QueryParameter

from inforce.answers import Answers, UnknownNameError
from inforce.answers.asking import today
from inforce.answers.desk import query_of
from inforce.answers.differences import differences
from inforce.answers.may import may
from inforce.answers.queries import (
    query_of_acts,
    query_of_against,
    query_of_may,
    query_of_parties,
    query_of_show,
    query_of_whatif,
)
from inforce.answers.whatif import whatif
from inforce.exchange.forms.books import desk_of
from inforce.web.api_asked import (
    WRONG,
    Actor,
    Clause,
    Known,
    Limit,
    Name,
    Offset,
    On,
    Part,
    Seen,
    TheAsked,
    ThePart,
    TheSeen,
    Treaty,
    Voice,
    Voter,
    about,
    day_told,
    part_asked,
    seen_asked,
    status_asked,
)
from inforce.web.api_books import between, network, openapi, page_of, search, source, sources, treaties
from inforce.web.api_compare import compare
from inforce.web.api_due import due_in, due_in_all
from inforce.web.api_values import (
    Acts,
    Comparisons,
    Differences,
    Intervals,
    Mays,
    Records,
    Rolls,
    Supposed,
)
from inforce.web.corpora import shelf_for
from inforce.web.corpus_pages import list_corpus
from inforce.web.exporting import export
from inforce.web.frame import coverage
from inforce.web.pages import Asking
from inforce.web.problems import NotUnderstoodError
from inforce.web.shelf import Open


@get("/treaties/{treaty:str}", sync_to_thread=True, responses=WRONG)
def show(treaty: Treaty, shelf: Open, clause: Clause = None, name: Name = None) -> Records:
    """Tell what the record says, without computing anything, as ``inforce show``."""
    shown = desk_of(shelf, treaty).show(clause or "", "" if clause else name or "")
    return Records(query_of_show(treaty, clause or "", name or ""), (shown,))


@get(
    "/treaties/{treaty:str}/status",
    responses=WRONG,
    dependencies={"asked": Provide(status_asked, sync_to_thread=False)},
)
async def status(treaty: Treaty, request: Asking, asked: TheAsked) -> Answers:
    """Tell the status on a day with its reasons, as ``inforce status``.

    It is asked most: one dependency is cheaper than three, which the framework would resolve beside one another.
    """
    return await _answers("status", treaty, request, asked)


@get(
    "/treaties/{treaty:str}/why",
    responses=WRONG,
    dependencies={"asked": Provide(status_asked, sync_to_thread=False)},
)
async def why(treaty: Treaty, request: Asking, asked: TheAsked) -> Answers:
    """Tell the status on a day with its reasons, as ``inforce why``."""
    return await _answers("why", treaty, request, asked)


async def _answers(verb: str, treaty: str, request: Asking, asked: TheAsked) -> Answers:
    shelf = await shelf_for(request.app.state.live.now.shelf, request)
    question = desk_of(shelf, treaty).question(asked.on, **about(asked.part, asked.seen))
    if shelf.is_warm(question):
        found = shelf.answers(question)
    else:  # solving takes long enough to be done beside the others
        found = await run_sync(shelf.answers, question)
    return Answers(query_of(verb, question), found)


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
    found = desk_of(shelf, treaty).timeline(**about(part, seen))
    answers = found.answers[offset : offset + limit]
    return Intervals(found.query, answers, page_of(len(found.answers), offset, limit))


@get("/treaties/{treaty:str}/views", sync_to_thread=True, responses=WRONG)
def views(treaty: Treaty, shelf: Open, part: ThePart, on: On = None, known: Known = None) -> Answers:
    """Put every view side by side, as ``inforce views``."""
    asked = about(part, Seen("all-voices", day_told(known)))
    return desk_of(shelf, treaty).views(day_told(on), **asked)


@get("/treaties/{treaty:str}/parties", sync_to_thread=True, responses=WRONG)
def parties(treaty: Treaty, shelf: Open, seen: TheSeen, on: On = None) -> Rolls:
    """Tell who is bound on a day, as ``inforce parties``."""
    at, day, asked = desk_of(shelf, treaty), day_told(on), about(Part(), seen)
    return Rolls(query_of_parties(at.question(day, **asked)), at.parties(day, **asked), coverage(shelf))


@get("/treaties/{treaty:str}/acts", sync_to_thread=True, responses=WRONG)
def acts(treaty: Treaty, shelf: Open, seen: TheSeen, by: Actor = "", voter: Voter = "") -> Acts:
    """List each act with its effect or what it lacks, as ``inforce acts``."""
    if by and by not in shelf.book.actors:
        raise UnknownNameError("actor", by, tuple(shelf.book.actors))
    found = desk_of(shelf, treaty).acts(by, seen.view, seen.known, voter)
    return Acts(query_of_acts(treaty, by, voter, seen.view, seen.known), found, coverage(shelf))


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
    question = desk_of(shelf, treaty).question(day_told(on), **about(Part(party=party), seen))
    return Mays(query_of_may(act, question), may(shelf.book, act, question))


@get("/treaties/{treaty:str}/against", sync_to_thread=True, responses=WRONG)
def against(treaty: Treaty, shelf: Open, seen: TheSeen, voice: Voice = "") -> Comparisons:
    """Compare what sources state with what the record yields, as ``inforce against``."""
    at, asked = desk_of(shelf, treaty), about(Part(), seen)
    return Comparisons(query_of_against(voice, at.question(None, **asked)), at.against(voice, **asked))


@post("/treaties/{treaty:str}/whatif", sync_to_thread=True, status_code=200, responses=WRONG)
def what_if(
    treaty: Treaty, shelf: Open, data: Annotated[Supposed, Body(description="What is supposed.")]
) -> Differences:
    """Tell what would change, as ``inforce whatif``; nothing is written."""
    part = Part(data.clause, data.instrument, data.party, data.between)
    asked = about(part, Seen(data.view, day_told(data.known)))
    question = desk_of(shelf, treaty).question(day_told(data.on), **asked)
    found = whatif(shelf.opened, question, data.supposing, today())
    if found.problems:
        raise NotUnderstoodError(found.problems)
    return Differences(query_of_whatif(question, data.supposing), tuple(differences(found)))


_OF_ONE = (show, status, why, timeline, views, compare, parties, acts, may_do, due_in, against)
_OF_ALL = (treaties, what_if, due_in_all, between, search, sources, source, network, export)


def api_of(corpus: str) -> Router:
    """Return the interface: of a columnar book, its list and what is asked of one treaty."""
    return Router(
        path="/api/v1",
        dependencies={
            "part": Provide(part_asked, sync_to_thread=False),
            "seen": Provide(seen_asked, sync_to_thread=False),
        },
        route_handlers=[*_OF_ONE, openapi, *((list_corpus,) if corpus else _OF_ALL)],
    )
