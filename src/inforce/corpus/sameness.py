"""Cases of which the same is claimed: each kind is computed once."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from inforce.corpus.casework import Said
from inforce.corpus.columns import Ints

_ODD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
_SEEDS = (0x243F6A8885A308D3, 0x13198A2E03707344)


class Alike(Struct, frozen=True):
    """Cases sorted by what is claimed in them: of which kind each case is, and the claims of one case of each kind.

    The claims of ``said`` have the number of their kind for a case, and are sorted by it.
    """

    kind: Ints
    kinds: int
    said: Said


def alike(said: Said, cases: int) -> Alike:
    """Group cases by their claims: two are alike if the same is claimed in both, whatever the order.

    Claims are compared by two independent sums of 64 bits each.
    """
    said = _distinct(said)
    one, other = (_sums(said, seed, cases) for seed in _SEEDS)
    order = np.lexsort((other, one))
    differs = np.ones(cases, np.bool_)
    differs[1:] = (one[order][1:] != one[order][:-1]) | (other[order][1:] != other[order][:-1])
    kind = np.empty(cases, np.int64)
    kind[order] = np.cumsum(differs) - 1
    firsts = order[differs]
    kind_of_first = np.full(cases, -1, np.int64)
    kind_of_first[firsts] = np.arange(len(firsts))
    kept = said.at(kind_of_first[said.case] >= 0)
    kept = Said(
        kind_of_first[kept.case], kept.about, kept.first, kept.last, kept.doubtful, kept.special,
        kept.rank, kept.row, kept.propositions,
    )  # fmt: skip
    order = np.lexsort((kept.last, kept.first, kept.about, kept.case))
    return Alike(kind, len(firsts), kept.at(order))


def _distinct(said: Said) -> Said:
    """Leave out what is claimed twice in the same words: it says no more than once."""
    if not len(said.case):
        return said
    order = np.lexsort((said.special, said.rank, said.doubtful, said.last, said.first, said.about, said.case))
    said = said.at(order)
    columns = (said.case, said.about, said.first, said.last, said.doubtful, said.rank, said.special)
    differs = np.zeros(len(said.case), np.bool_)
    differs[0] = True
    for column in columns:
        differs[1:] |= column[1:] != column[:-1]
    return said.at(differs | said.special)


def _sums(said: Said, seed: int, cases: int) -> NDArray[np.uint64]:
    mixed = np.full(len(said.case), seed, np.uint64)
    columns = [said.about, said.first, said.last, said.rank, said.doubtful + 2 * said.special]
    columns.append(
        np.where(said.special, said.row + 1, 0)
    )  # what needs a closer look is alike to nothing else
    for turn, column in enumerate(columns):
        mixed = _mix(mixed + np.asarray(column).astype(np.int64).view(np.uint64) * np.uint64(_ODD[turn % 4]))
    order = np.argsort(said.case, kind="stable")
    starts = np.searchsorted(said.case[order], np.arange(cases + 1))
    total = np.concatenate((np.zeros(1, np.uint64), np.cumsum(mixed[order], dtype=np.uint64)))
    return total[starts[1:]] - total[starts[:-1]]


def _mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Mix the bits of numbers (the finaliser of SplitMix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
