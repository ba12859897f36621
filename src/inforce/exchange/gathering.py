"""What an importer collects while it reads: claims, remarks, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pyarrow as pa
from msgspec import Struct

from inforce.exchange.claims import Meaning, Sheet, claims_from_dates
from inforce.exchange.dates import Bools, Dates, Ints, Rule, dates_from_texts, no_sentinels
from inforce.exchange.files import FIRST_ROW, File
from inforce.exchange.report import CONTRADICTS, NOTED, READ, REFUSED, Remark, first_examples

Tell = Callable[[str, float], None]
"""Told what is being done, and which part of the whole has been done by then."""


def tell_nobody(step: str, share: float) -> None:
    """Keep to oneself how far one has come."""


class Described(Struct, frozen=True):
    """What a data set is called, the voice that it speaks with, and how it is cited (a CSL-JSON item, as text)."""

    voice: str
    title: str
    citation: str


class Imported(Struct, frozen=True):
    """What an importer makes of its files: tables of a corpus, who speaks in them, what it has to say.

    ``spoken`` has each file with the data set that it belongs to.
    """

    tables: dict[str, pa.Table]
    spoken: tuple[tuple[File, Described], ...]
    remarks: tuple[Remark, ...]


class Gathering:
    """Collect claims and remarks, column by column."""

    def __init__(self) -> None:
        self.claims: list[pa.Table] = []
        self.remarks: list[Remark] = []

    def read(self, sheet: Sheet, column: str, meaning: Meaning, rule: Rule = no_sentinels) -> Dates:
        """Read a column of dates as claims; remark how many days it has, and what it has besides."""
        found = dates_from_texts(sheet.file.column(column), rule)
        self.claims.append(claims_from_dates(sheet, column, found, meaning))
        self.tell_dates(sheet.file, column, found)
        return found

    def tell_dates(self, file: File, column: str, found: Dates) -> None:
        """Remark what a column of dates has: days, other words that the importer knows, texts that are no date."""
        given, exact = int(found.given.sum()), int((found.exact & ~found.doubtful).sum())
        open_ones = f", {given - exact:,} of them uncertain" if given > exact else ""
        self.remarks.append(Remark(READ, file.name, f"days in {column}{open_ones}", given))
        for kind, meanings in ((NOTED, found.sentinels), (REFUSED, found.refused)):
            for meaning, turns in found.where(meanings):
                self._remark(kind, file, f"{column}: {meaning}", turns, found.cells(turns[:3]))

    def contradicts(self, file: File, about: str, wrong: Bools, columns: Sequence[tuple[str, Dates]]) -> None:
        """Remark the rows that contradict themselves, with the cells that do."""
        turns = np.flatnonzero(wrong)
        shown = turns[:3]
        cells = [[f"{name} {text}" for text in dates.cells(shown)] for name, dates in columns]
        self._remark(CONTRADICTS, file, about, turns, [", ".join(each) for each in zip(*cells, strict=True)])

    def note(self, kind: str, file: File, about: str, turns: Ints, texts: Sequence[str]) -> None:
        """Remark rows of a file with the texts of the first few."""
        self._remark(kind, file, about, turns, list(texts[:3]))

    def _remark(self, kind: str, file: File, about: str, turns: Ints, texts: list[str]) -> None:
        if len(turns):
            rows = (turns[: len(texts)] + FIRST_ROW).tolist()
            self.remarks.append(Remark(kind, file.name, about, len(turns), first_examples(rows, texts)))


def surely_after(one: Dates, other: Dates) -> Bools:
    """Whether a day surely comes after another, whatever is uncertain about them."""
    return one.given & other.given & (one.first > other.last)
