"""Timers, word for word as in ``engine.timers``."""

from inforce.engine.kernel.agenda import wake_later
from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.calendar import day_by_offset, day_of, moment_of
from inforce.engine.kernel.columns import (
    CANCELLED_ON,
    DAY,
    FIRST,
    LASTING,
    MEMORY,
    NONE,
    OPEN,
    PARAMETER,
    RANGES,
    RANGES_AT,
    SECOND,
    SEEN,
    SETTLED,
    SETTLES,
    THIRD,
    TODAY,
    UNSET,
)
from inforce.engine.kernel.compiled import compiled
from inforce.engine.kernel.sightings import (
    forget,
    ranges_of,
    see,
    settle,
    settles_at,
    slot_of,
)


@compiled
def timer(plan: Ints, room: Ints, row: int, at: int, node: int) -> int:
    """Fire when the span since a start has run and nothing cancelled it before."""
    start, cancel, offset = plan[row + FIRST], plan[row + SECOND], plan[row + PARAMETER]
    slot = slot_of(room, plan[row + MEMORY])
    if not room[start] and not room[slot + SEEN]:
        return NONE
    room[slot + SEEN] = 1
    if plan[row + THIRD] and room[start]:
        _cancel(plan, room, slot, offset, room[start + SETTLED])
    _begin(plan, room, slot, offset, start, node)
    fired = _fire(plan, room, slot, offset, at)
    if cancel >= 0 and room[cancel]:
        _cancel(plan, room, slot, offset, room[cancel + SETTLED])
        room[slot + CANCELLED_ON] = room[DAY]
    return fired


@compiled
def due_day(plan: Ints, room: Ints, base: int, offset: int) -> int:
    """Return the day on which a timer started on a day fires."""
    return max(base, moment_of(room, day_by_offset(plan, offset, day_of(room, base))))


@compiled
def _begin(plan: Ints, room: Ints, slot: int, offset: int, start: int, node: int) -> None:
    maybe = room[start]
    if maybe and _runs(plan, room, slot, offset):
        maybe = NONE
    known, was_open = room[slot + RANGES], room[slot + OPEN]
    first = room[start + SETTLED] if maybe else UNSET
    if first != UNSET and not _may_be_cancelled(plan, room, slot, offset, first):
        settle(room, slot, _first_running(plan, room, slot, offset, first), room[DAY])
    see(room, slot, room[DAY], maybe)
    if room[slot + OPEN] != UNSET and was_open == UNSET:
        wake_later(room, due_day(plan, room, room[slot + OPEN], offset), node)
    for turn in range(known, room[slot + RANGES]):
        first = due_day(plan, room, room[slot + RANGES_AT + 2 * turn], offset)
        last = due_day(plan, room, room[slot + RANGES_AT + 2 * turn + 1], offset)
        wake_later(room, first, node)
        if last > first:
            wake_later(room, last, node)


@compiled
def _may_be_cancelled(plan: Ints, room: Ints, slot: int, offset: int, first: int) -> bool:
    """Whether a start that may have been on a past day may have been cancelled since, before it fired."""
    last = room[slot + CANCELLED_ON]
    return last != UNSET and first <= last and due_day(plan, room, last, offset) > last


@compiled
def _runs(plan: Ints, room: Ints, slot: int, offset: int) -> bool:
    """Whether the timer is running in every resolution: a start is ignored then."""
    first, runs = settles_at(room, slot), False
    for turn in range(room[slot + SETTLES]):
        runs = runs or due_day(plan, room, room[first + 2 * turn], offset) > room[DAY]
    return runs


@compiled
def _first_running(plan: Ints, room: Ints, slot: int, offset: int, settled: int) -> int:
    first, ranges = settled, slot + RANGES_AT
    for turn in range(room[slot + RANGES]):
        if due_day(plan, room, room[ranges + 2 * turn + 1], offset) > settled:
            first = min(first, room[ranges + 2 * turn])
    return first


@compiled
def _fire(plan: Ints, room: Ints, slot: int, offset: int, at: int) -> int:
    day, maybe = room[DAY], NONE
    if not ranges_of(room, slot):
        return NONE
    first, kept = slot + RANGES_AT, 0
    for turn in range(room[slot + RANGES]):
        last = due_day(plan, room, room[first + 2 * turn + 1], offset)
        if due_day(plan, room, room[first + 2 * turn], offset) <= day <= last:
            maybe = max(maybe, TODAY if day == last else LASTING)
    if room[slot + OPEN] != UNSET and due_day(plan, room, room[slot + OPEN], offset) <= day:
        maybe = LASTING
    _settle_due(plan, room, slot, offset, at if maybe else -1)
    for turn in range(room[slot + RANGES]):
        if due_day(plan, room, room[first + 2 * turn + 1], offset) >= day:
            room[first + 2 * kept], room[first + 2 * kept + 1] = (
                room[first + 2 * turn],
                room[first + 2 * turn + 1],
            )
            kept += 1
    room[slot + RANGES] = kept
    return maybe


@compiled
def _settle_due(plan: Ints, room: Ints, slot: int, offset: int, at: int) -> None:
    """Note what is surely due by today, where it may happen today; keep what is due later."""
    first, kept, day = settles_at(room, slot), 0, room[DAY]
    for turn in range(room[slot + SETTLES]):
        since, sure = room[first + 2 * turn], room[first + 2 * turn + 1]
        due = due_day(plan, room, sure, offset)
        if due == day and at >= 0:
            room[at + SETTLED] = max(room[at + SETTLED], due_day(plan, room, since, offset))
        if due > day:
            room[first + 2 * kept], room[first + 2 * kept + 1] = since, sure
            kept += 1
    room[slot + SETTLES] = kept


@compiled
def _cancel(plan: Ints, room: Ints, slot: int, offset: int, first_cancel: int) -> None:
    first, kept = settles_at(room, slot), 0
    for turn in range(room[slot + SETTLES]):
        since, sure = room[first + 2 * turn], room[first + 2 * turn + 1]
        if due_day(plan, room, sure, offset) <= room[DAY]:
            room[first + 2 * kept], room[first + 2 * kept + 1] = since, sure
            kept += 1
    room[slot + SETTLES] = kept
    if first_cancel != UNSET:
        forget(room, slot, first_cancel)
