"""The part of the interface that compares two views over all clauses."""

from __future__ import annotations

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency, Provide
from litestar.params import QueryParameter
from msgspec import Struct

from inforce.exchange.forms.books import desk_of
from inforce.web.api_asked import WRONG, Known, On, Seen, ThePart, Treaty, about, day_told
from inforce.web.api_values import Compared
from inforce.web.frame import coverage
from inforce.web.shelf import Open


class _Sides(Struct, frozen=True):
    """Which two views are compared, as known on which day."""

    one: str
    other: str
    known: str | None


def _sides_asked(
    one: Annotated[str, QueryParameter(name="a", description="One view.")],
    other: Annotated[str, QueryParameter(name="b", description="The other view.")],
    known: Known = None,
) -> _Sides:
    return _Sides(one, other, day_told(known))


@get(
    "/treaties/{treaty:str}/compare",
    sync_to_thread=True,
    responses=WRONG,
    dependencies={"sides": Provide(_sides_asked, sync_to_thread=False)},
)
def compare(
    treaty: Treaty, shelf: Open, sides: NamedDependency[_Sides], part: ThePart, on: On = None
) -> Compared:
    """Tell where two views answer differently, as ``inforce views --clauses``: on every day, or on one."""
    asked = about(part, Seen("all-voices", sides.known))
    found = desk_of(shelf, treaty).apart(sides.one, sides.other, day_told(on), **asked)
    return Compared(found.query, found.answers, found.evidence, coverage(shelf))
