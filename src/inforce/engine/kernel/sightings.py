"""On which days an event may have happened, and when it surely had, as ``engine.memory`` keeps it.

A *slot* is the place in the room at which the memory of one event begins.
"""

from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.columns import (
    CAPACITY,
    FULL,
    LASTING,
    MEMORY_AT,
    MEMORY_SIZE,
    OPEN,
    RANGES,
    RANGES_AT,
    SETTLES,
    UNSET,
)
from inforce.engine.kernel.compiled import compiled


@compiled
def slot_of(room: Ints, number: int) -> int:
    """Return where a memory begins."""
    return room[MEMORY_AT] + number * room[MEMORY_SIZE]


@compiled
def settles_at(room: Ints, slot: int) -> int:
    """Return where the pairs of a first possible day and a sure day begin."""
    return slot + RANGES_AT + 2 * room[CAPACITY]


@compiled
def ends_at(room: Ints, slot: int) -> int:
    """Return where the ends of a term begin."""
    return slot + RANGES_AT + 4 * room[CAPACITY]


@compiled
def see(room: Ints, slot: int, day: int, maybe: int) -> None:
    """Note whether the event may happen today."""
    since = room[slot + OPEN]
    if maybe == LASTING:
        if since == UNSET:
            room[slot + OPEN] = day
    elif maybe:
        _append(room, slot, day if since == UNSET else since, day)
        room[slot + OPEN] = UNSET
    elif since != UNSET:
        if since < day:
            _append(room, slot, since, day - 1)
        room[slot + OPEN] = UNSET


@compiled
def _append(room: Ints, slot: int, low: int, high: int) -> None:
    count = room[slot + RANGES]
    if count >= room[CAPACITY]:
        room[FULL] = 1
        return
    at = slot + RANGES_AT + 2 * count
    room[at], room[at + 1] = low, high
    room[slot + RANGES] = count + 1


@compiled
def settle(room: Ints, slot: int, first: int, sure: int) -> None:
    """Note that by a day it has happened surely, and its first possible day."""
    count = room[slot + SETTLES]
    if count >= room[CAPACITY]:
        room[FULL] = 1
        return
    at = settles_at(room, slot) + 2 * count
    room[at], room[at + 1] = first, sure
    room[slot + SETTLES] = count + 1


@compiled
def ranges_of(room: Ints, slot: int) -> int:
    """Return how many ranges there are, an open one among them."""
    return room[slot + RANGES] + (1 if room[slot + OPEN] != UNSET else 0)


@compiled
def low_of(room: Ints, slot: int, turn: int) -> int:
    """Return the first day of a range."""
    return room[slot + RANGES_AT + 2 * turn] if turn < room[slot + RANGES] else room[slot + OPEN]


@compiled
def high_of(room: Ints, slot: int, turn: int, today: int) -> int:
    """Return the last day of a range; an open one goes through today."""
    return room[slot + RANGES_AT + 2 * turn + 1] if turn < room[slot + RANGES] else today


@compiled
def forget(room: Ints, slot: int, last: int) -> None:
    """Forget all possible days up to and including the last."""
    first, kept = slot + RANGES_AT, 0
    for turn in range(room[slot + RANGES]):
        low, high = room[first + 2 * turn], room[first + 2 * turn + 1]
        if high > last:
            room[first + 2 * kept], room[first + 2 * kept + 1] = max(low, last + 1), high
            kept += 1
    room[slot + RANGES] = kept
    if room[slot + OPEN] != UNSET and room[slot + OPEN] <= last:
        room[slot + OPEN] = last + 1
