"""A table of claims as numpy sees it: words as numbers, days as numbers, who is heard, what was known by a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from inforce.engine import rank_of
from inforce.model import View
from inforce.temporal import BEGINNING, FOREVER, Day, day_from_iso

if TYPE_CHECKING:
    import pyarrow as pa

Ints: TypeAlias = NDArray[np.int64]
EPOCH = day_from_iso("1970-01-01")


class Columns:
    """The columns of a table of claims, as numpy sees them."""

    def __init__(self, claims: pa.Table) -> None:
        self.claims = claims
        self.count = claims.num_rows

    def codes(self, name: str) -> tuple[Ints, list[str]]:
        """Return a column as numbers, with the words that they stand for; null is the empty word."""
        found = self.claims[name].combine_chunks()
        if not hasattr(found, "indices"):
            found = found.dictionary_encode()
        words = ["" if word is None else str(word) for word in found.dictionary.to_pylist()]
        numbers = np.asarray(found.indices.fill_null(len(words))).astype(np.int64)
        return numbers, [*words, ""]

    def days(self, name: str, otherwise: Day) -> Ints:
        """Return days, and a bound where the end is open."""
        found = self.claims[name].cast("int64").fill_null(otherwise - EPOCH)
        return np.asarray(found).astype(np.int64) + EPOCH

    def flags(self, name: str) -> NDArray[np.bool_]:
        """Return a column of yes and no."""
        return np.asarray(self.claims[name].fill_null(False)).astype(np.bool_)

    def given(self, name: str) -> NDArray[np.bool_]:
        """Whether a column says anything."""
        return np.asarray(self.claims[name].is_valid()).astype(np.bool_)

    def equals(self, name: str, word: str) -> NDArray[np.bool_]:
        """Whether a column has a word."""
        numbers, words = self.codes(name)
        return np.array([one == word for one in words])[numbers]

    def is_state(self) -> NDArray[np.bool_]:
        """Whether a claim is of something that lasts."""
        return self.equals("what", "state")


def ranks_of(columns: Columns, view: View) -> Ints:
    """Return the tier of each claim's voice; -1 where the view does not hear it."""
    numbers, words = columns.codes("voice")
    ranks = [rank_of(view, word) for word in words]
    return np.array([-1 if rank is None else rank for rank in ranks], np.int64)[numbers]


def knowledge_of(
    columns: Columns, first: Ints, last: Ints, known: Day | None
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which claims may have been known by a day, and which of them surely were (design, S12)."""
    every = np.ones(columns.count, np.bool_)
    if known is None:
        return every, every
    low, high = first, last
    for name in ("said", "known"):
        told = columns.given(name)
        low = np.where(told, columns.days(name, Day(0)), low)
        high = np.where(told, columns.days(name, Day(0)), high)
    undated = (low == BEGINNING) & (high == FOREVER)
    doubtful = columns.equals("certainty", "?") & ~columns.given("said") & ~columns.given("known")
    return undated | (low <= known), undated | ((high <= known) & ~doubtful)
