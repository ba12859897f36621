"""One visited day on one rail: evaluate what is due, in order, and let what happened pass."""

from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.columns import (
    BEFORE,
    CHANGED_ON,
    DAY,
    DUE_AT,
    FIRST,
    FIRST_EVENT,
    FIRST_NODE,
    FIRST_PLACE,
    HAPPENED_AT,
    LATCH,
    NEGATED,
    NODE_COLUMNS,
    NONE,
    OPERATION,
    OUTPUT,
    PLACES,
    SECOND,
    TODAY,
    UNSET,
    VALUE,
    VERDICT,
    VERDICTS,
    WORD,
    WORDS,
)
from inforce.engine.kernel.compiled import inlined
from inforce.engine.kernel.one_rail import happens, latch_value
from inforce.engine.kernel.rows import append_row, state_row
from inforce.engine.kernel.state_nodes import negated, state_value
from inforce.engine.kernel.visit import tell_readers
from inforce.engine.kernel.words import lowest_bit


@inlined
def visit_one(plan: Ints, room: Ints, rows: Ints) -> None:
    """Evaluate what is due today and what it changes; what has happened is over tomorrow."""
    happened = room[HAPPENED_AT]
    for word in range(plan[WORDS]):
        due = room[room[DUE_AT] + word]
        while due:
            node = word * WORD + lowest_bit(due)
            due &= due - 1
            row, at = FIRST_NODE + node * NODE_COLUMNS, FIRST_PLACE + node * PLACES
            is_told = False
            if plan[row + OPERATION] < FIRST_EVENT:
                is_told = _visit_state(plan, room, rows, row, at)
            elif _visit_event(plan, room, rows, row, node):
                room[happened], happened, is_told = at, happened + 1, True
            if is_told:
                due |= tell_readers(plan, room, row, word)
    for turn in range(room[HAPPENED_AT], happened):
        room[room[turn]] = NONE


@inlined
def _visit_state(plan: Ints, room: Ints, rows: Ints, row: int, at: int) -> bool:
    """Evaluate a state; return whether it has changed."""
    old = room[at + VALUE]
    if plan[row + OPERATION] == LATCH:
        new = latch_value(room, plan[row + FIRST], plan[row + SECOND], at)
    else:
        new = state_value(plan, room, row, at)
    if new == old:
        return False
    room[at + BEFORE], room[at + CHANGED_ON] = old, room[DAY]
    room[at + VALUE], room[at + NEGATED] = new, negated(new)
    if plan[row + OUTPUT] >= 0:
        state_row(room, rows, plan[row + OUTPUT], new)
    return True


@inlined
def _visit_event(plan: Ints, room: Ints, rows: Ints, row: int, node: int) -> bool:
    """Evaluate an event; return whether it happens today."""
    at, day = FIRST_PLACE + node * PLACES, room[DAY]
    room[at + VALUE] = happens(plan, room, row, at, node)
    if plan[row + VERDICTS] >= 0 and room[plan[row + FIRST]]:
        append_row(room, rows, plan[row + VERDICTS], day, UNSET, room[at + VERDICT])
    if plan[row + OUTPUT] >= 0 and room[at + VALUE]:
        append_row(room, rows, plan[row + OUTPUT], day, day, TODAY)
    return room[at + VALUE] != NONE
