"""Run many cases on one plan: rooms that grow where a case needs more, rows in blocks."""

from collections.abc import Iterator

import numpy as np

from inforce.engine.kernel import columns as at
from inforce.engine.kernel.arrays import Cases, Ints
from inforce.engine.kernel.loop import run_cases
from inforce.engine.kernel.plan import Planned

_BLOCK = 1 << 14
"""So many rows at a time: memory that is small enough to be given back and taken again without asking the system."""

_CAPACITY = 16


class Batch:
    """A plan made ready: the first visit, which is the same for every case, is made once.

    ``two_rails`` runs every case on two rails, those in which nothing is open too.
    """

    def __init__(self, planned: Planned, *, two_rails: bool = False) -> None:
        self.planned = planned
        self._capacity = _CAPACITY
        self.plan = planned.plan.copy()
        room, words = self._room(), int(self.plan[at.WORDS])
        run_cases(self.plan, room, no_cases(), _rows(1), -1)
        self.plan[at.OPENS] = two_rails or self._is_open(room)
        if self._remembers(room):
            self.plan[at.BEGINS_ANEW] = 1
            return
        start, lasting = int(self.plan[at.START_AT]), int(self.plan[at.LASTING_AT])
        places, found = planned.nodes * at.PLACES, int(room[at.ROOM_LASTING_AT])
        self.plan[start : start + places] = room[at.FIRST_PLACE : at.FIRST_PLACE + places]
        self.plan[lasting : lasting + words] = room[found : found + words]

    def rows(self, cases: Cases, block: int = _BLOCK) -> Iterator[Ints]:
        """Yield the rows of all cases in blocks: case, output, since, until, value; a case is never cut."""
        room, rows, begin, count = self._room(), _rows(block), 0, len(cases.at) - 1
        while begin < count:
            room[at.ROWS] = 0
            done = run_cases(self.plan, room, cases, rows, begin)
            if room[at.ROWS]:
                yield rows[: room[at.ROWS]].copy()
            if done == begin and room[at.FULL]:
                self._capacity *= 4
                room = self._room()
            elif done == begin:
                rows = _rows(len(rows) * 4)
            begin = done

    def _is_open(self, room: Ints) -> bool:
        """Whether something is open before any signal comes, so that no case is on one rail."""
        found = room[at.FIRST_PLACE :][: self.planned.nodes * at.PLACES].reshape(-1, at.PLACES)
        rows = self.plan[at.FIRST_NODE :][: self.planned.nodes * at.NODE_COLUMNS].reshape(-1, at.NODE_COLUMNS)
        kinds, values = rows[:, at.OPERATION], found[:, at.VALUE]
        is_chain, is_event = kinds == at.CHAIN, kinds >= at.FIRST_EVENT
        open_chains = is_chain & (values & (values - 1) != 0)
        open_states = ~is_chain & ~is_event & (values == at.MAYBE)
        return bool((open_chains | open_states | (is_event & (values != at.NONE))).any()) or self._remembers(
            room
        )

    def _remembers(self, room: Ints) -> bool:
        """Whether a timer or a term remembers something of the first visit, so that every case has to make it."""
        first, size = int(room[at.MEMORY_AT]), int(room[at.MEMORY_SIZE])
        memories = room[first : first + self.planned.memories * size].reshape(-1, size)
        told_apart = memories[:, [at.RANGES, at.SETTLES]].any() or (memories[:, at.OPEN] != at.UNSET).any()
        return bool(told_apart)

    def _room(self) -> Ints:
        """Return an empty room with its parts laid out."""
        size, planned, words = self._capacity, self.planned, int(self.plan[at.WORDS])
        memory = at.RANGES_AT + 8 * size
        parts = {
            at.DUE_AT: words,
            at.ROOM_LASTING_AT: words,
            at.HAPPENED_AT: planned.nodes,
            at.OPEN_AT: len(planned.outputs),
            at.HEAP_AT: 8 * size,
            at.HEAP_END: 0,
            at.FOUND_AT: 4 * size,
            at.MEMORY_AT: planned.memories * memory,
            at.FROZEN_AT: 12 * size,
        }
        begin = at.FIRST_PLACE + planned.nodes * at.PLACES
        room = np.zeros(begin + sum(parts.values()), np.int64)
        room[at.MEMORY_SIZE], room[at.CAPACITY] = memory, size
        for part, length in parts.items():
            room[part], begin = begin, begin + length
        return room


def _rows(count: int) -> Ints:
    return np.empty((count, at.ROW_COLUMNS), np.int64)


def no_cases() -> Cases:
    """Return one case in which nothing is known."""
    none = np.zeros(2, np.int64)
    empty = [np.zeros((0, columns), np.int64) for columns in (4, 2, 3)]
    return Cases(none, empty[0], np.ones(1, np.int64), none, empty[1], none, empty[2])
