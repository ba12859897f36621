"""Everything in the books at once, sent piece by piece."""

from __future__ import annotations

from asyncio import Semaphore
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from anyio.to_thread import run_sync
from litestar import get
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation, Schema
from litestar.openapi.spec.enums import OpenAPIType
from litestar.params import QueryParameter
from litestar.response import Stream

from inforce.exchange.forms.kinds import FORMS, WHOLE
from inforce.exchange.forms.walk import Whole
from inforce.exchange.forms.whole import told_whole
from inforce.web.api_asked import WRONG, TheSeen
from inforce.web.pages import Asking, base_of
from inforce.web.questions import day_asked
from inforce.web.shelf import Open

Format = Annotated[
    Literal["csv", "ndjson", "json", "ttl", "bibtex", "csl-json"],
    QueryParameter(description="; ".join(f"`{name}`: {has}" for name, has in WHOLE.items()) + "."),
]


@dataclass
class _Streamed(Operation):
    """Document every type that the answer may have: the framework, whose values are dataclasses, documents one."""

    def __post_init__(self) -> None:
        found = (self.responses or {}).get("200")
        if isinstance(found, OpenAPIResponse):
            found.content = {
                FORMS[name].media: OpenAPIMediaType(Schema(type=_type_of(name))) for name in WHOLE
            }


def _type_of(form: str) -> OpenAPIType:
    """Return what a program finds: a JSON value, or text."""
    return {"json": OpenAPIType.OBJECT, "csl-json": OpenAPIType.ARRAY}.get(form, OpenAPIType.STRING)


@get("/export", responses=WRONG, operation_class=_Streamed)
async def export(request: Asking, shelf: Open, seen: TheSeen, format: Format) -> Stream:
    """Export everything, as ``inforce export --all``: every interval of every clause of every treaty.

    It is worked out while it is sent, treaty by treaty, one export at a time; whoever goes away stops it.
    """
    whole = Whole(seen.view, day_asked(seen.known or ""), base_of(request))
    pieces = told_whole(shelf.library, format, whole)
    turn = request.app.state.setdefault("exporting", Semaphore(1))
    return Stream(_in_turn(pieces, turn), media_type=FORMS[format].media)


async def _in_turn(pieces: Iterator[bytes], turn: Semaphore) -> AsyncIterator[bytes]:
    """Yield pieces, each made in a thread, once nobody else is being sent an export."""
    async with turn:
        while (piece := await run_sync(next, pieces, None)) is not None:
            if piece:
                yield piece
