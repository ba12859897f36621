"""What each kind of event node means: whether it may happen today, and whether it surely has."""

from inforce.engine.circuit import LASTING, MAYBE, NONE, TODAY, YES
from inforce.engine.run import Run
from inforce.engine.terms import term
from inforce.engine.timers import timer
from inforce.temporal import Day

__all__ = ["act", "any_of", "event_input", "gate", "rise", "term", "timer"]


def event_input(run: Run, index: int) -> int:
    """Take today's changes; an event that may happen on the following days goes on until it may not."""
    maybe = LASTING if run.value[index] == LASTING else NONE
    for receiver, change in run.incoming.get(run.day, ()):
        if receiver == index:
            maybe = change.value
            if change.settled is not None:
                run.settled[index] = change.settled
    return maybe


def any_of(run: Run, index: int) -> int:
    """Happen when one of the events does; the latest first day is the tightest that is sure."""
    maybe = NONE
    for event in run.inputs[index]:
        maybe = max(maybe, run.value[event])
        first, known = run.settled[event], run.settled[index]
        if first is not None and (known is None or first > known):
            run.settled[index] = first
    return maybe


def gate(run: Run, index: int) -> int:
    """Happen as far as the state holds on the day; sure if it certainly held on every candidate day."""
    event, state = run.inputs[index]
    return _permitted(run, index, event, run.value[state])


def act(run: Run, index: int) -> int:
    """Happen as far as the power existed at the close of the day before (design, S4)."""
    event, power = run.inputs[index]
    if not run.value[event]:
        return NONE
    held = run.frozen.get((index, run.day_of(run.day)), run.yesterday(power))
    run.judged.setdefault(index, []).append((run.day, held))
    maybe = _permitted(run, index, event, held)
    secure = run.secure.get(index)
    if secure is not None:
        run.settled[index] = run.settled[event] if secure and maybe else None
    return maybe


def _permitted(run: Run, index: int, event: int, held: int) -> int:
    maybe = run.value[event]
    if not maybe:
        return NONE
    if held != YES:
        run.sure[index] = False
    first = run.settled[event]
    if first is not None:
        if run.sure[index]:
            run.settled[index] = first
        run.sure[index] = True
    return maybe if held & MAYBE else NONE


def rise(run: Run, index: int) -> int:
    """Happen when a state begins: possibly where it may hold today and was not certain yesterday.

    It surely has once the state is certain; the first possible day is the one since which it may have held.
    """
    state = run.inputs[index][0]
    now, before = run.value[state], run.yesterday(state)
    if now and not before:
        run.possible_since[index] = run.day
    if before == YES:
        if now == MAYBE:
            run.wake(Day(run.day + 1), index)  # it may have stopped and may begin again from tomorrow
        return NONE
    if now == YES:
        run.settled[index] = run.possible_since[index]
        return TODAY
    return LASTING if now else NONE
