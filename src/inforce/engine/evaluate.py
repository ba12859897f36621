"""The reference evaluator: runs a circuit event by event and keeps every signal.

It visits only the days on which something can change: input changes, firing timers, and the day after a change
while some event may still be happening. On each, nodes are evaluated in order, and only those of which an input
changed. What each kind of node means stands in ``states`` and ``events``.
"""

from collections.abc import Callable, Mapping, Sequence

from inforce.engine import events, states
from inforce.engine.circuit import EVENT_KINDS, LASTING, NONE, TODAY, Circuit, Kind
from inforce.engine.moments import in_moments, tell_in_days
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
_MEANINGS: dict[Kind, Callable[[Run, int], int]] = _STATES | _EVENTS


class Evaluator:
    """A circuit made ready to run on the signals of any case.

    The first visit, on which every node is evaluated before anything can happen, is the same in every case: it is
    made once, and each run goes on from there.
    """

    def __init__(self, circuit: Circuit) -> None:
        self.circuit = circuit
        self._meanings = [_MEANINGS[node.kind] for node in circuit.nodes]
        self._is_event = [node.kind in EVENT_KINDS for node in circuit.nodes]
        self._every = (1 << len(circuit.nodes)) - 1
        self._start = Run(circuit, {})
        self._lasting = self._visit(self._start, self._every)

    def run(
        self,
        signals: Mapping[int, Sequence[Change]],
        secure: Mapping[int, bool] | None = None,
        frozen: Mapping[tuple[int, Day], int] | None = None,
        turns: Mapping[int, int] | None = None,
    ) -> Run:
        """Run the circuit and return every signal of every node.

        ``turns`` has, for the inputs of acts that the record orders within a day, their turn in it.
        """
        moments = max(turns.values()) + 1 if turns else 1
        run, lasting = self._begun(secure or {}, frozen or {}, moments)
        run.feed(in_moments(signals, turns, run.moments) if turns else signals)
        while run.queue:
            lasting = self._visit(run, run.next_day() | lasting)
        if turns:
            tell_in_days(run)
        return run

    def _begun(
        self, secure: Mapping[int, bool], frozen: Mapping[tuple[int, Day], int], moments: int
    ) -> tuple[Run, int]:
        """Return a run after its first visit; made anew where timers or terms remember something of it."""
        if not self._start.remembers:
            run = self._start.begun(secure, frozen)
            run.moments = moments
            return run, self._lasting
        run = Run(self.circuit, secure)
        run.frozen, run.moments = frozen, moments
        return run, self._visit(run, self._every)

    def _visit(self, run: Run, due: int) -> int:
        """Evaluate what is due today in order; return the events that may still happen on the following days."""
        meanings, is_event, readers, value = self._meanings, self._is_event, self.circuit.readers, run.value
        happening: list[int] = []
        changed = False
        while due:
            bit = due & -due
            due ^= bit
            index = bit.bit_length() - 1
            old = value[index]
            new = meanings[index](run, index)
            if is_event[index]:
                if old == LASTING:
                    run.lasted_until[index] = Day(run.day - 1)
                if new or old:
                    due |= readers[index]
                    value[index] = new
                if new:
                    happening.append(index)
            elif new != old:
                run.before[index] = old
                run.changed_on[index] = run.day
                value[index] = new
                run.history[index].append((run.day, new))
                due |= readers[index]
                changed = True
        return _close_of_day(run, happening, changed) if happening else 0


def _close_of_day(run: Run, happening: list[int], changed: bool) -> int:
    """Note what happened, let single days pass, and come back tomorrow if that may matter.

    What may still happen tomorrow may do then what it could not do today: because a state has changed, or because
    what happened today alone stood in its way.
    """
    day, lasting, value, settled, history = run.day, 0, run.value, run.settled, run.history
    for index in happening:
        maybe, first = value[index], settled[index]
        history[index].append((day, maybe))
        if first is not None:
            run.settlements.setdefault(index, []).append((day, first))
            settled[index] = None
        if maybe == TODAY:
            value[index] = NONE
            changed = True
        else:
            lasting |= 1 << index
    if lasting and changed and day > BEFORE_ALL:
        run.wake(Day(day + 1), lasting.bit_length() - 1)
    return lasting
