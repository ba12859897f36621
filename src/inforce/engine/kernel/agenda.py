"""The days to come: a heap of numbers that have the day above and the node below."""

from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.columns import DAY, FULL, HEAP, HEAP_AT, HEAP_END
from inforce.engine.kernel.compiled import compiled, inlined

NODE_BITS = 20
_NODES = (1 << NODE_BITS) - 1


@compiled
def wake(room: Ints, day: int, node: int) -> None:
    """Have a node evaluated on a coming day."""
    top, at = room[HEAP_AT], room[HEAP]
    if top + at >= room[HEAP_END]:
        room[FULL] = 1
        return
    key = (day << NODE_BITS) | node
    while at > 0:
        parent = (at - 1) >> 1
        if room[top + parent] <= key:
            break
        room[top + at] = room[top + parent]
        at = parent
    room[top + at] = key
    room[HEAP] += 1


@inlined
def wake_later(room: Ints, day: int, node: int) -> None:
    """Have a node evaluated on a day, if it is still to come."""
    if day > room[DAY]:
        wake(room, day, node)


@inlined
def next_woken(room: Ints) -> int:
    """Return the next day on which a node wakes; there is one."""
    return room[room[HEAP_AT]] >> NODE_BITS


@compiled
def take_woken(room: Ints) -> int:
    """Take the next node to wake off the agenda."""
    top, size = room[HEAP_AT], room[HEAP] - 1
    node = room[top] & _NODES
    room[HEAP] = size
    key, at = room[top + size], 0
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and room[top + child + 1] < room[top + child]:
            child += 1
        if room[top + child] >= key:
            break
        room[top + at] = room[top + child]
        at = child
    room[top + at] = key
    return node
