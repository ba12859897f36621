"""The grounds of an answer, and what an explanation may ask of a case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

from inforce.engine.circuit import Node, Reason
from inforce.engine.run import Run
from inforce.engine.solve import Resolution
from inforce.model import Claim
from inforce.temporal import BEGINNING, Day


class Ground(Struct, frozen=True):
    """One reason: a clause or rule, a claim, or the silence of the record about something (``about``).

    ``holds`` is False where the ground is that something does not hold; ``day`` is the day that matters.
    """

    reason: Reason | None = None
    claim: Claim | None = None
    about: tuple[object, ...] = ()
    day: Day | None = None
    holds: bool = True
    children: tuple[Ground, ...] = ()


class Explaining(Protocol):
    """What explains one node asks of the explanation as a whole."""

    nodes: tuple[Node, ...]
    run: Run

    def state(self, index: int, day: Day, depth: int = 0) -> Iterator[Ground]:
        """Yield why a state has its value on a day."""
        ...

    def event(self, index: int, day: Day, depth: int = 0) -> Iterator[Ground]:
        """Yield why an event happened, or may have, on a day."""
        ...

    def value(self, index: int, day: Day) -> int:
        """Return the value of a state on a day."""
        ...

    def last_day(self, event: int, day: Day) -> Day | None:
        """Return the last day by ``day`` on which an event may have happened."""
        ...

    def claims(self, index: int, day: Day | None) -> Iterator[Ground]:
        """Yield the claims behind an input, those of the day if one is given."""
        ...


def claims_behind(resolution: Resolution, index: int, day: Day | None) -> Iterator[Ground]:
    """Yield the claims behind an input, those of the day if one is given."""
    slot = resolution.circuit.nodes[index].slot
    if slot[0] in ("plain", "states"):
        yield from _settled_claims(resolution, slot[1], day)
        return
    if slot[0] == "speaks":
        yield from _speaking(resolution, slot, day)
        return
    options = [option for option in resolution.case.options if index in option.signals]
    claims = [claim for option in options for claim in option.claims]
    for claim in claims:
        yield Ground(claim=claim, day=day, holds=not claim.against)
    if not claims:
        yield Ground(about=slot, day=day)


def _speaking(resolution: Resolution, slot: tuple[object, ...], day: Day | None) -> Iterator[Ground]:
    """Yield who says by a day that a government speaks for its state, or the view's own line."""
    _, government, state = slot
    claims = {claim for side in resolution.evidence.speakers[str(state)].claims for claim in side}
    named = [claim for claim in claims if getattr(claim.proposition, "government", "") == government]
    by_then = [claim for claim in named if day is None or _first_day(claim) <= day]
    for claim in sorted(by_then, key=lambda claim: claim.id):
        yield Ground(claim=claim, day=day)
    if not by_then:
        yield Ground(about=slot, day=day)


def _settled_claims(resolution: Resolution, slot: object, day: Day | None) -> Iterator[Ground]:
    assert isinstance(slot, tuple)
    for occurrence in resolution.evidence.occurrences.get(slot, ()):
        if occurrence.is_plain and day in (None, occurrence.options[0].candidates[0][0]):
            yield from (Ground(claim=claim, day=day) for claim in occurrence.options[0].claims)
    for condition in resolution.evidence.conditions.get(slot, ()):
        if condition.is_plain:
            yield from (Ground(claim=c, day=day, holds=not c.against) for c in condition.options[0].claims)


def _first_day(claim: Claim) -> Day:
    if claim.stretch is not None:
        return claim.stretch.start.first
    return claim.when.first if claim.when else BEGINNING
