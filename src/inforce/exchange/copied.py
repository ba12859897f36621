"""Contradictions that only several rows show: one state named twice, one day copied to all, one name for several."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from inforce.exchange.claims import Sheet
from inforce.exchange.dates import Bools, Dates, Ints
from inforce.exchange.files import File
from inforce.exchange.gathering import Gathering
from inforce.exchange.report import CONTRADICTS

_MANY = 3
"""So many parties at least share a day before it is told that one was copied."""


def several_days(sheet: Sheet, column: str, dates: Dates, found: Gathering) -> None:
    """Remark the parties for which rows of one treaty give different days: the days stand side by side, disputed."""
    assert sheet.party is not None
    given = np.flatnonzero(dates.given)
    key = _codes(sheet.treaty)[given] << 32 | _codes(sheet.party)[given]
    turns = _first_of_several(key, dates.code[given], given)
    texts = [
        f"{sheet.party[turn]} in {sheet.treaty[turn]}: {dates.texts[dates.code[turn]]}" for turn in turns[:3]
    ]
    about = f"several days in {column} for one party of one treaty; the count is of such parties"
    found.note(CONTRADICTS, sheet.file, about, turns, texts)


def _first_of_several(key: Ints, value: Ints, turns: Ints) -> Ints:
    """Return the turn of the first row of each key that has several values."""
    order = np.lexsort((turns, key))
    key, value, turns = key[order], value[order], turns[order]
    if not len(key):
        return turns
    starts = np.flatnonzero(np.append(True, key[1:] != key[:-1]))
    differs = np.minimum.reduceat(value, starts) != np.maximum.reduceat(value, starts)
    return np.sort(turns[starts[differs]])


def copied_exits(sheet: Sheet, column: str, dates: Dates, too_early: Bools, found: Gathering) -> None:
    """Remark the treaties of which all parties with an end have the same one, and some were not yet bound by then.

    An end of the treaty itself is the same for all too, but nobody is bound after it: one exit was copied.
    """
    given = np.flatnonzero(dates.exact)
    treaty = _codes(sheet.treaty)[given]
    order = np.argsort(treaty, kind="stable")
    treaty, turns = treaty[order], given[order]
    if not len(treaty):
        return
    starts = np.flatnonzero(np.append(True, treaty[1:] != treaty[:-1]))
    day = dates.first[turns]
    same = np.minimum.reduceat(day, starts) == np.maximum.reduceat(day, starts)
    late = np.logical_or.reduceat(too_early[turns], starts)
    counts = np.diff(np.append(starts, len(treaty)))
    copied = np.sort(turns[starts[same & late & (counts >= _MANY)]])
    texts = [f"{sheet.treaty[turn]}: {dates.texts[dates.code[turn]]}" for turn in copied[:3]]
    about = f"one day in {column} for all of three or more parties, some bound only later; the count is of treaties"
    found.note(CONTRADICTS, sheet.file, about, copied, texts)


def several_titles(file: File, found: Gathering) -> None:
    """Remark the names under which rows have different titles: they are read as one treaty."""
    treaty, title = (file.column(name).dictionary_encode() for name in ("treatyID", "Title"))
    turns = _first_of_several(_codes(treaty), _codes(title), np.arange(file.rows))
    texts = [str(treaty[turn]) for turn in turns[:3]]
    about = "one treatyID with several titles; its rows are read as about one treaty"
    found.note(CONTRADICTS, file, about, turns, texts)


def _codes(column: pa.Array) -> Ints:
    return np.asarray(pc.fill_null(column.indices, -1)).astype(np.int64)
