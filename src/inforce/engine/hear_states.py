"""What is left open about a state that lasts: its start and stop are one proposition (design, S8)."""

from collections.abc import Sequence

from msgspec import Struct

from inforce.engine.agreement import largest_agreements
from inforce.engine.audible import Heard, knowable
from inforce.engine.evidence import Condition, StateOption, slot_of
from inforce.model import Claim, State
from inforce.temporal import (
    NEVER,
    Candidates,
    Stretch,
    Timeline,
    UncertainDay,
    both,
    contains,
    intersect,
    negate,
    timeline_from_stretch,
)


class Bounds(Struct, frozen=True):
    """Where a state may begin and where its last day may lie."""

    start: Candidates
    stop: Candidates

    def meet(self, other: "Bounds") -> "Bounds":
        """Return the bounds that both leave open."""
        return Bounds(intersect(self.start, other.start), intersect(self.stop, other.stop))


def condition_from_heard(state: State, heard: Sequence[Heard]) -> Condition:
    """Decide what is left open about one state by the claims that a view hears."""
    if len(heard) == 1 and not heard[0].optional:
        claim = heard[0].claim
        held = NEVER if claim.against or claim.stretch is None else timeline_from_stretch(claim.stretch)
        return Condition(state, slot_of(state), (StateOption(held, (claim,)),), False, _is_unknown(claim))
    options: list[StateOption] = []
    for subset in knowable(heard):
        options.extend(option for option in state_options(subset) if option not in options)
    unknown = any(_is_unknown(item.claim) for item in heard)
    return Condition(state, slot_of(state), tuple(options), len(state_options(heard)) > 1, unknown)


def _is_unknown(claim: Claim) -> bool:
    return claim.stretch is not None and (claim.stretch.unknown_end or claim.stretch.unknown_start)


def state_options(heard: Sequence[Heard]) -> list[StateOption]:
    """Return how the state may have held, one option for each group of claims that can be true together.

    A denial without a date says that it never held; a dated one takes its days away.
    """
    asserted = [item for item in heard if not item.claim.against]
    claims = tuple(item.claim for item in heard)
    if not asserted:
        return [StateOption(NEVER, claims)]
    top = min(item.rank for item in asserted)
    denials = [item for item in heard if item.claim.against and item.rank <= top]
    options = _asserted_options([item for item in asserted if item.rank == top])
    for item in denials:
        options = _with_denial(options, item, top)
    return options


def _asserted_options(asserted: Sequence[Heard]) -> list[StateOption]:
    stretches = [item.claim.stretch for item in asserted if item.claim.stretch]
    bounds = [Bounds(s.start.candidates, s.stop.candidates) for s in stretches]
    starts = {first for item in bounds for first, _ in item.start}
    stops = {first for item in bounds for first, _ in item.stop}
    groups = largest_agreements(
        frozenset(i for i, item in enumerate(bounds) if contains(item.start, a) and contains(item.stop, b))
        for a in starts
        for b in stops
    )
    return [_option([asserted[i].claim for i in sorted(group)]) for group in groups]


def _option(claims: Sequence[Claim]) -> StateOption:
    stretches = [claim.stretch for claim in claims if claim.stretch]
    bounds = Bounds(stretches[0].start.candidates, stretches[0].stop.candidates)
    for stretch in stretches[1:]:
        bounds = bounds.meet(Bounds(stretch.start.candidates, stretch.stop.candidates))
    doubtful = all(stretch.start.doubtful or stretch.stop.doubtful for stretch in stretches)
    agreed = Stretch(UncertainDay(bounds.start, doubtful), UncertainDay(bounds.stop, doubtful))
    return StateOption(timeline_from_stretch(agreed), tuple(claims))


def _with_denial(options: Sequence[StateOption], item: Heard, top: int) -> list[StateOption]:
    """Add to each option what a denial leaves of it; a denial of higher rank decides alone."""
    denied = item.claim
    result: list[StateOption] = []
    for option in options:
        left = _denied(option.timeline, denied)
        if left == option.timeline:
            result.append(option)
            continue
        if item.rank == top:
            result.append(option)
        result.append(StateOption(left, (*option.claims, denied) if denied.stretch else (denied,)))
    return [option for i, option in enumerate(result) if option not in result[:i]]


def _denied(timeline: Timeline, denied: Claim) -> Timeline:
    if denied.stretch is None:
        return NEVER
    return both(timeline, negate(timeline_from_stretch(denied.stretch)))
