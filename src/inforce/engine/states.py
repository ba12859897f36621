"""What each kind of state node means: its value today, from the values of its inputs today."""

from inforce.engine.circuit import MAYBE, NO, YES
from inforce.engine.run import Run

_NEGATED = (YES, MAYBE, MAYBE, NO)


def state_input(run: Run, index: int) -> int:
    """Take today's change, if there is one."""
    value = run.value[index]
    for receiver, change in run.incoming.get(run.day, ()):
        if receiver == index:
            value = change.value
    return value


def constant(run: Run, index: int) -> int:
    """Always the same."""
    return run.circuit.nodes[index].value


def negation(run: Run, index: int) -> int:
    """Certain where the state is impossible, possible where it is not certain."""
    return _NEGATED[run.value[run.inputs[index][0]]]


def conjunction(run: Run, index: int) -> int:
    """Certain where all are, possible where all are."""
    value, result = run.value, YES
    for state in run.inputs[index]:
        result &= value[state]
    return result


def disjunction(run: Run, index: int) -> int:
    """Certain where one is, possible where one is."""
    value, result = run.value, NO
    for state in run.inputs[index]:
        result |= value[state]
    return result


def count(run: Run, index: int) -> int:
    """Reached where the certain weights, or at least the possible ones, come up to the threshold."""
    node = run.circuit.nodes[index]
    if node.weights.count(1.0) == len(node.weights):
        values = [run.value[state] for state in node.inputs]
        return _reached(float(values.count(YES)), float(len(values) - values.count(NO)), node.threshold)
    certain = possible = 0.0
    for state, weight in zip(node.inputs, node.weights, strict=True):
        value = run.value[state]
        certain += weight if value == YES else 0.0
        possible += weight if value else 0.0
    return _reached(certain, possible, node.threshold)


def _reached(certain: float, possible: float, threshold: float) -> int:
    return YES if certain >= threshold else MAYBE if possible >= threshold else NO


def chain(run: Run, index: int) -> int:
    """Return the statuses that may hold, as bits in the order of priority.

    The first condition that holds decides: nothing after a certain one is possible. The last status holds where no
    other does.
    """
    value, mask, bit = run.value, 0, 1
    for state in run.inputs[index]:
        held = value[state]
        if held:
            mask |= bit
            if held == YES:
                break
        bit <<= 1
    return mask or bit >> 1


def pick(run: Run, index: int) -> int:
    """Whether a chain has one of some statuses."""
    node = run.circuit.nodes[index]
    statuses = run.value[node.inputs[0]]
    if not statuses & node.mask:
        return NO
    return MAYBE if statuses & ~node.mask else YES


def latch(run: Run, index: int) -> int:
    """Hold from an event until another; ending beats beginning (design, S3).

    Certain rises when the beginning is sure and no end was possible since its first day, and falls when an end is
    possible. Possible rises when a beginning is, and falls when an end is sure that no beginning may have followed.
    """
    on, off = run.inputs[index]
    day, maybe, last_on, last_off = run.day, run.value, run.last_on, run.last_off
    last_on[index] = max(last_on[index], run.lasted_until[on])
    if maybe[on]:
        last_on[index] = day
    certain, possible = maybe[index] & 2, maybe[index] & 1
    first_end = None
    if off >= 0:
        last_off[index] = max(last_off[index], run.lasted_until[off])
        if maybe[off]:
            last_off[index], certain, first_end = day, 0, run.settled[off]
    first = run.settled[on]
    if first is not None and last_off[index] < first:
        certain = 2
    if maybe[on]:
        possible = 1
    if first_end is not None and last_on[index] <= first_end:
        possible = 0
    return YES if certain else possible
