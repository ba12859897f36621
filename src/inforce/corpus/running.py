"""Many cases on one circuit in the kernel, and the rows of their ways joined (design, S10 and S15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from inforce.corpus.circuits import Shape
from inforce.corpus.columns import Ints
from inforce.corpus.splitting import Split
from inforce.temporal import FOREVER

if TYPE_CHECKING:
    from inforce.engine.kernel.arrays import Cases

CERTAINTIES = ("certain", "disputed", "uncertain", "unknown")


class Rows(Struct, frozen=True):
    """Rows of kinds of cases: of which kind and output, from which day until which, the statuses as bits.

    ``certainty`` is a position in ``CERTAINTIES``.
    """

    kind: Ints
    output: Ints
    since: Ints
    until: Ints
    bits: Ints
    certainty: Ints

    def at(self, keep: NDArray[np.bool_] | Ints) -> Rows:
        """Return some of the rows."""
        return Rows(*(getattr(self, name)[keep] for name in self.__struct_fields__))


def rows_in_kernel(shape: Shape, split: Split) -> Rows:
    """Run every way of every kind; join the ways of each kind to rows."""
    from inforce.engine.kernel import columns as at
    from inforce.engine.kernel.batch import Batch
    from inforce.engine.kernel.plan import plan_from_circuit

    nodes = tuple(dict.fromkeys(shape.outputs))  # what two questions share is run once
    planned = plan_from_circuit(shape.circuit, nodes)
    cases = _cases(shape, split, planned.node_of)
    blocks = list(Batch(planned).rows(cases))
    every = np.concatenate(blocks) if blocks else np.zeros((0, at.ROW_COLUMNS), np.int64)
    columns = (every[:, at.ROW_CASE], every[:, at.ROW_OUTPUT], every[:, at.ROW_SINCE], every[:, at.ROW_VALUE])
    return _of_every_output(_joined(split, len(nodes), *columns), [nodes.index(one) for one in shape.outputs])


def _of_every_output(rows: Rows, shared: list[int]) -> Rows:
    """Give each output the rows of the node that it shares with others."""
    if shared == list(range(len(shared))):
        return rows
    each = [rows.at(rows.output == node) for node in shared]
    found = Rows(*(np.concatenate([getattr(one, name) for one in each]) for name in Rows.__struct_fields__))
    turns = np.repeat(np.arange(len(shared)), [len(one.kind) for one in each])
    return Rows(found.kind, turns, found.since, found.until, found.bits, found.certainty)


def _cases(shape: Shape, split: Split, node_of: dict[int, int]) -> Cases:
    """Return the signals of all ways as the kernel takes them: a thing happens on its day, surely."""
    from inforce.engine.circuit import TODAY
    from inforce.engine.kernel.arrays import Cases

    count = int(split.first[-1])
    nodes = np.array([-1 if one is None else node_of.get(one, -1) for one in shape.inputs], np.int64)
    heard = nodes[split.about] >= 0
    way, day, node = split.way[heard], split.day[heard], nodes[split.about[heard]]
    order = np.lexsort((node, day, way))
    way, day, node = way[order], day[order], node[order]
    signals = np.stack((day, node, np.full(len(day), TODAY, np.int64), day), axis=1)
    none = np.zeros(count + 1, np.int64)
    begins = np.searchsorted(way, np.arange(count + 1)).astype(np.int64)
    empty = [np.zeros((0, columns), np.int64) for columns in (2, 3)]
    return Cases(
        begins, np.ascontiguousarray(signals), np.ones(count, np.int64), none, empty[0], none, empty[1]
    )


def _joined(split: Split, outputs: int, way: Ints, output: Ints, since: Ints, value: Ints) -> Rows:
    """Join ways: possible on a day is what is possible in one of them."""
    kind = np.searchsorted(split.first, way, side="right") - 1
    many = np.diff(split.first)[kind] > 1
    alone = _alone(kind[~many], output[~many], since[~many], value[~many])
    together = _together(split, outputs, way[many], output[many], since[many], value[many])
    found = Rows(
        *(np.concatenate((getattr(alone, name), getattr(together, name))) for name in Rows.__struct_fields__)
    )
    found = _merged(found.at(np.lexsort((found.since, found.output, found.kind))))
    return Rows(split.kinds[found.kind], found.output, found.since, found.until, found.bits, found.certainty)


def _alone(kind: Ints, output: Ints, since: Ints, value: Ints) -> Rows:
    return Rows(kind, output, since, since, value, _open_certainty(value))


def _open_certainty(bits: Ints) -> Ints:
    """Where only one status is possible it is certain, else uncertain: no voices differ."""
    return np.where(bits & (bits - 1) == 0, CERTAINTIES.index("certain"), CERTAINTIES.index("uncertain"))


def _together(split: Split, outputs: int, way: Ints, output: Ints, since: Ints, value: Ints) -> Rows:
    """Look up, on each day on which something changes in a way of a kind, what holds in each of its ways."""
    every, turn = np.unique(since, return_inverse=True)
    key = (way * outputs + output) * len(every) + turn.ravel()
    order = np.argsort(key, kind="stable")
    key, value = key[order], value[order]
    kind = np.searchsorted(split.first, way, side="right") - 1
    days = np.unique(np.stack((kind, output, turn.ravel()), axis=1), axis=0)
    ways = np.diff(split.first)[days[:, 0]]
    cell = np.repeat(np.arange(len(days)), ways)
    its_way = split.first[days[cell, 0]] + np.arange(len(cell)) - np.repeat(np.cumsum(ways) - ways, ways)
    asked = (its_way * outputs + days[cell, 1]) * len(every) + days[cell, 2]
    holds = value[np.searchsorted(key, asked, side="right") - 1] if len(key) else value
    bits = _either(holds, cell, len(days))
    certainty = _certainties(bits, holds, cell, split.side[its_way])
    since = every[days[:, 2]]
    return Rows(days[:, 0], days[:, 1], since, since, bits, certainty)


def _either(bits: Ints, group: Ints, groups: int) -> Ints:
    """Return the bits that any of a group has; the groups are in order."""
    if not groups:
        return np.zeros(0, np.int64)
    return np.bitwise_or.reduceat(bits, np.searchsorted(group, np.arange(groups)))


def _certainties(bits: Ints, holds: Ints, cell: Ints, side: Ints) -> Ints:
    """Say why a value is open: disputed where it differs between sides, whatever is in doubt on each."""
    if not len(bits):
        return np.zeros(0, np.int64)
    order = np.lexsort((side, cell))
    cell, side, holds = cell[order], side[order], holds[order]
    starts = np.flatnonzero(np.append(True, (cell[1:] != cell[:-1]) | (side[1:] != side[:-1])))
    of_side, of_cell = np.bitwise_or.reduceat(holds, starts), cell[starts]
    begins = np.searchsorted(of_cell, np.arange(len(bits)))
    differs = np.minimum.reduceat(of_side, begins) != np.maximum.reduceat(of_side, begins)
    found = _open_certainty(bits)
    return np.where(differs & (found != 0), CERTAINTIES.index("disputed"), found)


def _merged(rows: Rows) -> Rows:
    """Join rows of one value that touch; a row ends where the next begins."""
    if not len(rows.kind):
        return rows
    same = (rows.kind[1:] == rows.kind[:-1]) & (rows.output[1:] == rows.output[:-1])
    kept = rows.at(np.append(True, ~(same & (rows.bits[1:] == rows.bits[:-1]))))
    same = (kept.kind[1:] == kept.kind[:-1]) & (kept.output[1:] == kept.output[:-1])
    until = np.append(np.where(same, kept.since[1:], FOREVER), FOREVER)
    return Rows(kept.kind, kept.output, kept.since, until, kept.bits, kept.certainty)
