"""How an act was judged in a case: what it may have used, and what stood in its way."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from inforce.engine.circuit import YES, Kind
from inforce.engine.evidence import slot_of
from inforce.engine.explain import Explainer
from inforce.engine.grounds import Ground
from inforce.engine.solve import Resolution
from inforce.model import Act, Claim, verb_named
from inforce.temporal import Day, contains

RESERVE = "reserve"
"""The name of an act that is done with another one, its consent."""
_AGREED = ("postpone",)
"""Acts that a party grants to another: they work by themselves, and no clause need give a power to them."""


class Use(Struct, frozen=True):
    """What came of an act in one case, under one power or as consent to be bound.

    ``rank`` orders it: nothing, perhaps something, an effect. ``lacking`` names the signals that were not certain
    at the close of the day before: ``in_force``, ``member``, ``conditions_met``, ``opened``, ``not_closed``, or
    ``speaker`` if the act was not that of its state at all. ``nodes`` are those signals' nodes.
    """

    NOTHING: ClassVar[int] = 0
    PERHAPS: ClassVar[int] = 1
    EFFECTIVE: ClassVar[int] = 2

    rank: int
    day: Day
    lacking: tuple[str, ...] = ()
    nodes: tuple[int, ...] = ()


def uses_of(resolution: Resolution, act: Act, claim: Claim, of: str = "") -> Iterator[Use]:
    """Yield how a case judged an act under every power that it may use; consent needs no power.

    With ``of``, only the acts of that name are judged that were done with it: ``reserve``, the reservations.
    """
    if claim.when is None:
        return
    inputs = _inputs_of(resolution, act)
    heard = inputs | {
        i
        for i, node in enumerate(resolution.circuit.nodes)
        if node.kind is Kind.GATE and node.inputs[0] in inputs and _is_speech(resolution, node.inputs[1])
    }
    judges = [
        i
        for i, n in enumerate(resolution.circuit.nodes)
        if n.kind is Kind.ACT and n.inputs[0] in heard and (n.name.partition(":")[0] == RESERVE) == bool(of)
    ]
    if inputs and any(actor.government for actor in act.actors) and heard == inputs:
        yield Use(Use.NOTHING, claim.when.last, ("speaker",))
        return
    needs_power = of or (verb_named(act.verb).power and act.verb not in _AGREED)
    for index in judges or (sorted(heard - inputs or heard) if not needs_power else []):
        yield _use(resolution, index, claim)


def _inputs_of(resolution: Resolution, act: Act) -> set[int]:
    names = (("plain", slot_of(act)), ("one", act))
    nodes = resolution.circuit.nodes
    return {
        i for i in resolution.circuit.inputs if nodes[i].slot in names or nodes[i].slot[:2] == ("side", act)
    }


def _is_speech(resolution: Resolution, state: int) -> bool:
    node = resolution.circuit.nodes[state]
    if node.kind is Kind.AND:
        return all(_is_speech(resolution, part) for part in node.inputs)
    return node.slot[:1] == ("speaks",)


def _use(resolution: Resolution, index: int, claim: Claim) -> Use:
    assert claim.when is not None
    candidates, run = claim.when.candidates, resolution.run
    happened = any(contains(candidates, day) for day, maybe in run.history[index] if maybe)
    settled = any(contains(candidates, day) for day, _ in run.settlements.get(index, ()))
    rank = Use.EFFECTIVE if settled else Use.PERHAPS if happened else Use.NOTHING
    node = resolution.circuit.nodes[index]
    judged = any(contains(candidates, day) for day, _ in run.judged.get(index, ()))
    if settled or (happened and node.kind is not Kind.ACT):
        return Use(rank, claim.when.last)
    if node.kind is not Kind.ACT or not judged:
        return Use(rank, claim.when.last, ("speaker",))
    lacking = dict(_lacking(resolution, node.inputs[1], Day(claim.when.last - 1)))
    return Use(rank, claim.when.last, tuple(lacking), tuple(lacking.values()))


def _lacking(resolution: Resolution, power: int, day: Day) -> Iterator[tuple[str, int]]:
    """Yield the parts of a power that are not certain on a day, by name."""
    node = resolution.circuit.nodes[power]
    named = zip(node.statuses, node.inputs, strict=True) if node.kind is Kind.AND and node.statuses else None
    name = resolution.circuit.names.get(power, "conditions_met")
    yield from (
        (one, part) for one, part in named or ((name, power),) if resolution.run.value_on(part, day) != YES
    )


def lacking_grounds(resolution: Resolution, use: Use) -> tuple[Ground, ...]:
    """Return why what an act lacked was not there at the close of the day before."""
    explainer = Explainer(resolution)
    return tuple(ground for state in use.nodes for ground in explainer.state(state, Day(use.day - 1)))
