"""The part of the interface that is about what falls due: in one treaty, and in all of them."""

from __future__ import annotations

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency, Provide
from litestar.params import QueryParameter
from msgspec import Struct

from inforce.answers.asking import DueAsked, window_from_asked
from inforce.answers.queries import query_of_due
from inforce.answers.window import Window
from inforce.exchange.forms.calendar import dues_in
from inforce.web.api_asked import WRONG, Limit, Offset, Party, Seen, TheSeen, Treaty, day_told
from inforce.web.api_books import page_of
from inforce.web.api_values import Calendar, Dues
from inforce.web.frame import coverage
from inforce.web.shelf import Open


class _Days(Struct, frozen=True):
    """From which day through which, and whether what has no day, or has ended by then, is asked too."""

    first: str
    last: str
    undated: bool
    over: bool


def _days_asked(
    first: Annotated[str, QueryParameter(name="from", description="The first day asked about.")],
    last: Annotated[str, QueryParameter(name="to", description="The last day, itself included.")],
    undated: Annotated[bool, QueryParameter(name="no-day", description="Also duties without a day.")] = False,
    over: Annotated[bool, QueryParameter(name="all", description="Also what has ended by then.")] = False,
) -> _Days:
    return _Days(day_told(first) or first, day_told(last) or last, undated, over)


_DAYS = {"days": Provide(_days_asked, sync_to_thread=False)}


@get("/treaties/{treaty:str}/due", sync_to_thread=True, responses=WRONG, dependencies=_DAYS)
def due_in(
    treaty: Treaty, shelf: Open, days: NamedDependency[_Days], seen: TheSeen, party: Party = None
) -> Dues:
    """Tell what falls due in a treaty, as ``inforce due``."""
    shelf.treaty(treaty)
    window = _window(days, seen, treaty, party)
    return Dues(query_of_due(window), dues_in(shelf, window), coverage(shelf))


@get("/due", sync_to_thread=True, responses=WRONG, dependencies=_DAYS)
def due_in_all(
    shelf: Open,
    days: NamedDependency[_Days],
    seen: TheSeen,
    party: Party = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Calendar:
    """Tell what falls due in every treaty, as ``inforce due``; of at most five years."""
    window = _window(days, seen, None, party)
    found = dues_in(shelf, window)
    page = page_of(len(found), offset, limit)
    return Calendar(query_of_due(window), found[offset : offset + limit], page, coverage(shelf))


def _window(days: _Days, seen: Seen, treaty: str | None, party: str | None) -> Window:
    asked: DueAsked = {
        "treaty": treaty,
        "party": party,
        "view": seen.view,
        "known": seen.known,
        "undated": days.undated,
        "over": days.over,
    }
    return window_from_asked(days.first, days.last, asked)
