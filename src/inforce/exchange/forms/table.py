"""Intervals as a table (CSV, RFC 4180): a row each, the nine columns of every table of answers first."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from operator import attrgetter

from inforce.answers import Answer

COLUMNS: dict[str, Callable[[Answer], object]] = {
    "treaty": attrgetter("treaty"),
    "clause": attrgetter("clause"),
    "bearer": attrgetter("party"),
    "counterparty": attrgetter("counterparty"),
    "status": attrgetter("status"),
    "since": attrgetter("since"),
    "until": attrgetter("until"),
    "certainty": attrgetter("certainty"),
    "view": attrgetter("view"),
    "instrument": attrgetter("instrument"),
    "known": attrgetter("known"),
    "possible": attrgetter("possible"),
    "how": attrgetter("how"),
    "basis": attrgetter("basis"),
    "flags": attrgetter("flags"),
}
"""The columns, and what of an answer each has."""


def head_of_table() -> str:
    """Return the first line: the names of the columns."""
    return _told((COLUMNS,))


def rows_of_table(answers: Iterable[Answer]) -> str:
    """Return answers as rows; several statuses or flags in one cell are parted by ``|``.

    >>> import inforce
    >>> found = inforce.open().treaty("new-start-2010").timeline()
    >>> rows_of_table(found.answers).splitlines()[-1]
    'new-start-2010,,,,ended,2026-02-05,,certain,all-voices,,,ended,expiry,the term of the treaty,breach_alleged'
    """
    return _told([_cell(of(answer)) for of in COLUMNS.values()] for answer in answers)


def _told(rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return "|".join(map(str, value))
    return "" if value is None else str(value)
