"""What each kind of state means, word for word as in ``engine.states``."""

import numpy as np

from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.columns import (
    AND,
    BEFORE,
    BEFORE_ALL,
    CHAIN,
    CHANGED_ON,
    COUNT,
    DAY,
    FIRST,
    INCOMING,
    LAST_OFF,
    LAST_ON,
    LASTED_UNTIL,
    LATCH,
    LIST,
    LIST_END,
    MAYBE,
    NEGATED,
    NO,
    OPERATION,
    OR,
    PARAMETER,
    PICK,
    PLACES,
    SECOND,
    SETTLED,
    STATE_INPUT,
    UNSET,
    VALUE,
    YES,
)
from inforce.engine.kernel.compiled import compiled, inlined


@inlined
def negated(value: int) -> int:
    """Return the value of the negation: the rails change places and sides."""
    return (~value & 1) << 1 | (~value >> 1 & 1)


@inlined
def yesterday(room: Ints, place: int) -> int:
    """Return what stood at a place at the close of the day before; before the first visit nothing did."""
    at = place & ~(PLACES - 1)
    if room[DAY] == BEFORE_ALL:
        return NO
    if room[at + CHANGED_ON] != room[DAY]:
        return room[place]
    return negated(room[at + BEFORE]) if place - at == NEGATED else room[at + BEFORE]


@inlined
def state_value(plan: Ints, room: Ints, row: int, at: int) -> int:
    """Return the value of a state today, from the values of its inputs today."""
    operation, value = plan[row + OPERATION], plan[row + PARAMETER]
    if operation == LATCH:
        value = _latch(room, plan[row + FIRST], plan[row + SECOND], at)
    elif operation == AND:
        value = _all_of(plan, room, row)
    elif operation == OR:
        value = _one_of(plan, room, row)
    elif operation == CHAIN:
        value = _chain(plan, room, row)
    elif operation == STATE_INPUT:
        value = room[at + INCOMING]
    elif operation == PICK:
        value = _pick(room[plan[row + FIRST]], plan[row + PARAMETER])
    elif operation == COUNT:
        value = _count(plan, room, row)
    return value


@inlined
def _all_of(plan: Ints, room: Ints, row: int) -> int:
    result = YES
    for turn in range(plan[row + LIST], plan[row + LIST_END]):
        result &= room[plan[turn]]
    return result


@inlined
def _one_of(plan: Ints, room: Ints, row: int) -> int:
    result = NO
    for turn in range(plan[row + LIST], plan[row + LIST_END]):
        result |= room[plan[turn]]
    return result


@compiled
def _count(plan: Ints, room: Ints, row: int) -> int:
    certain = possible = 0.0
    for turn in range(plan[row + LIST], plan[row + LIST_END], 2):
        value, weight = room[plan[turn]], np.int64(plan[turn + 1]).view(np.float64)
        certain += weight if value == YES else 0.0
        possible += weight if value else 0.0
    threshold = np.int64(plan[row + PARAMETER]).view(np.float64)
    return YES if certain >= threshold else MAYBE if possible >= threshold else NO


@inlined
def _chain(plan: Ints, room: Ints, row: int) -> int:
    """Go along the terms: each is a bit, where its places end, and the places that must hold together."""
    mask, at, end = 0, plan[row + LIST], plan[row + LIST_END]
    while at < end:
        held, last = YES, plan[at + 1]
        for turn in range(at + 2, last):
            held &= room[plan[turn]]
        if held:
            mask |= plan[at]
            if held == YES:
                return mask
        at = last
    return mask or plan[row + PARAMETER]


@inlined
def _pick(statuses: int, mask: int) -> int:
    if not statuses & mask:
        return NO
    return MAYBE if statuses & ~mask else YES


@inlined
def _latch(room: Ints, on: int, off: int, at: int) -> int:
    day = room[DAY]
    room[at + LAST_ON] = max(room[at + LAST_ON], room[on + LASTED_UNTIL])
    if room[on]:
        room[at + LAST_ON] = day
    certain, possible, first_end = room[at + VALUE] & 2, room[at + VALUE] & 1, UNSET
    if off >= 0:
        room[at + LAST_OFF] = max(room[at + LAST_OFF], room[off + LASTED_UNTIL])
        if room[off]:
            room[at + LAST_OFF], certain, first_end = day, 0, room[off + SETTLED]
    first = room[on + SETTLED]
    if first != UNSET and room[at + LAST_OFF] < first:
        certain = 2
    if room[on]:
        possible = 1
    if first_end != UNSET and room[at + LAST_ON] <= first_end:
        possible = 0
    return YES if certain else possible
