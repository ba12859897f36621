"""One visited day: evaluate what is due, in order, and close the day, as ``engine.evaluate`` does."""

from inforce.engine.kernel.agenda import wake
from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.columns import (
    BEFORE,
    BEFORE_ALL,
    CHANGED,
    CHANGED_ON,
    DAY,
    DUE_AT,
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
    WORD,
    WORDS,
)
from inforce.engine.kernel.compiled import compiled
from inforce.engine.kernel.event_nodes import event_value
from inforce.engine.kernel.rows import event_row, state_row
from inforce.engine.kernel.state_nodes import negated, state_value

_DE_BRUIJN = 0x03F79D71B4CB0A89
_PLACE_OF = (
    (0, 1, 48, 2, 57, 49, 28, 3, 61, 58, 50, 42, 38, 29, 17, 4)
    + (62, 55, 59, 36, 53, 51, 43, 22, 45, 39, 33, 30, 24, 18, 12, 5)
    + (63, 47, 56, 27, 60, 41, 37, 16, 54, 35, 52, 21, 44, 32, 23, 11)
    + (46, 26, 40, 15, 34, 20, 31, 10, 25, 14, 19, 9, 13, 8, 7, 6)
)


@compiled
def lowest_bit(word: int) -> int:
    """Return the place of the lowest bit of a word that is not zero."""
    return _PLACE_OF[((word & -word) * _DE_BRUIJN) >> 58 & 63]


@compiled
def visit(plan: Ints, room: Ints, rows: Ints) -> None:
    """Evaluate what is due today and what it changes; then close the day."""
    due, happened = room[DUE_AT], room[HAPPENED_AT]
    room[CHANGED] = 0
    for word in range(plan[WORDS]):
        while room[due + word]:
            node = word * WORD + lowest_bit(room[due + word])
            room[due + word] &= room[due + word] - 1
            row, at = FIRST_NODE + node * NODE_COLUMNS, FIRST_PLACE + node * PLACES
            if plan[row + OPERATION] < FIRST_EVENT:
                _visit_state(plan, room, rows, row, at)
            elif _visit_event(plan, room, row, at, node):
                room[happened] = node
                happened += 1
    _close_of_day(plan, room, rows, happened)


@compiled
def _visit_state(plan: Ints, room: Ints, rows: Ints, row: int, at: int) -> None:
    old, new = room[at + VALUE], state_value(plan, room, row, at)
    if new != old:
        room[at + BEFORE], room[at + CHANGED_ON] = old, room[DAY]
        room[at + VALUE], room[at + NEGATED] = new, negated(new)
        _tell_readers(plan, room, row)
        room[CHANGED] = 1
        if plan[row + OUTPUT] >= 0:
            state_row(room, rows, plan[row + OUTPUT], new)


@compiled
def _visit_event(plan: Ints, room: Ints, row: int, at: int, node: int) -> bool:
    old, new = room[at + VALUE], event_value(plan, room, row, at, node)
    if old == LASTING:
        room[at + LASTED_UNTIL] = room[DAY] - 1
    if new or old:
        room[at + VALUE] = new
        _tell_readers(plan, room, row)
    return new != NONE


@compiled
def _tell_readers(plan: Ints, room: Ints, row: int) -> None:
    due = room[DUE_AT]
    for pair in range(plan[row + READERS], plan[row + READERS_END], 2):
        room[due + plan[pair]] |= plan[pair + 1]


@compiled
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
            room[at + VALUE] = NONE
        else:
            room[lasting + node // WORD] |= 1 << (node % WORD)
            highest = node
    if highest >= 0 and room[CHANGED] and room[DAY] > BEFORE_ALL:
        wake(room, room[DAY] + 1, highest)
