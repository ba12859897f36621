"""A day on one rail: what nodes mean where nothing is open, so that certain and possible are one.

A state is ``NO`` or ``YES``, an event happens or does not, and has happened for sure. That is all that the meanings on
two rails come to then; where it is not, because a term begins or is denounced twice, the case is left to two rails.
"""

from inforce.engine.kernel.agenda import wake, wake_later
from inforce.engine.kernel.arrays import Cases, Ints
from inforce.engine.kernel.columns import (
    ACT,
    ANY,
    DAY,
    EVENT_INPUT,
    FIRST,
    GATE,
    INCOMING,
    LIST,
    LIST_END,
    MEMORY,
    NO,
    NONE,
    OPEN,
    OPENS,
    OPERATION,
    PARAMETER,
    RISE,
    SECOND,
    SURE_LAST,
    THIRD,
    TIMER,
    TODAY,
    UNSET,
    VALUE,
    VERDICT,
    WIDE,
    YES,
)
from inforce.engine.kernel.compiled import compiled, inlined
from inforce.engine.kernel.sightings import slot_of
from inforce.engine.kernel.state_nodes import yesterday
from inforce.engine.kernel.term_ends import last_between, notices_of
from inforce.engine.kernel.timer_nodes import due_day


@inlined
def is_on_one_rail(plan: Ints, cases: Cases, case: int) -> bool:
    """Whether nothing is open in a case: every signal is certain, and no other run had to be asked about an act."""
    verdicts = (
        cases.secure_at[case + 1] - cases.secure_at[case] + cases.frozen_at[case + 1] - cases.frozen_at[case]
    )
    settled = plan[OPENS] == 0 and cases.moments[case] == 1 and verdicts == 0
    at, last = cases.at[case], cases.at[case + 1]
    while settled and at < last:
        value, first = cases.signals[at, 2], cases.signals[at, 3]
        is_event = value == TODAY and first == cases.signals[at, 0]
        settled = is_event or (first == UNSET and value in (NO, YES))
        at += 1
    return settled


@inlined
def latch_value(room: Ints, on: int, off: int, at: int) -> int:
    """Hold from an event until another; ending beats beginning."""
    if off >= 0 and room[off]:
        return NO
    return YES if room[on] else room[at + VALUE]


@inlined
def happens(plan: Ints, room: Ints, row: int, at: int, node: int) -> int:
    """Return whether an event happens today."""
    operation, event, happened = plan[row + OPERATION], plan[row + FIRST], NONE
    if operation == EVENT_INPUT:
        happened = TODAY if room[at + INCOMING] == TODAY else NONE
        room[at + INCOMING] = UNSET
    elif operation == GATE:
        happened = room[event] & room[plan[row + SECOND]]
    elif operation == RISE:
        happened = room[event] & ~yesterday(room, event) & TODAY
    elif operation == ANY:
        for turn in range(plan[row + LIST], plan[row + LIST_END]):
            happened |= room[plan[turn]]
    elif operation == ACT:
        room[at + VERDICT] = yesterday(room, plan[row + SECOND])
        happened = room[event] & room[at + VERDICT]
    elif operation == TIMER:
        happened = _timer(plan, room, row, node)
    else:
        happened = _term(plan, room, row, node)
    return happened


@compiled
def _timer(plan: Ints, room: Ints, row: int, node: int) -> int:
    """Fire on the one day that is due, unless cancelled before; the slot has that day where it has an open range."""
    start, cancel, day = plan[row + FIRST], plan[row + SECOND], room[DAY]
    at = slot_of(room, plan[row + MEMORY]) + OPEN
    if room[start] and plan[row + THIRD]:
        room[at] = UNSET
    fired = room[at] == day
    if room[start] and room[at] <= day:
        room[at] = due_day(plan, room, day, plan[row + PARAMETER])
        wake_later(room, room[at], node)
        fired = fired or room[at] == day
    if room[at] <= day or (cancel >= 0 and room[cancel]):
        room[at] = UNSET
    return TODAY if fired else NONE


@compiled
def _term(plan: Ints, room: Ints, row: int, node: int) -> int:
    """End on the first end for which the one notice was in time; a second start or notice needs two rails."""
    start, notice, cancel, day = plan[row + FIRST], plan[row + SECOND], plan[row + THIRD], room[DAY]
    slot = slot_of(room, plan[row + MEMORY])
    begun, given = slot + OPEN, notices_of(room, slot) + OPEN
    if (room[start] and room[begun] != UNSET) or (room[notice] and room[given] != UNSET):
        room[WIDE] = 1
    room[begun] = day if room[start] else room[begun]
    room[given] = day if room[notice] else room[given]
    if (room[start] or room[notice]) and room[begun] != UNSET and room[given] != UNSET:
        end = last_between(plan, room[begun], room[given], room[given], plan[row + PARAMETER])
        room[slot + SURE_LAST] = end
        if end > day:
            wake(room, end, node)
    fired = room[slot + SURE_LAST] == day
    if cancel >= 0 and room[cancel]:
        room[given] = room[slot + SURE_LAST] = UNSET
    return TODAY if fired else NONE
