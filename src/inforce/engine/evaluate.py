"""The reference evaluator: runs a circuit event by event and keeps every signal.

It visits only the days on which something can change: input changes, firing timers, and the day after a change
while some event may still be happening. On each, nodes are evaluated in order, and only those of which an input
changed. What each kind of node means stands in ``states`` and ``events``.
"""

from collections.abc import Callable, Mapping, Sequence

from inforce.engine import events, states
from inforce.engine.circuit import EVENT_KINDS, LASTING, NONE, TODAY, Circuit, Kind
from inforce.engine.run import BEFORE_ALL, Run
from inforce.engine.signals import Change
from inforce.temporal import Day

_STATES: dict[Kind, Callable[[Run, int], int]] = {
    Kind.STATE_INPUT: states.state_input,
    Kind.CONSTANT: states.constant,
    Kind.NOT: states.negation,
    Kind.AND: states.conjunction,
    Kind.OR: states.disjunction,
    Kind.COUNT: states.count,
    Kind.PICK: states.pick,
    Kind.CHAIN: states.chain,
    Kind.LATCH: states.latch,
}
_EVENTS: dict[Kind, Callable[[Run, int], int]] = {
    Kind.EVENT_INPUT: events.event_input,
    Kind.ANY: events.any_of,
    Kind.GATE: events.gate,
    Kind.ACT: events.act,
    Kind.RISE: events.rise,
    Kind.TIMER: events.timer,
    Kind.TERM: events.term,
}
_MEANINGS: tuple[Callable[[Run, int], int], ...] = tuple((_STATES | _EVENTS)[kind] for kind in Kind)


def run_circuit(
    circuit: Circuit, signals: Mapping[int, Sequence[Change]], secure: Mapping[int, bool] | None = None
) -> Run:
    """Run a circuit on the signals of its inputs and return every signal of every node."""
    run = Run(circuit, secure or {})
    lasting = _visit(run, (1 << len(circuit.nodes)) - 1)
    run.feed(signals)
    while run.queue:
        lasting = _visit(run, run.next_day() | lasting)
    return run


def _visit(run: Run, due: int) -> int:
    """Evaluate what is due today in order; return the events that may still happen on the following days."""
    nodes, readers, value = run.circuit.nodes, run.circuit.readers, run.value
    happening: list[int] = []
    changed = False
    while due:
        bit = due & -due
        due ^= bit
        index = bit.bit_length() - 1
        kind = nodes[index].kind
        new = _MEANINGS[kind](run, index)
        old = value[index]
        if kind in EVENT_KINDS:
            if new or old:
                if old == LASTING:
                    run.lasted_until[index] = Day(run.day - 1)
                value[index] = new
                due |= readers[index]
                if new:
                    happening.append(index)
        elif new != old:
            run.before[index] = old
            run.changed_on[index] = run.day
            value[index] = new
            run.history[index].append((run.day, new))
            due |= readers[index]
            changed = True
    return _close_of_day(run, happening, changed)


def _close_of_day(run: Run, happening: list[int], changed: bool) -> int:
    """Note what happened, let single days pass, and come back tomorrow if that may matter."""
    day, lasting = run.day, 0
    for index in happening:
        run.history[index].append((day, run.value[index]))
        first = run.settled[index]
        if first is not None:
            run.settlements.setdefault(index, []).append((day, first))
            run.settled[index] = None
        if run.value[index] == TODAY:
            run.value[index] = NONE
        else:
            lasting |= 1 << index
    if lasting and changed and day > BEFORE_ALL:
        run.wake(Day(day + 1), lasting.bit_length() - 1)
    return lasting

