"""What a request to the interface may name, each thing defined once, and what may be answered instead."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from litestar.di import NamedDependency
from litestar.exceptions import ValidationException
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import PathParameter, QueryParameter
from msgspec import Struct

from inforce.answers.asking import About
from inforce.temporal import iso_from_day
from inforce.web.problems import PROBLEM, ProblemDetails
from inforce.web.questions import day_asked

Treaty = Annotated[str, PathParameter(description="The name of a treaty, as in the list of treaties.")]
On = Annotated[
    str | None, QueryParameter(description="The day asked about, as 1950-02-14; today by default.")
]
View = Annotated[str, QueryParameter(description="In whose view.")]
Known = Annotated[str | None, QueryParameter(description="Leave out what was not known by that day.")]
Party = Annotated[str | None, QueryParameter(name="for", description="For one party.")]
Between = Annotated[
    str | None, QueryParameter(description="As between two parties, both named, as `CHN SUN`.")
]
Clause = Annotated[str | None, QueryParameter(description="A clause, by number or alias.")]
Instrument = Annotated[str | None, QueryParameter(description="An instrument of the treaty.")]
Actor = Annotated[str, QueryParameter(description="Only the acts of one actor.")]
Voter = Annotated[str, QueryParameter(description="Only the acts on which this one voted.")]
Name = Annotated[
    str | None,
    QueryParameter(name="about", description="An actor, an asset, a fact or a label, instead of a clause."),
]
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
    between: tuple[str, str] | None = None


class Seen(Struct, frozen=True):
    """In whose view, as known on which day."""

    view: str
    known: str | None = None


ThePart: TypeAlias = NamedDependency[Part]
TheSeen: TypeAlias = NamedDependency[Seen]


def part_asked(
    clause: Clause = None, instrument: Instrument = None, party: Party = None, between: Between = None
) -> Part:
    """Read which part is asked about."""
    return Part(clause, instrument, party, two_told(between))


def seen_asked(view: View = "all-voices", known: Known = None) -> Seen:
    """Read in whose view, and what was known."""
    return Seen(view, day_told(known))


class StatusAsked(Struct, frozen=True):
    """Everything that a question of status may name."""

    part: Part
    seen: Seen
    on: str | None


TheAsked: TypeAlias = NamedDependency[StatusAsked]


def status_asked(  # noqa: PLR0913, PLR0917 - one for each thing that an address may name
    on: On = None,
    clause: Clause = None,
    instrument: Instrument = None,
    party: Party = None,
    between: Between = None,
    view: View = "all-voices",
    known: Known = None,
) -> StatusAsked:
    """Read everything that a question of status may name."""
    return StatusAsked(
        Part(clause, instrument, party, two_told(between)), Seen(view, day_told(known)), day_told(on)
    )


def about(part: Part, seen: Seen) -> About:
    """Return what narrows a question down."""
    return {
        "clause": part.clause,
        "instrument": part.instrument,
        "party": part.party,
        "between": part.between,
        "view": seen.view,
        "known": seen.known,
    }


def day_told(text: str | None) -> str | None:
    """Return a day as ISO has it.

    Raises:
        DateError: if there is no such day.
    """
    day = day_asked(text or "")
    return None if day is None else iso_from_day(day)


def two_told(text: str | None) -> tuple[str, str] | None:
    """Return two parties that are named in one text.

    Raises:
        ValidationException: if it names another number of them.

    >>> two_told("CHN SUN")
    ('CHN', 'SUN')
    """
    if text is None:
        return None
    match text.replace(",", " ").split():
        case [one, other]:
            return one, other
    raise ValidationException(
        extra=[{"key": "between", "message": "name two parties, as in between=CHN+SUN"}]
    )
