"""Cells that are dates: each text is read once, by the rules of ``temporal``; what it cannot read is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from inforce.temporal import BEGINNING, FOREVER, DateError, UncertainDay, act_day_from_edtf, day_from_iso

EPOCH = day_from_iso("1970-01-01")
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class Sentinel(Struct, frozen=True):
    """A text that stands for no day: what it means, as the rule of an importer has it."""

    meaning: str


Rule = Callable[[str], Sentinel | None]
"""Which texts an importer takes for something else than a date."""


class Dates(Struct, frozen=True):
    """A column of dates: first and last possible day of each cell, where it has a day.

    ``code`` is the position of each cell's text in ``texts``; ``given`` says whether it has a day. ``refused`` and
    ``sentinels`` have the reason or the meaning for each text that has none.
    """

    code: Ints
    texts: tuple[str, ...]
    given: Bools
    first: Ints
    last: Ints
    doubtful: Bools
    edtf: tuple[str | None, ...]
    refused: dict[int, str]
    sentinels: dict[int, str]

    @property
    def exact(self) -> Bools:
        """Whether a cell names one single day."""
        found: Bools = self.given & (self.first == self.last)
        return found

    def only(self, kept: Bools) -> Dates:
        """Return the same column with days in some cells only."""
        return replace(self, given=self.given & kept)

    def where(self, meanings: dict[int, str]) -> Iterator[tuple[str, Ints]]:
        """Yield each reason or meaning with the positions of the cells that it is about."""
        for meaning in dict.fromkeys(meanings.values()):
            codes = [code for code, one in meanings.items() if one == meaning]
            yield meaning, np.flatnonzero(np.isin(self.code, codes))

    def cells(self, turns: Ints, say: Callable[[str], str] = str) -> list[str]:
        """Return the texts of some cells."""
        return [say(self.texts[code]) for code in self.code[turns].tolist()]


def no_sentinels(text: str) -> Sentinel | None:
    """Take every text for a date."""
    return None


def dates_from_texts(column: pa.Array, rule: Rule = no_sentinels) -> Dates:
    """Read a column of dates; an empty cell has none.

    >>> found = dates_from_texts(pa.array(["1964-06", "21-03-1623", ""]))
    >>> found.given.tolist(), list(found.refused)
    ([True, False, False], [1])
    """
    encoded = column.dictionary_encode()
    texts = [str(text) for text in encoded.dictionary.to_pylist()]
    refused: dict[int, str] = {}
    sentinels: dict[int, str] = {}
    read = [_read(turn, text, rule, refused, sentinels) for turn, text in enumerate(texts)]
    code = np.asarray(encoded.indices).astype(np.int64)
    first = np.array([BEGINNING if day is None else day.first for day in read], np.int64)
    last = np.array([FOREVER if day is None else day.last for day in read], np.int64)
    edtf = tuple(
        text if day and len(day.candidates) > 1 else None for text, day in zip(texts, read, strict=True)
    )
    return Dates(
        code,
        tuple(texts),
        np.array([day is not None for day in read], np.bool_)[code],
        first[code],
        last[code],
        np.array([day is not None and day.doubtful for day in read], np.bool_)[code],
        edtf,
        refused,
        sentinels,
    )


def _read(
    turn: int, text: str, rule: Rule, refused: dict[int, str], sentinels: dict[int, str]
) -> UncertainDay | None:
    if not text:
        return None
    found = rule(text)
    if found is not None:
        sentinels[turn] = found.meaning
        return None
    try:
        return act_day_from_edtf(text)
    except DateError as error:
        refused[turn] = reason_of(error)
        return None


def reason_of(error: DateError) -> str:
    """Tell why a text is no date, without the text itself."""
    return f"{error.message}: {error.hint}" if error.hint else error.message


def days32(days: Ints, bound: int) -> pa.Array:
    """Return days as a corpus counts them, null where the end is open."""
    shifted = np.clip(days - EPOCH, -(2**31) + 1, 2**31 - 1).astype(np.int32)
    return pa.array(shifted, pa.int32(), mask=days == bound)
