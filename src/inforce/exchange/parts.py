"""Days that stand in several columns: year, month and day of the month, of which the later ones may be missing."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from inforce.exchange.files import File

_BLANK = frozenset({"", "0", "-9", "-8"})
"""What stands in a column of months or days where nothing is known."""


def day_texts(file: File, columns: Sequence[str]) -> pa.Array:
    """Return days as texts, from one column or from three; as far as they are known.

    A year of 0 stays 0: it is for the importer to say what that means.
    """
    if len(columns) == 1:
        return file.column(columns[0])
    parts = zip(*(file.texts(column) for column in columns), strict=True)
    return pa.array([text_from_parts(*each) for each in parts], pa.string())


def text_from_parts(year: str, month: str, day: str) -> str:
    """Return a day as one text.

    >>> text_from_parts("1815", "1", "3"), text_from_parts("1815", "6", ""), text_from_parts("0", "0", "0")
    ('1815-01-03', '1815-06', '0')
    """
    if not year.isdigit() or int(year) == 0:
        return year
    if month in _BLANK:
        return year.zfill(4)
    if day in _BLANK:
        return f"{year.zfill(4)}-{month.zfill(2)}"
    return f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}"
