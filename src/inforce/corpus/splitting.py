"""Kinds of cases split by what is open in them: a case of its own for each way in which it may have been.

What is split here is the common part: each thing happened on a named day, or voices name several days, or one day with
a question mark. Anything else (a month, a denial, what was perhaps not known yet) goes question by question.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from inforce.corpus.casework import Said
from inforce.corpus.columns import Ints
from inforce.corpus.sameness import Alike
from inforce.engine import BUDGET


class Split(Struct, frozen=True):
    """The ways of each kind, all together: those of kind k are from ``first[k]`` to ``first[k + 1]``.

    ``side`` tells apart the ways that differ by who says so from those that differ only by a doubt. Each signal is of
    a ``way``, about a proposition, on a ``day``.
    """

    kinds: Ints
    first: Ints
    side: Ints
    way: Ints
    about: Ints
    day: Ints


class _Things(Struct, frozen=True):
    """What is claimed, thing by thing: of which kind, its days, in how many ways it may have been."""

    kind: Ints
    about: Ints
    start: Ints
    ways: Ints
    doubtful: NDArray[np.bool_]
    days: Ints


def split(found: Alike) -> tuple[Split, Ints]:
    """Split the kinds that are plain enough; return them with those that are not."""
    plain = _plain_kinds(found)
    said = found.said.at(plain[found.said.case])
    things = _things(said)
    ways = np.ones(found.kinds, np.int64)
    np.multiply.at(ways, things.kind, np.minimum(things.ways, BUDGET + 1))
    too_many = (ways > BUDGET) | (ways <= 0)
    if (too_many & plain).any():
        plain &= ~too_many
        things = _things(said.at(plain[said.case]))
    kinds = np.flatnonzero(plain)
    return _split(kinds, np.where(plain, ways, 0), things), np.flatnonzero(~plain)


def _plain_kinds(found: Alike) -> NDArray[np.bool_]:
    """Whether all that is claimed in a kind is of single days, and only a thing claimed once is doubtful."""
    said = found.said
    _, thing, claims = np.unique(said.case << 20 | said.about, return_inverse=True, return_counts=True)
    odd = said.special | (said.first != said.last) | (said.doubtful & (claims[thing.ravel()] > 1))
    plain = np.ones(found.kinds, np.bool_)
    plain[said.case[odd]] = False
    return plain


def _things(said: Said) -> _Things:
    """Group claims by what they are about; of several voices only the highest that speak are heard."""
    said = said.at(np.lexsort((said.first, said.rank, said.about, said.case)))
    key = said.case << 20 | said.about
    starts = np.flatnonzero(np.append(True, key[1:] != key[:-1])) if len(key) else np.zeros(0, np.int64)
    highest = np.repeat(said.rank[starts], np.diff(np.append(starts, len(key))))
    said, key = said.at(said.rank == highest), key[said.rank == highest]
    again = np.zeros(len(key), np.bool_)
    again[1:] = (key[1:] == key[:-1]) & (said.first[1:] == said.first[:-1])
    said, key = said.at(~again), key[~again]
    starts = np.flatnonzero(np.append(True, key[1:] != key[:-1])) if len(key) else np.zeros(0, np.int64)
    count = np.diff(np.append(starts, len(key)))
    doubtful = said.doubtful[starts]
    return _Things(said.case[starts], said.about[starts], starts, count + doubtful, doubtful, said.first)


def _split(kinds: Ints, ways: Ints, things: _Things) -> Split:
    first = np.concatenate((np.zeros(1, np.int64), np.cumsum(ways)))
    rate = _rates(things)
    times = ways[things.kind]
    thing = np.repeat(np.arange(len(times)), times)
    turn = np.arange(len(thing)) - np.repeat(np.cumsum(times) - times, times)
    choice = turn // rate[thing] % things.ways[thing]
    way = first[things.kind[thing]] + turn
    side = np.zeros(int(first[-1]), np.int64)
    disputed = ~things.doubtful[thing]
    np.add.at(side, way[disputed], (choice * rate[thing])[disputed])
    happens = disputed | (choice == 0)
    day = things.days[np.minimum(things.start[thing] + choice, len(things.days) - 1)] if len(thing) else thing
    return Split(
        kinds,
        np.append(first[kinds], first[-1]),
        side,
        way[happens],
        things.about[thing][happens],
        day[happens],
    )


def _rates(things: _Things) -> Ints:
    """Return after how many ways the choice of each thing changes: the ways of those before it in its kind."""
    rates = np.ones(len(things.kind), np.int64)
    place = np.arange(len(rates)) - np.searchsorted(things.kind, things.kind)
    for turn in range(1, int(place.max(initial=0)) + 1):
        at = np.flatnonzero(place == turn)
        rates[at] = rates[at - 1] * things.ways[at - 1]
    return rates
