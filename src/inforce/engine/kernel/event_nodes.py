"""What each kind of event means, word for word as in ``engine.events``."""

from inforce.engine.kernel.agenda import wake
from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.calendar import day_of
from inforce.engine.kernel.columns import (
    ACT,
    ANY,
    DAY,
    EVENT_INPUT,
    FIRST,
    FROZEN,
    FROZEN_AT,
    GATE,
    INCOMING,
    LASTING,
    LIST,
    LIST_END,
    MAYBE,
    NONE,
    OPERATION,
    POSSIBLE_SINCE,
    RISE,
    SECOND,
    SECURE,
    SETTLED,
    SURE,
    TIMER,
    TODAY,
    UNSET,
    VALUE,
    VERDICT,
    YES,
)
from inforce.engine.kernel.compiled import inlined
from inforce.engine.kernel.state_nodes import yesterday
from inforce.engine.kernel.term_nodes import term
from inforce.engine.kernel.timer_nodes import timer


@inlined
def event_value(plan: Ints, room: Ints, row: int, at: int, node: int) -> int:
    """Return whether an event may happen today, and note whether it surely has.

    The verdict on an act is left where its power was found: it is told with what happened.
    """
    operation, event = plan[row + OPERATION], plan[row + FIRST]
    if operation == EVENT_INPUT:
        return _event_input(room, at)
    if operation == GATE:
        return _permitted(room, at, event, room[plan[row + SECOND]])
    if operation == RISE:
        return _rise(room, at, event, node)
    if operation == ANY:
        return _any_of(plan, room, row, at)
    if operation == ACT:
        return _act(room, at, event, plan[row + SECOND], node)
    return timer(plan, room, row, at, node) if operation == TIMER else term(plan, room, row, at, node)


@inlined
def _event_input(room: Ints, at: int) -> int:
    incoming = room[at + INCOMING]
    if incoming == UNSET:
        return LASTING if room[at + VALUE] == LASTING else NONE
    room[at + INCOMING] = UNSET
    return incoming


@inlined
def _any_of(plan: Ints, room: Ints, row: int, at: int) -> int:
    maybe = NONE
    for turn in range(plan[row + LIST], plan[row + LIST_END]):
        place = plan[turn]
        maybe = max(maybe, room[place])
        room[at + SETTLED] = max(room[at + SETTLED], room[place + SETTLED])
    return maybe


@inlined
def _act(room: Ints, at: int, event: int, power: int, node: int) -> int:
    if not room[event]:
        return NONE
    held = yesterday(room, power)
    for turn in range(room[FROZEN]):
        verdict = room[FROZEN_AT] + 3 * turn
        if room[verdict] == node and room[verdict + 1] == day_of(room, room[DAY]):
            held = room[verdict + 2]
    room[at + VERDICT] = held
    maybe = _permitted(room, at, event, held)
    if room[at + SECURE] != UNSET:
        room[at + SETTLED] = room[event + SETTLED] if room[at + SECURE] and maybe else UNSET
    return maybe


@inlined
def _permitted(room: Ints, at: int, event: int, held: int) -> int:
    maybe = room[event]
    if not maybe:
        return NONE
    if held != YES:
        room[at + SURE] = 0
    first = room[event + SETTLED]
    if first != UNSET:
        if room[at + SURE]:
            room[at + SETTLED] = first
        room[at + SURE] = 1
    return maybe if held & MAYBE else NONE


@inlined
def _rise(room: Ints, at: int, state: int, node: int) -> int:
    held, before, day = room[state], yesterday(room, state), room[DAY]
    if held and not before:
        room[at + POSSIBLE_SINCE] = day
    if before == YES:
        if held == MAYBE:
            wake(room, day + 1, node)
        return NONE
    if held == YES:
        room[at + SETTLED] = room[at + POSSIBLE_SINCE]
        return TODAY
    return LASTING if held else NONE
