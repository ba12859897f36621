"""Why a signal has its value: back through the circuit to clauses, rules and claims. Deciding, not telling."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from inforce.engine import explain_events, explain_states
from inforce.engine.circuit import Kind, Reason
from inforce.engine.grounds import Explaining, Ground, claims_behind
from inforce.engine.solve import Resolution
from inforce.temporal import Day

_DEEPEST = 24
_Explain = Callable[[Explaining, int, Day, int], Iterator[Ground]]
_STATES: dict[Kind, _Explain] = {
    Kind.CHAIN: explain_states.chain,
    Kind.PICK: explain_states.inputs,
    Kind.LATCH: explain_states.latch,
    Kind.NOT: explain_states.inputs,
    Kind.AND: explain_states.conjunction,
    Kind.OR: explain_states.disjunction,
    Kind.COUNT: explain_states.disjunction,
    Kind.STATE_INPUT: explain_states.state_input,
}
_EVENTS: dict[Kind, _Explain] = {
    Kind.EVENT_INPUT: explain_events.event_input,
    Kind.ANY: explain_events.any_of,
    Kind.GATE: explain_events.gate,
    Kind.ACT: explain_events.act,
    Kind.RISE: explain_events.rise,
    Kind.TIMER: explain_events.timer,
    Kind.TERM: explain_events.term,
}


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
        yield from claims_behind(self.resolution, index, day)


def _under(reason: Reason | None, children: Iterator[Ground], day: Day | None = None) -> Iterator[Ground]:
    found = tuple(children)
    if reason is None:
        yield from found
    else:
        yield Ground(reason=reason, day=day, children=found)


def grounds_of_event(resolution: Resolution, output: str, day: Day) -> tuple[Ground, ...]:
    """Return why an event among the outputs happened, or may have, on a day, in one case."""
    node = resolution.circuit.outputs[output]
    why = Explainer(resolution)
    on = why.last_day(node, day) if node >= 0 else None
    return tuple(why.event(node, on)) if on is not None else ()


def grounds_on(resolution: Resolution, output: str, day: Day) -> tuple[Ground, ...]:
    """Return why an output has its value on a day, in one case."""
    return tuple(Explainer(resolution).state(resolution.circuit.outputs[output], day))
