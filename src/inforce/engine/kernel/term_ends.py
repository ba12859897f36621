"""The set of ends of a term over all candidate starts and notices, as ``engine.terms`` finds it."""

from inforce.engine.kernel.agenda import wake_later
from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.calendar import day_after, day_by_offset, moment_of
from inforce.engine.kernel.columns import (
    ANY_DAY,
    BEGINNING,
    CAPACITY,
    ENDS,
    FOUND,
    FOUND_AT,
    FULL,
    LATEST,
    LENGTH,
    MEMORY_SIZE,
    PERIOD,
    RENEWED,
    SURE_LAST,
    UNSET,
)
from inforce.engine.kernel.compiled import compiled
from inforce.engine.kernel.sightings import ends_at, high_of, low_of, ranges_of, settles_at
from inforce.engine.terms import MOST_PERIODS


@compiled
def notices_of(room: Ints, slot: int) -> int:
    """Return where the memory of the notices begins, after that of the starts."""
    return slot + room[MEMORY_SIZE]


@compiled
def collect(plan: Ints, room: Ints, slot: int, ends: int, today: int) -> None:
    """Find the ends for every candidate start and notice, in order and each once."""
    notices = notices_of(room, slot)
    room[FOUND] = 0
    for at in range(ranges_of(room, slot)):
        for start in range(low_of(room, slot, at), high_of(room, slot, at, today) + 1):
            for turn in range(ranges_of(room, notices)):
                first, last = low_of(room, notices, turn), high_of(room, notices, turn, today)
                _ends_between(plan, room, start, first, last, ends)


@compiled
def _ends_between(plan: Ints, room: Ints, start: int, first: int, last: int, ends: int) -> None:
    for turn in range(MOST_PERIODS):
        end = end_of_turn(plan, start, turn, ends)
        in_time = day_by_offset(plan, plan[ends + LATEST], end)
        if in_time >= first:
            _insert(room, end)
        if in_time >= last or not plan[ends + RENEWED] or end <= BEGINNING:
            return


@compiled
def _insert(room: Ints, day: int) -> None:
    """Put a day in its place among the days found, unless it is there."""
    first, count = room[FOUND_AT], room[FOUND]
    at = first + count
    while at > first and room[at - 1] > day:
        at -= 1
    if at > first and room[at - 1] == day:
        return
    if count >= 4 * room[CAPACITY]:
        room[FULL] = 1
        return
    for place in range(first + count, at, -1):
        room[place] = room[place - 1]
    room[at] = day
    room[FOUND] = count + 1


@compiled
def last_decided(plan: Ints, room: Ints, slot: int, ends: int, today: int) -> int:
    """Return the last end that a notice may bring by the day on which one was sure; UNSET if there is none."""
    notices = notices_of(room, slot)
    decided, sure_by = UNSET, room[settles_at(room, notices) + 1]
    for at in range(ranges_of(room, slot)):
        for start in range(low_of(room, slot, at), high_of(room, slot, at, today) + 1):
            for turn in range(ranges_of(room, notices)):
                first = low_of(room, notices, turn)
                last = min(high_of(room, notices, turn, today), sure_by)
                if first <= sure_by:
                    decided = max(decided, last_between(plan, start, first, last, ends))
    return decided


@compiled
def last_between(plan: Ints, start: int, first: int, last: int, ends: int) -> int:
    """Return the last end that a notice of some days may bring, for one start; UNSET if there is none."""
    found = UNSET
    for turn in range(MOST_PERIODS):
        end = end_of_turn(plan, start, turn, ends)
        in_time = day_by_offset(plan, plan[ends + LATEST], end)
        if in_time >= first:
            found = max(found, end)
        if in_time >= last or not plan[ends + RENEWED] or end <= BEGINNING:
            break
    return found


@compiled
def always_ends(plan: Ints, room: Ints, slot: int, ends: int, today: int) -> bool:
    """Whether every candidate notice is in time for some end."""
    if plan[ends + RENEWED]:
        return True
    notices = notices_of(room, slot)
    last_notice, first_start = high_of(room, notices, 0, today), low_of(room, slot, 0)
    for turn in range(ranges_of(room, notices)):
        last_notice = max(last_notice, high_of(room, notices, turn, today))
    for turn in range(ranges_of(room, slot)):
        first_start = min(first_start, low_of(room, slot, turn))
    end = end_of_turn(plan, first_start, 0, ends)
    return day_by_offset(plan, plan[ends + LATEST], end) >= last_notice


@compiled
def take(room: Ints, slot: int, today: int, node: int) -> None:
    """Keep the ends still to come, and be awake on those that are new."""
    found, ends, kept = room[FOUND_AT], ends_at(room, slot), 0
    for at in range(found, found + room[FOUND]):
        if not has(room, ends, room[slot + ENDS], room[at]):
            wake_later(room, moment_of(room, room[at]), node)
    for at in range(found, found + room[FOUND]):
        if room[at] >= today:
            room[ends + kept] = room[at]
            kept += 1
    room[slot + ENDS] = kept


@compiled
def has(room: Ints, first: int, count: int, day: int) -> bool:
    """Whether a day is among so many, which are in order."""
    low, high = first, first + count
    while low < high:
        middle = (low + high) // 2
        if room[middle] < day:
            low = middle + 1
        else:
            high = middle
    return low < first + count and room[low] == day


@compiled
def days_in(room: Ints, slot: int, today: int) -> int:
    """Return how many candidate days there are."""
    days = 0
    for turn in range(ranges_of(room, slot)):
        days += high_of(room, slot, turn, today) - low_of(room, slot, turn) + 1
    return days


@compiled
def leave_open(plan: Ints, room: Ints, slot: int, ends: int, node: int) -> None:
    """Let any day from the first possible end on be one."""
    notices = notices_of(room, slot)
    if not ranges_of(room, slot) or not ranges_of(room, notices):
        return
    first = max(end_of_turn(plan, low_of(room, slot, 0), 0, ends), low_of(room, notices, 0))
    room[slot + ENDS], room[slot + SURE_LAST] = 0, UNSET
    room[slot + ANY_DAY] = first
    wake_later(room, moment_of(room, first), node)


@compiled
def end_of_turn(plan: Ints, start: int, turn: int, ends: int) -> int:
    """Return the end of the term and so many periods, counted at once from the start."""
    return day_after(
        start,
        plan[ends + LENGTH] + turn * plan[ends + PERIOD],
        plan[ends + LENGTH + 1] + turn * plan[ends + PERIOD + 1],
        plan[ends + LENGTH + 2] + turn * plan[ends + PERIOD + 2],
    )
