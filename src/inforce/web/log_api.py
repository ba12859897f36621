"""The log for programs: read it, see what lines would change, propose, decide, and hear what changed."""

from __future__ import annotations

from typing import Annotated, Literal

from litestar import Request, Response, Router, delete, get, post, put
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import Body, PathParameter, QueryParameter

from inforce.store import Entry, NewEntry, Person, Store
from inforce.store.roles import check_role
from inforce.web.effects import effect_of_entry, effect_of_lines
from inforce.web.entering import written
from inforce.web.limits import limit
from inforce.web.live import Following, Live
from inforce.web.log_pages import decided, log_of
from inforce.web.log_shown import Listed, listed
from inforce.web.log_values import (
    LARGEST,
    READING,
    WRITING,
    Effects,
    Entries,
    Lines,
    NewRecords,
    Preview,
    SeenTo,
    WatchList,
    Why,
)
from inforce.web.problems import SignInNeededError
from inforce.web.shelf import Open
from inforce.web.visit import digest_asked, person_asking
from inforce.web.watch_pages import changes_for, watched_thing

EntryNumber = Annotated[int, PathParameter(ge=1, le=LARGEST, description="The number of an entry.")]
Kind = Annotated[Literal["treaty", "party"], PathParameter(description="What is watched.")]
Name = Annotated[str, PathParameter(description="The name of a treaty, or the code of a party.")]
Since = Annotated[int, QueryParameter(ge=0, le=LARGEST, description="Only entries after this one.")]
Caller = NamedDependency[Person]
_BEARER = [{"token": []}]  # type: ignore[var-annotated]
_SIGN_IN = (
    "This takes a token, as Authorization: Bearer TOKEN. An editor makes one: inforce log token NAME. "
    "A log that knows nobody yet: inforce log appoint NAME editor --by NAME."
)


def the_caller(request: Request[object, object, State], live: Following) -> Person:
    """Return whose token came with a request, looked up anew.

    Raises:
        SignInNeededError: if it is nobody's.
    """
    person = person_asking(live, digest_asked(request))
    if person is None:
        raise SignInNeededError(_SIGN_IN)
    return person


@get("/", sync_to_thread=True, responses=READING)
def entries(
    shelf: Open,
    live: Following,
    since: Since = 0,
    treaty: Annotated[str, QueryParameter(description="Only entries under one treaty.")] = "",
    only_open: Annotated[bool, QueryParameter(name="open", description="Only open proposals.")] = False,
    limit: Annotated[int, QueryParameter(ge=1, le=500, description="How many at most.")] = 100,
) -> Entries:
    """List entries in the order in which they were committed, as ``inforce log list``."""
    if treaty:
        shelf.treaty(treaty)
    store = live.store()
    query = {"verb": "log list", "treaty": treaty, "since": since, "open": only_open}
    if store is None:
        return Entries(query, ())
    if only_open:
        page = tuple(Listed(each, "proposed") for each in store.waiting(since, treaty, limit + 1))
    else:
        page = listed(store.entries_with_standing(since, treaty, limit + 1))
    return Entries(query, page[:limit], page[limit - 1].entry.id if len(page) > limit else None)


@get("/{number:int}", sync_to_thread=True, responses=READING)
def entry(number: EntryNumber, live: Following) -> Entries:
    """Tell one entry, and what has become of it."""
    store = log_of(live)
    return _one(store, store.entry(number), {"verb": "log entry", "entry": number})


@get("/{number:int}/effect", sync_to_thread=True, responses=WRITING, middleware=[limit("effect")])
def effect(number: EntryNumber, live: Following) -> Effects:
    """Tell what a proposal would change, as ``inforce log effect``."""
    log_of(live)
    found = effect_of_entry(live, number)
    return Effects({"verb": "log effect", "entry": number, "views": ()}, found.changes, found.broken)


@post(
    "/preview",
    sync_to_thread=True,
    status_code=200,
    responses=WRITING,
    middleware=[limit("effect")],
    security=_BEARER,
)
def preview(
    data: Annotated[Lines, Body(description="The lines.")], live: Following, caller: Caller
) -> Preview:
    """Tell what lines would change if they were in the book; nothing is written."""
    _may(caller, "contributor")
    new = NewEntry(data.treaty, data.text, caller.name, "a preview", data.corrects, data.sources)
    found, seen = log_of(live).look(new)[0], effect_of_lines(live, new)
    query = {"verb": "log preview", "treaty": data.treaty, "corrects": data.corrects}
    return Preview(query, seen.changes, seen.broken, found.claims, found.actors)


@post("/", sync_to_thread=True, responses=WRITING, middleware=[limit("writing")], security=_BEARER)
def create(
    data: Annotated[NewRecords, Body(description="The records.")], live: Following, caller: Caller
) -> Response[Entries]:
    """Propose records, or enter them, as ``inforce log propose`` and ``inforce log append``."""
    new = NewEntry(data.treaty, data.text, caller.name, data.reason, data.corrects, data.sources)
    way = "enter" if data.kind == "claim" else "propose"
    done = written(live, way, new)
    verb = "log append" if way == "enter" else "log propose"
    return _created(log_of(live), done, {"verb": verb, "treaty": data.treaty})


@post(
    "/{number:int}/{decision:str}",
    sync_to_thread=True,
    responses=WRITING,
    middleware=[limit("writing")],
    security=_BEARER,
)
def decide(
    number: EntryNumber,
    decision: Annotated[
        Literal["accept", "reject", "withdraw"], PathParameter(description="What is decided.")
    ],
    data: Annotated[Why, Body(description="Why.")],
    live: Following,
    caller: Caller,
) -> Response[Entries]:
    """Accept, reject or withdraw an entry, as the verbs of ``inforce log``."""
    store = log_of(live)
    done = decided(store, decision, number, caller.name, data.reason)
    live.catch_up()
    return _created(store, store.entry(done), {"verb": f"log {decision}", "entry": number})


@get("/watched", sync_to_thread=True, responses=WRITING, security=_BEARER)
def watched(live: Following, caller: Caller) -> WatchList:
    """Tell what the caller watches, as ``inforce log watch``."""
    return WatchList({"verb": "log watch", "person": caller.name}, log_of(live).watched(caller.name))


@put(
    "/watched/{kind:str}/{name:str}",
    sync_to_thread=True,
    responses=WRITING,
    middleware=[limit("writing")],
    security=_BEARER,
)
def begin_watching(kind: Kind, name: Name, shelf: Open, live: Following, caller: Caller) -> WatchList:
    """Watch a treaty or a party."""
    return _watch(shelf, live, caller, (kind, name), begins=True)


@delete(
    "/watched/{kind:str}/{name:str}",
    sync_to_thread=True,
    status_code=200,
    responses=WRITING,
    middleware=[limit("writing")],
    security=_BEARER,
)
def stop_watching(kind: Kind, name: Name, shelf: Open, live: Following, caller: Caller) -> WatchList:
    """Watch a treaty or a party no longer."""
    return _watch(shelf, live, caller, (kind, name), begins=False)


@get("/changes", sync_to_thread=True, responses=WRITING, security=_BEARER)
def changes(live: Following, caller: Caller) -> Entries:
    """Tell what changed for the caller since they last looked, as ``inforce log changes``."""
    found = changes_for(log_of(live), caller.name)
    return Entries({"verb": "log changes", "person": caller.name}, found)


@put("/changes/seen", sync_to_thread=True, responses=WRITING, middleware=[limit("writing")], security=_BEARER)
def seen(
    data: Annotated[SeenTo, Body(description="Up to which entry.")], live: Following, caller: Caller
) -> Entries:
    """Note up to which entry the caller has looked; tell what is left."""
    store = log_of(live)
    store.looked(caller.name, store.entry(data.entry).id)
    live.catch_up()
    return Entries({"verb": "log changes", "person": caller.name}, changes_for(store, caller.name))


def _watch(shelf: Open, live: Live, caller: Person, what: tuple[str, str], *, begins: bool) -> WatchList:
    found = watched_thing(shelf.book, *what)
    all_watched = log_of(live).watch(caller.name, found.kind, found.name, begins=begins)
    live.catch_up()
    return WatchList({"verb": "log watch", "person": caller.name}, all_watched)


def _may(caller: Person, role: Literal["contributor", "editor"]) -> None:
    check_role({caller.name: caller}, caller.name, role)


def _one(store: Store, found: Entry, query: dict[str, object]) -> Entries:
    return Entries(query, (Listed(found, store.standing(found.id)),))


def _created(store: Store, found: Entry, query: dict[str, object]) -> Response[Entries]:
    return Response(
        _one(store, found, query), status_code=201, headers={"Location": f"/api/v1/log/{found.id}"}
    )


LOG = Router(
    path="/log",
    dependencies={"caller": Provide(the_caller, sync_to_thread=True)},
    route_handlers=[
        entries,
        entry,
        effect,
        preview,
        create,
        decide,
        watched,
        begin_watching,
        stop_watching,
        changes,
        seen,
    ],
)
