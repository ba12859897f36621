"""What the interface for programs takes and answers about the log."""

from __future__ import annotations

from typing import Annotated, Literal

from litestar.openapi.datastructures import ResponseSpec
from msgspec import Meta, Struct

from inforce.answers.broken import Broken
from inforce.answers.effect import Change
from inforce.store import Dated, Watched
from inforce.web.api_values import Query
from inforce.web.log_shown import Listed
from inforce.web.problems import PROBLEM, ProblemDetails

LARGEST = 2**53
"""No log has an entry with a larger number, and every reader of JSON knows the smaller ones exactly."""

Number = Annotated[int, Meta(ge=1, le=LARGEST)]


class Entries(Struct, frozen=True, rename={"after": "next"}):
    """Entries, each with what has become of it; ``next`` is the ``since`` of the page that follows, if one does."""

    query: Query
    answers: tuple[Listed, ...]
    after: int | None = None


class Effects(Struct, frozen=True):
    """What would be otherwise: in each view the intervals that would go, and those that would come.

    ``broken`` are the expectations of the files that hold now and would fail.
    """

    query: Query
    answers: tuple[Change, ...]
    broken: tuple[Broken, ...]


class Preview(Struct, frozen=True):
    """What lines claim, whom they are about, and what would be otherwise with them; nothing is written."""

    query: Query
    answers: tuple[Change, ...]
    broken: tuple[Broken, ...]
    claims: tuple[Dated, ...]
    actors: tuple[str, ...]


class WatchList(Struct, frozen=True):
    """What somebody watches."""

    query: Query
    answers: tuple[Watched, ...]


class Lines(Struct, frozen=True):
    """Lines in the treaty language, under a treaty, perhaps in the place of an entry.

    ``sources`` is CSL-JSON: what the lines cite and no bibliography has yet.
    """

    treaty: str
    text: str
    corrects: Number | None = None
    sources: str = ""


class NewRecords(Struct, frozen=True):
    """Lines with the reason for which they are entered: as a proposal, or as a claim, which is in the book at once.

    ``sources`` is CSL-JSON: what the lines cite and no bibliography has yet.
    """

    treaty: str
    text: str
    reason: str
    kind: Literal["proposal", "claim"] = "proposal"
    corrects: Number | None = None
    sources: str = ""


class Why(Struct, frozen=True):
    """The reason of a decision."""

    reason: str


class SeenTo(Struct, frozen=True):
    """Up to which entry somebody has looked."""

    entry: Number


def refusals(*statuses: int) -> dict[int, ResponseSpec]:
    """Return how refusals are documented."""
    return {
        status: ResponseSpec(
            ProblemDetails, description=_TOLD[status], media_type=PROBLEM, generate_examples=False
        )
        for status in statuses
    }


_TOLD = {
    400: "A request that is not understood.",
    401: "No token, or one that is nobody's.",
    403: "The person's role is too small.",
    404: "There is no such entry, treaty or party, or no log.",
    409: "It is decided already.",
    413: "More was sent than is taken.",
    422: "The lines have problems, which `problems` has, or something is missing; nothing is stored.",
    429: "Too often; `Retry-After` says when to try again.",
    503: "The log cannot be reached now.",
}
READING = refusals(400, 401, 404, 429, 503)
WRITING = refusals(400, 401, 403, 404, 409, 413, 422, 429, 503)
