"""What binds two parties on a day: the table of intervals, laid out so that the question takes a millisecond."""

from __future__ import annotations

from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct

from inforce.corpus.columns import EPOCH, Ints
from inforce.model import TREATY_STATUSES
from inforce.temporal import BEGINNING, FOREVER, Day

_BIT = {status: 1 << turn for turn, status in enumerate(TREATY_STATUSES)}
_IN_FORCE = _BIT["in_force"]


class Tie(Struct, frozen=True):
    """How one treaty stands between two on a day, since when and until when; None where that is open."""

    treaty: str
    status: str
    possible: tuple[str, ...]
    certainty: str
    since: Day | None
    until: Day | None


class Standing:
    """Which treaty stands how for whom, party by party: made once of a table of intervals, then asked many times."""

    def __init__(self, table: pa.Table) -> None:
        """Take the rows about parties of treaties as such; clauses and instruments are left aside."""
        whole = table.filter(pc.and_(pc.is_null(table["clause"]), pc.is_null(table["instrument"])))
        whole = whole.filter(pc.is_valid(whole["bearer"]))
        (treaty, self.treaties), (party, parties), (certainty, words) = (
            _coded(whole[name]) for name in ("treaty", "bearer", "certainty")
        )
        since, until = _days(whole["since"], BEGINNING), _days(whole["until"], FOREVER)
        order = np.lexsort((since, treaty, party))
        self._treaty, self._since, self._until = treaty[order], since[order], until[order]
        self._bits = _bits(whole["possible"])[order]
        self._disputed = np.array([word == "disputed" for word in words], np.bool_)[certainty][order]
        ends = np.searchsorted(party[order], np.arange(len(parties) + 1)).tolist()
        self.rows_of = {name: (ends[turn], ends[turn + 1]) for turn, name in enumerate(parties)}

    def between(self, one: str, other: str, on: Day, *, over: bool = False) -> list[Tie]:
        """Return the treaties that may be in force between two on a day, in the order of the table.

        With ``over`` it returns every treaty that names both, however it stands. A treaty is in force between two when
        it is in force for both.
        """
        mine, theirs = (self._on(party, on) for party in (one, other))
        shared, at, at_other = np.intersect1d(
            self._treaty[mine], self._treaty[theirs], assume_unique=True, return_indices=True
        )
        mine, theirs = mine[at], theirs[at_other]
        may_bind = over | ((self._bits[mine] & self._bits[theirs] & _IN_FORCE) != 0)
        rows = zip(shared[may_bind].tolist(), mine[may_bind].tolist(), theirs[may_bind].tolist(), strict=True)
        return [self._tie(one, other, *row) for row in rows]

    def _on(self, party: str, on: Day) -> Ints:
        first, last = self.rows_of.get(party, (0, 0))
        holds = (self._since[first:last] <= on) & (on < self._until[first:last])
        found: Ints = np.flatnonzero(holds) + first
        return found

    def _tie(self, one: str, other: str, treaty: int, mine: int, theirs: int) -> Tie:
        bits = joint_bits(int(self._bits[mine]), int(self._bits[theirs]))
        since, until = self._run(bits, treaty, (mine, theirs), (one, other))
        possible = tuple(status for status in TREATY_STATUSES if bits & _BIT[status])
        if len(possible) == 1:
            certainty = "certain"
        else:
            certainty = "disputed" if self._disputed[mine] or self._disputed[theirs] else "uncertain"
        status = possible[0] if len(possible) == 1 else "contested"
        ends = Day(since) if since != BEGINNING else None, Day(until) if until != FOREVER else None
        return Tie(self.treaties[treaty], status, possible, certainty, *ends)

    def _run(self, bits: int, treaty: int, at: tuple[int, int], who: tuple[str, str]) -> tuple[int, int]:
        """Return from which day until which it stands so between two, row by row in both directions."""
        mine, theirs = at
        since = self._walk(bits, treaty, [mine, theirs], who, -1)
        return since, self._walk(bits, treaty, [mine, theirs], who, 1)

    def _walk(self, bits: int, treaty: int, at: list[int], who: tuple[str, str], step: int) -> int:
        edges = self._since if step < 0 else self._until
        while True:
            days = [int(edges[row]) for row in at]
            day = max(days) if step < 0 else min(days)
            nearest = [turn for turn in (0, 1) if days[turn] == day]
            following = [at[turn] + step if turn in nearest else at[turn] for turn in (0, 1)]
            if not all(self._is_of(row, treaty, party) for row, party in zip(following, who, strict=True)):
                return day
            if joint_bits(int(self._bits[following[0]]), int(self._bits[following[1]])) != bits:
                return day
            at = following

    def _is_of(self, row: int, treaty: int, party: str) -> bool:
        first, last = self.rows_of[party]
        return first <= row < last and int(self._treaty[row]) == treaty


@cache
def joint_bits(one: int, other: int) -> int:
    """Return how a treaty may stand between two, from how it may stand for each (design, S14).

    >>> joint_bits(_BIT["in_force"], _BIT["signed"]) == _BIT["signed"]
    True
    """
    found = 0
    for mine in TREATY_STATUSES:
        for theirs in TREATY_STATUSES:
            if one & _BIT[mine] and other & _BIT[theirs]:
                found |= _BIT[_joint(mine, theirs)]
    return found


_AT_LEAST = {
    "in_force": {"in_force"},
    "provisional": {"in_force", "provisional"},
    "signed": {"in_force", "provisional", "signed"},
}
"""What each of two must have reached for a status that begins to hold between them."""


def _joint(one: str, other: str) -> str:
    for status in TREATY_STATUSES:
        if status in _AT_LEAST:
            if {one, other} <= _AT_LEAST[status]:
                return status
        elif status in (one, other):
            return status
    return TREATY_STATUSES[-1]


def _coded(column: pa.ChunkedArray) -> tuple[Ints, list[str]]:
    found = column.cast(pa.string()).dictionary_encode().combine_chunks()
    if isinstance(found, pa.ChunkedArray):
        found = found.combine_chunks()
    return np.asarray(found.indices).astype(np.int64), found.dictionary.to_pylist()


def _days(column: pa.ChunkedArray, otherwise: Day) -> Ints:
    found = column.cast(pa.int32()).cast(pa.int64()).fill_null(otherwise - EPOCH)
    return np.asarray(found).astype(np.int64) + EPOCH


def _bits(column: pa.ChunkedArray) -> Ints:
    """Return lists of statuses as bits."""
    lists = column.combine_chunks()
    if isinstance(lists, pa.ChunkedArray):
        lists = lists.combine_chunks()
    words = lists.flatten().dictionary_encode()
    bit = np.array([_BIT[word] for word in words.dictionary.to_pylist()] or [0], np.int64)
    flat = bit[np.asarray(words.indices)] if len(words) else np.zeros(0, np.int64)
    starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(np.asarray(pc.list_value_length(lists)))))[:-1]
    return np.bitwise_or.reduceat(flat, starts) if len(starts) else np.zeros(0, np.int64)
