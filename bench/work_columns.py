"""The oracle's work as columns: what a table of events gives the kernel, and what the peers are given too.

Each event is a number for its kind (``KINDS``) and a day; those of one treaty stand together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from random import Random
from typing import NamedTuple

import numpy as np
import workload
from engine_work import Occurred
from kernel_work import inputs_of, signal_of

from inforce.engine.circuit import Circuit
from inforce.engine.kernel.arrays import Cases, Ints
from inforce.engine.kernel.columns import UNSET
from inforce.engine.kernel.plan import Planned

KINDS = (
    *((event, party) for event in ("ratify", "finding", "terminate", "denounce") for party in "ab"),
    *((event, "-") for event in ("referendum", "trigger", "withdraw", "aid_start", "aid_stop")),
)
_NUMBER = {kind: number for number, kind in enumerate(KINDS)}


BLOCK = 4_096
"""So many treaties are run together: their events fit into the caches of a processor."""


class Columns(NamedTuple):
    """The events of many treaties: those of treaty k are the rows from ``begins[k]`` to ``begins[k + 1]``."""

    begins: Ints
    days: Ints
    kinds: Ints

    def __len__(self) -> int:
        return len(self.begins) - 1

    def part(self, first: int, last: int) -> Columns:
        """Return the treaties from the first up to the last."""
        begin, end = self.begins[first], self.begins[last]
        return Columns(self.begins[first : last + 1] - begin, self.days[begin:end], self.kinds[begin:end])

    def only(self, kinds: Sequence[int]) -> Columns:
        """Return the events of some kinds."""
        kept = np.isin(self.kinds, kinds)
        before = np.concatenate(([0], np.cumsum(kept)))
        return Columns(before[self.begins], self.days[kept], self.kinds[kept])

    def blocks(self, size: int) -> Iterator[Columns]:
        """Yield so many treaties, some at a time; those that there are as often as it takes."""
        while size > 0:
            taken = min(size, len(self))
            for first in range(0, taken, BLOCK):
                yield self.part(first, min(first + BLOCK, taken))
            size -= taken

    def events(self) -> Iterator[list[Occurred]]:
        """Yield the events of each treaty as the oracle takes them."""
        days, kinds = self.days.tolist(), self.kinds.tolist()
        for first, last in zip(self.begins[:-1].tolist(), self.begins[1:].tolist(), strict=True):
            yield [(day, *KINDS[kind]) for day, kind in zip(days[first:last], kinds[first:last], strict=True)]


def columns_from_events(events: Iterable[Sequence[Occurred]]) -> Columns:
    """Return the oracle's events as columns."""
    found = [(len(one), [(day, _NUMBER[event, party]) for day, event, party in one]) for one in events]
    begins = np.array(list(accumulate((count for count, _ in found), initial=0)), np.int64)
    flat = np.array([row for _, rows in found for row in rows], np.int64).reshape(-1, 2)
    return Columns(begins, flat[:, 0].copy(), flat[:, 1].copy())


def generated_columns(count: int) -> Columns:
    """Make up so many treaties, those of ``workload.gen``, without keeping what Python makes of them."""
    random, parameters = Random(7), workload.P("day")
    blocks = [
        columns_from_events([workload.gen_one(random, parameters) for _ in range(min(BLOCK, count - first))])
        for first in range(0, count, BLOCK)
    ]
    sizes = np.concatenate([np.diff(block.begins) for block in blocks])
    days, kinds = (np.concatenate([block[part] for block in blocks]) for part in (1, 2))
    return Columns(np.concatenate(([0], np.cumsum(sizes))), days, kinds)


class Signals:
    """What each kind of event is to a circuit: which node it reaches, and with what."""

    def __init__(self, circuit: Circuit, planned: Planned) -> None:
        inputs = inputs_of(circuit)
        found = [signal_of((0, *kind), inputs) for kind in KINDS]
        self._node = np.array([planned.node_of.get(index, -1) for index, _ in found], np.int64)
        self._value = np.array([change.value for _, change in found], np.int64)
        self._is_event = np.array([change.settled is not None for _, change in found])

    def cases(self, columns: Columns) -> Cases:
        """Return columns as the signals of as many cases."""
        days, kinds, count = columns.days, columns.kinds, len(columns)
        settled = np.where(self._is_event[kinds], days, UNSET)
        signals = np.column_stack((days, self._node[kinds], self._value[kinds], settled))
        none = np.zeros(count + 1, np.int64)
        verdicts = [np.zeros((0, width), np.int64) for width in (2, 3)]
        return Cases(columns.begins, signals, np.ones(count, np.int64), none, verdicts[0], none, verdicts[1])
