"""One visited day: evaluate what is due, in order, and close the day, as ``engine.evaluate`` does."""

from inforce.engine.kernel.agenda import wake
from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.calendar import day_of
from inforce.engine.kernel.columns import (
    BEFORE,
    BEFORE_ALL,
    CHANGED,
    CHANGED_ON,
    DAY,
    DUE_AT,
    FIRST,
    FIRST_EVENT,
    FIRST_NODE,
    FIRST_PLACE,
    HAPPENED_AT,
    LASTED_UNTIL,
    LASTING,
    NEGATED,
    NODE_COLUMNS,
    NONE,
    OPERATION,
    OUTPUT,
    PLACES,
    READERS,
    READERS_END,
    ROOM_LASTING_AT,
    SETTLED,
    TODAY,
    UNSET,
    VALUE,
    VERDICT,
    VERDICTS,
    WORD,
    WORDS,
)
from inforce.engine.kernel.compiled import inlined
from inforce.engine.kernel.event_nodes import event_value
from inforce.engine.kernel.rows import append_row, event_row, state_row
from inforce.engine.kernel.state_nodes import negated, state_value
from inforce.engine.kernel.words import bit_of, lowest_bit, word_of


@inlined
def visit(plan: Ints, room: Ints, rows: Ints) -> None:
    """Evaluate what is due today and what it changes; then close the day."""
    happened = room[HAPPENED_AT]
    room[CHANGED] = 0
    for word in range(plan[WORDS]):
        due = room[room[DUE_AT] + word]
        while due:
            node = word * WORD + lowest_bit(due)
            due &= due - 1
            row, at = FIRST_NODE + node * NODE_COLUMNS, FIRST_PLACE + node * PLACES
            if plan[row + OPERATION] < FIRST_EVENT:
                is_told = _visit_state(plan, room, rows, row, at)
            else:
                is_told = room[at + VALUE] != NONE
                if _visit_event(plan, room, rows, row, node):
                    room[happened], happened, is_told = node, happened + 1, True
            if is_told:
                due |= tell_readers(plan, room, row, word)
    _close_of_day(plan, room, rows, happened)


@inlined
def _visit_state(plan: Ints, room: Ints, rows: Ints, row: int, at: int) -> bool:
    """Evaluate a state; return whether it has changed."""
    old, new = room[at + VALUE], state_value(plan, room, row, at)
    if new == old:
        return False
    room[at + BEFORE], room[at + CHANGED_ON] = old, room[DAY]
    room[at + VALUE], room[at + NEGATED] = new, negated(new)
    room[CHANGED] = 1
    if plan[row + OUTPUT] >= 0:
        state_row(room, rows, plan[row + OUTPUT], new)
    return True


@inlined
def _visit_event(plan: Ints, room: Ints, rows: Ints, row: int, node: int) -> bool:
    """Evaluate an event; return whether it may happen today."""
    at = FIRST_PLACE + node * PLACES
    old, new = room[at + VALUE], event_value(plan, room, row, at, node)
    if plan[row + VERDICTS] >= 0 and room[plan[row + FIRST]]:
        append_row(room, rows, plan[row + VERDICTS], day_of(room, room[DAY]), UNSET, room[at + VERDICT])
    if old == LASTING:
        room[at + LASTED_UNTIL] = room[DAY] - 1
    room[at + VALUE] = new
    return new != NONE


@inlined
def tell_readers(plan: Ints, room: Ints, row: int, word: int) -> int:
    """Return the readers in this word, and have those in later words evaluated."""
    here = 0
    for pair in range(plan[row + READERS], plan[row + READERS_END], 2):
        if plan[pair] == word:
            here |= plan[pair + 1]
        else:
            room[room[DUE_AT] + plan[pair]] |= plan[pair + 1]
    return here


@inlined
def _close_of_day(plan: Ints, room: Ints, rows: Ints, end: int) -> None:
    """Note what happened, let single days pass, and come back tomorrow if that may matter."""
    lasting, highest = room[ROOM_LASTING_AT], -1
    for word in range(plan[WORDS]):
        room[lasting + word] = 0
    for turn in range(room[HAPPENED_AT], end):
        node = room[turn]
        at, output = FIRST_PLACE + node * PLACES, plan[FIRST_NODE + node * NODE_COLUMNS + OUTPUT]
        if output >= 0:
            event_row(room, rows, output, at)
        room[at + SETTLED] = UNSET
        if room[at + VALUE] == TODAY:
            room[at + VALUE], room[CHANGED] = NONE, 1
        else:
            room[lasting + word_of(node)] |= bit_of(node)
            highest = node
    if highest >= 0 and room[CHANGED] and room[DAY] > BEFORE_ALL:
        wake(room, room[DAY] + 1, highest)
