"""The part of the interface that is about all books: what is in them, what binds two, who is bound to whom, sources."""

from __future__ import annotations

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency, Provide
from litestar.params import PathParameter, QueryParameter
from msgspec import Struct

from inforce.answers import UnknownNameError
from inforce.answers.asking import BetweenAsked, pair_from_asked, today
from inforce.answers.listing import listing_from_book
from inforce.answers.queries import query_of_between, query_of_list
from inforce.model import Source
from inforce.temporal import day_from_iso, iso_from_day
from inforce.web.api_asked import WRONG, Limit, Offset, On, TheSeen, day_told
from inforce.web.api_values import (
    Bonds,
    Found,
    Listing,
    Network,
    Page,
    SourceAnswer,
    Sources,
    SourcesListed,
)
from inforce.web.frame import coverage
from inforce.web.looking import found_in, resting_on
from inforce.web.network import network_on
from inforce.web.pages import Asking
from inforce.web.shelf import Open


def page_of(total: int, offset: int, limit: int) -> Page:
    """Return which part of a list is answered."""
    return Page(total, offset, offset + limit if offset + limit < total else None)


@get("/treaties", sync_to_thread=True, responses=WRONG)
def treaties(shelf: Open, limit: Limit = 100, offset: Offset = 0) -> Listing:
    """List treaties and views, as ``inforce list``."""
    found = listing_from_book(shelf.book)
    page = page_of(len(found), offset, limit)
    return Listing(query_of_list(), found[offset : offset + limit], page, coverage(shelf))


class _Two(Struct, frozen=True):
    """Two parties."""

    one: str
    other: str


def _two_asked(
    one: Annotated[str, QueryParameter(name="a", description="A party.")],
    other: Annotated[str, QueryParameter(name="b", description="Another.")],
) -> _Two:
    return _Two(one, other)


@get(
    "/between",
    sync_to_thread=True,
    responses=WRONG,
    dependencies={"two": Provide(_two_asked, sync_to_thread=False)},
)
def between(
    shelf: Open,
    two: NamedDependency[_Two],
    seen: TheSeen,
    on: On = None,
    over: Annotated[bool, QueryParameter(name="all", description="Also what has ended.")] = False,
    statuses: Annotated[
        list[str] | None, QueryParameter(name="status", description="Only clauses that may have this status.")
    ] = None,
) -> Bonds:
    """Tell everything that binds two parties, as ``inforce between``."""
    asked: BetweenAsked = {
        "view": seen.view,
        "known": seen.known,
        "statuses": tuple(statuses or ()),
        "over": over,
    }
    day = day_told(on)
    found = shelf.library.between(two.one, two.other, day, **asked)
    pair = pair_from_asked(two.one, two.other, day, asked)
    return Bonds(query_of_between(pair), found, coverage(shelf))


@get("/network", sync_to_thread=True, responses=WRONG)
def network(shelf: Open, seen: TheSeen, on: On = None) -> Network:
    """Tell who is bound to whom on a day; of treaties among many, how many are bound."""
    day = day_from_iso(told) if (told := day_told(on)) else today()
    found = network_on(shelf, day, seen.view, day_from_iso(seen.known) if seen.known else None)
    query = {"verb": "network", "on": iso_from_day(day), "view": seen.view, "known": seen.known}
    return Network(query, found.bounds, dict(found.many), coverage(shelf))


@get("/search", sync_to_thread=True, responses=WRONG)
def search(shelf: Open, q: Annotated[str, QueryParameter(description="Words, in any script.")]) -> Found:
    """Find what has all the words."""
    return Found({"verb": "search", "q": q}, found_in(shelf.book, q), coverage(shelf))


@get("/sources", sync_to_thread=True, responses=WRONG)
def sources(shelf: Open, limit: Limit = 100, offset: Offset = 0) -> SourcesListed:
    """List the sources."""
    found = tuple(sorted(shelf.book.sources.values(), key=_key))
    page = page_of(len(found), offset, limit)
    return SourcesListed({"verb": "sources"}, found[offset : offset + limit], page, coverage(shelf))


def _key(source: Source) -> str:
    return source.key.casefold()


@get("/sources/{key:str}", sync_to_thread=True, responses=WRONG)
def source(key: Annotated[str, PathParameter(description="The key of a source.")], shelf: Open) -> Sources:
    """Tell what rests on a source."""
    if key not in shelf.book.sources:
        raise UnknownNameError("source", key, tuple(shelf.book.sources))
    found = shelf.book.sources[key]
    told = SourceAnswer(key, found.title, found.author, found.issued, found.url, resting_on(shelf.book, key))
    return Sources({"verb": "source", "key": key}, (told,), coverage(shelf))


@get("/openapi.json", include_in_schema=False)
async def openapi(request: Asking) -> dict[str, object]:
    """Describe this interface (OpenAPI 3.1)."""
    return request.app.openapi_schema.to_schema()
