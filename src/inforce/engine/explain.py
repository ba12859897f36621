"""Why a signal has its value: back through the circuit to clauses, rules and claims. Deciding, not telling."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from inforce.engine.circuit import NO, YES, Kind, Node, Reason
from inforce.engine.offsets import day_by_offset
from inforce.engine.solve import Resolution
from inforce.model import Claim, Offset
from inforce.temporal import BEGINNING, Day

_DEEPEST = 24
_DEFAULT_RESTS_ON = ("not_yet_operative", "conditional", "closed", "not_concluded")


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


class Explainer:
    """Explain the signals of one case, each at most once."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.nodes = resolution.circuit.nodes
        self.run = resolution.run
        self._seen: set[tuple[int, Day]] = set()

    def state(self, index: int, day: Day, depth: int = 0) -> Iterator[Ground]:
        """Yield why a state has its value on a day."""
        if (index, day) in self._seen or depth > _DEEPEST:
            return
        self._seen.add((index, day))
        node = self.nodes[index]
        explain = _STATES.get(node.kind)
        if explain is not None:
            yield from _under(node.reason, explain(self, index, day, depth + 1))

    def event(self, index: int, day: Day, depth: int = 0) -> Iterator[Ground]:
        """Yield why an event happened, or may have, on a day."""
        if (index, day) in self._seen or depth > _DEEPEST:
            return
        self._seen.add((index, day))
        node = self.nodes[index]
        yield from _under(node.reason, _EVENTS[node.kind](self, index, day, depth + 1), day)

    def value(self, index: int, day: Day) -> int:
        """Return the value of a state on a day."""
        return self.run.value_on(index, day)

    def last_day(self, event: int, day: Day) -> Day | None:
        """Return the last day by ``day`` on which an event may have happened."""
        return next((on for on, maybe in reversed(self.run.history[event]) if on <= day and maybe), None)

    def claims(self, index: int, day: Day | None) -> Iterator[Ground]:
        """Yield the claims behind an input, those of the day if one is given."""
        slot = self.nodes[index].slot
        if slot[0] in ("plain", "states"):
            yield from self._settled_claims(slot[1], day)
            return
        if slot[0] == "speaks":
            yield from self._speaking(slot, day)
            return
        options = [option for option in self.resolution.case.options if index in option.signals]
        claims = [claim for option in options for claim in option.claims]
        for claim in claims:
            yield Ground(claim=claim, day=day, holds=not claim.against)
        if not claims:
            yield Ground(about=slot, day=day)

    def _speaking(self, slot: tuple[object, ...], day: Day | None) -> Iterator[Ground]:
        """Yield who says by a day that a government speaks for its state, or the view's own line."""
        _, government, state = slot
        claims = {claim for side in self.resolution.evidence.speakers[str(state)].claims for claim in side}
        named = [claim for claim in claims if getattr(claim.proposition, "government", "") == government]
        by_then = [claim for claim in named if day is None or _first_day(claim) <= day]
        for claim in sorted(by_then, key=lambda claim: claim.id):
            yield Ground(claim=claim, day=day)
        if not by_then:
            yield Ground(about=slot, day=day)

    def _settled_claims(self, slot: object, day: Day | None) -> Iterator[Ground]:
        assert isinstance(slot, tuple)
        for occurrence in self.resolution.evidence.occurrences.get(slot, ()):
            if occurrence.is_plain and day in (None, occurrence.options[0].candidates[0][0]):
                yield from (Ground(claim=claim, day=day) for claim in occurrence.options[0].claims)
        for condition in self.resolution.evidence.conditions.get(slot, ()):
            if condition.is_plain:
                yield from (
                    Ground(claim=c, day=day, holds=not c.against) for c in condition.options[0].claims
                )


def _first_day(claim: Claim) -> Day:
    if claim.stretch is not None:
        return claim.stretch.start.first
    return claim.when.first if claim.when else BEGINNING


def _under(reason: Reason | None, children: Iterator[Ground], day: Day | None = None) -> Iterator[Ground]:
    found = tuple(children)
    if reason is None:
        yield from found
    else:
        yield Ground(reason=reason, day=day, children=found)


def _chain(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain each status that is possible; the last, which holds by default, by what keeps the others out."""
    node = explainer.nodes[index]
    mask = explainer.value(index, day)
    for position, state in enumerate(node.inputs):
        if not mask >> position & 1:
            continue
        if explainer.nodes[state].kind is Kind.CONSTANT and position == len(node.inputs) - 1:
            for name, other in zip(node.statuses, node.inputs, strict=True):
                if name in _DEFAULT_RESTS_ON or node.statuses == node.statuses[-1:]:
                    yield from explainer.state(other, day, depth)
        else:
            yield from explainer.state(state, day, depth)


def _latch(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    on, off = explainer.nodes[index].inputs
    began = explainer.last_day(on, day)
    stopped = explainer.last_day(off, day) if off >= 0 else None
    value = explainer.value(index, day)
    if value and began is not None:
        yield from explainer.event(on, began, depth)
    if value != YES and stopped is not None:
        yield from explainer.event(off, stopped, depth)
    if began is None and stopped is None:
        yield from _missing(explainer, on, day, depth)


def _missing(explainer: Explainer, event: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain that an event has not happened: what it waits for, or that nothing is recorded."""
    node = explainer.nodes[event]
    if node.kind is Kind.EVENT_INPUT:
        later = list(explainer.claims(event, None))
        yield from (Ground(claim=g.claim, day=g.day, holds=False) for g in later if g.claim)
        if not later:
            yield Ground(about=node.slot, day=day, holds=False)
    elif node.kind is Kind.RISE:
        yield from explainer.state(node.inputs[0], day, depth)
    elif node.kind is Kind.TIMER:
        began = explainer.last_day(node.inputs[0], day)
        if began is not None:
            yield from explainer.event(node.inputs[0], began, depth)
    else:
        for source in node.inputs[:1] if node.kind in (Kind.GATE, Kind.ACT, Kind.TERM) else node.inputs:
            yield from _missing(explainer, source, day, depth)


def _conjunction(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    inputs = explainer.nodes[index].inputs
    value = explainer.value(index, day)
    wanted = [state for state in inputs if explainer.value(state, day) == value] if value != YES else inputs
    for state in wanted or inputs:
        yield from explainer.state(state, day, depth)


def _disjunction(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    inputs = explainer.nodes[index].inputs
    value = explainer.value(index, day)
    wanted = [state for state in inputs if explainer.value(state, day) == value] if value != NO else inputs
    for state in wanted:
        yield from explainer.state(state, day, depth)


def _inputs(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    for state in explainer.nodes[index].inputs:
        yield from explainer.state(state, day, depth)


def _state_input(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    holds = explainer.value(index, day) != NO
    for ground in explainer.claims(index, day if explainer.nodes[index].slot[0] == "speaks" else None):
        yield Ground(claim=ground.claim, about=ground.about, day=day, holds=holds)


def _event_input(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    yield from explainer.claims(index, day)


def _any(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    for event in explainer.nodes[index].inputs:
        if explainer.last_day(event, day) == day:
            yield from explainer.event(event, day, depth)


def _gate(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    event, state = explainer.nodes[index].inputs
    yield from explainer.event(event, day, depth)
    yield from explainer.state(state, day, depth)


def _act(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    event, power = explainer.nodes[index].inputs
    yield from explainer.event(event, day, depth)
    yield from explainer.state(power, Day(day - 1), depth)


def _rise(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    yield from explainer.state(explainer.nodes[index].inputs[0], day, depth)


def _timer(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain a timer by the start from which its span leads to the day."""
    node = explainer.nodes[index]
    start = node.inputs[0]
    offset = node.offset or Offset()
    for on, _ in reversed(explainer.run.history[start]):
        if on < day and (day_by_offset(on, offset) <= day or on == BEGINNING):
            yield from explainer.event(start, on, depth)
            return


def _term(explainer: Explainer, index: int, day: Day, depth: int) -> Iterator[Ground]:
    start, notice, _ = explainer.nodes[index].inputs
    for event in (start, notice):
        on = explainer.last_day(event, day)
        if on is not None:
            yield from explainer.event(event, on, depth)


_Explain = Callable[[Explainer, int, Day, int], Iterator[Ground]]
_STATES: dict[Kind, _Explain] = {
    Kind.CHAIN: _chain,
    Kind.PICK: _inputs,
    Kind.LATCH: _latch,
    Kind.NOT: _inputs,
    Kind.AND: _conjunction,
    Kind.OR: _disjunction,
    Kind.COUNT: _disjunction,
    Kind.STATE_INPUT: _state_input,
}
_EVENTS: dict[Kind, _Explain] = {
    Kind.EVENT_INPUT: _event_input,
    Kind.ANY: _any,
    Kind.GATE: _gate,
    Kind.ACT: _act,
    Kind.RISE: _rise,
    Kind.TIMER: _timer,
    Kind.TERM: _term,
}


def grounds_on(resolution: Resolution, output: str, day: Day) -> tuple[Ground, ...]:
    """Return why an output has its value on a day, in one case."""
    return tuple(Explainer(resolution).state(resolution.circuit.outputs[output], day))


def node_of(resolution: Resolution, output: str) -> Node:
    """Return the node of an output."""
    return resolution.circuit.nodes[resolution.circuit.outputs[output]]
