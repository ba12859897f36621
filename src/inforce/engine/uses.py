"""How an act was judged in a case: which powers it used, and what stood in its way."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from inforce.engine.circuit import NO, YES, Kind
from inforce.engine.evidence import slot_of
from inforce.engine.explain import Explainer, Ground
from inforce.engine.solve import Resolution
from inforce.model import Act, Claim
from inforce.temporal import Day, contains


class Use(Struct, frozen=True):
    """One use of a power by an act in one case.

    ``rank`` orders what came of it: nothing, perhaps something, an effect. ``power`` is the node of the power and
    ``day`` that of the act; the act was blocked by its speaker if it never came to be judged.
    """

    NOTHING: ClassVar[int] = 0
    PERHAPS: ClassVar[int] = 1
    EFFECTIVE: ClassVar[int] = 2

    rank: int
    power: int
    day: Day
    blocked_by_speaker: bool


def uses_of(resolution: Resolution, act: Act, claim: Claim) -> Iterator[Use]:
    """Yield how a case judged an act under every power that it may use."""
    if claim.when is None:
        return
    slot = slot_of(act)
    for index, node in enumerate(resolution.circuit.nodes):
        if node.kind is Kind.ACT and _source_of(resolution, node.inputs[0]) in (("plain", slot), ("one", act)):
            yield _use(resolution, index, node.inputs[1], claim)


def _source_of(resolution: Resolution, index: int) -> tuple[object, ...]:
    node = resolution.circuit.nodes[index]
    return _source_of(resolution, node.inputs[0]) if node.kind is Kind.GATE else node.slot


def _use(resolution: Resolution, index: int, power: int, claim: Claim) -> Use:
    assert claim.when is not None
    candidates = claim.when.candidates
    run = resolution.run
    judged = [held for day, held in run.judged.get(index, ()) if contains(candidates, day)]
    happened = any(contains(candidates, day) for day, maybe in run.history[index] if maybe)
    settled = any(contains(candidates, day) for day, _ in run.settlements.get(index, ()))
    rank = Use.EFFECTIVE if settled else Use.PERHAPS if happened else Use.NOTHING
    return Use(rank, power, claim.when.last, not judged)


def power_grounds(resolution: Resolution, use: Use) -> tuple[Ground, ...]:
    """Return why the power of an act did not exist, or not certainly, at the close of the day before."""
    if use.blocked_by_speaker:
        return ()
    explainer = Explainer(resolution)
    day = Day(use.day - 1)
    node = resolution.circuit.nodes[use.power]
    lacking = [i for i in node.inputs if explainer.value(i, day) == NO] if node.kind is Kind.AND else [use.power]
    open_ones = [i for i in node.inputs if explainer.value(i, day) != YES] if node.kind is Kind.AND else []
    return tuple(ground for state in lacking or open_ones for ground in explainer.state(state, day))
