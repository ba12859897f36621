"""Terms, word for word as in ``engine.terms``; notices are remembered in the slot after that of the starts."""

from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.calendar import day_of, moment_of
from inforce.engine.kernel.columns import (
    ANY_DAY,
    DAY,
    ENDS,
    FIRST,
    FOUND,
    FOUND_AT,
    LASTING,
    MEMORY,
    NONE,
    OPEN,
    PARAMETER,
    SECOND,
    SETTLED,
    SETTLES,
    SURE_FIRST,
    SURE_LAST,
    THIRD,
    TODAY,
    UNSET,
)
from inforce.engine.kernel.compiled import compiled
from inforce.engine.kernel.sightings import ends_at, forget, see, settle, slot_of
from inforce.engine.kernel.term_ends import (
    always_ends,
    collect,
    days_in,
    has,
    last_decided,
    leave_open,
    notices_of,
    take,
)
from inforce.engine.terms import MOST_ENDS, MOST_STARTS


@compiled
def term(plan: Ints, room: Ints, row: int, at: int, node: int) -> int:
    """End the term for which a notice was in time."""
    start, notice, cancel = plan[row + FIRST], plan[row + SECOND], plan[row + THIRD]
    slot, ends, today = slot_of(room, plan[row + MEMORY]), plan[row + PARAMETER], day_of(room, room[DAY])
    notices = notices_of(room, slot)
    see(room, slot, today, room[start])
    see(room, notices, today, room[notice])
    _settle(room, slot, start, today)
    _settle(room, notices, notice, today)
    is_open = room[slot + OPEN] != UNSET or room[notices + OPEN] != UNSET
    if room[start] or room[notice] or is_open:
        _work_out(plan, room, slot, ends, node)
    fired = _fire(room, slot, at, today)
    if cancel >= 0 and room[cancel]:
        _cancel(plan, room, slot, ends, room[cancel + SETTLED], node)
    return fired


@compiled
def _settle(room: Ints, slot: int, event: int, today: int) -> None:
    first = room[event + SETTLED]
    if first != UNSET and room[slot + SETTLES] == 0:
        settle(room, slot, day_of(room, first), today)


@compiled
def _fire(room: Ints, slot: int, at: int, today: int) -> int:
    if room[slot + ANY_DAY] != UNSET:
        return LASTING if today >= room[slot + ANY_DAY] else NONE
    if room[DAY] != moment_of(room, today) or not has(room, ends_at(room, slot), room[slot + ENDS], today):
        return NONE
    if room[slot + SURE_LAST] == today:
        room[at + SETTLED] = moment_of(room, room[slot + SURE_FIRST])
    return TODAY


@compiled
def _cancel(plan: Ints, room: Ints, slot: int, ends: int, first: int, node: int) -> None:
    if room[slot + SURE_LAST] > day_of(room, room[DAY]):
        room[slot + SURE_LAST] = UNSET
    room[notices_of(room, slot) + SETTLES] = 0
    if first != UNSET:
        forget(room, notices_of(room, slot), day_of(room, first))
        room[slot + ANY_DAY] = UNSET
        _work_out(plan, room, slot, ends, node)


@compiled
def _work_out(plan: Ints, room: Ints, slot: int, ends: int, node: int) -> None:
    """Find the possible ends, and whether one of them is sure."""
    today = day_of(room, room[DAY])
    if room[slot + OPEN] != UNSET or days_in(room, slot, today) > MOST_STARTS:
        leave_open(plan, room, slot, ends, node)
        return
    collect(plan, room, slot, ends, today)
    if room[notices_of(room, slot) + OPEN] != UNSET and room[FOUND] > MOST_ENDS:
        leave_open(plan, room, slot, ends, node)
        return
    take(room, slot, today, node)
    room[slot + ANY_DAY] = UNSET
    if room[slot + SETTLES] and room[notices_of(room, slot) + SETTLES]:
        decided = last_decided(plan, room, slot, ends, today)
        if decided != UNSET and always_ends(plan, room, slot, ends, today):
            room[slot + SURE_FIRST], room[slot + SURE_LAST] = room[room[FOUND_AT]], decided
