"""A person's CSV file as columns of text, with what identifies it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct
from numpy.typing import NDArray

FIRST_ROW = 2
"""The row of a spreadsheet in which the first record stands: the head is row 1."""


class ForeignFileError(ValueError):
    """A file is not what an importer reads; the message says what it looked for."""


class File(Struct, frozen=True):
    """A file that was read: its name, its digest, its columns as text, empty where a cell is."""

    name: str
    digest: str
    modified: date
    table: pa.Table

    @property
    def rows(self) -> int:
        """How many records it has."""
        return int(self.table.num_rows)

    def column(self, name: str) -> pa.Array:
        """Return a column as text."""
        found = self.table[name]
        return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found

    def texts(self, name: str) -> list[str]:
        """Return a column as a list."""
        return [str(text) for text in self.column(name).to_pylist()]

    def numbers(self, name: str) -> NDArray[np.int64]:
        """Return a column of whole numbers; -1 where there is none."""
        digits = pc.match_substring_regex(self.column(name), r"^\d+(\.0)?$")
        texts = pc.if_else(digits, pc.replace_substring_regex(self.column(name), r"\.0$", ""), "-1")
        return np.asarray(texts.cast(pa.int64())).astype(np.int64)

    def has(self, *columns: str) -> bool:
        """Whether the file has all these columns."""
        return set(columns) <= set(self.table.column_names)


def file_from_path(path: Path) -> File:
    """Read a CSV file whole; every cell is text, so that nothing is read into it.

    Raises:
        ForeignFileError: if it cannot be read, or is not a CSV file of UTF-8 text.
    """
    from pyarrow import csv

    try:
        content = path.read_bytes()
        head = csv.read_csv(pa.BufferReader(content[: content.find(b"\n") + 1] or content)).column_names
        kinds = dict.fromkeys(head, pa.string())
        table = csv.read_csv(
            pa.BufferReader(content),
            parse_options=csv.ParseOptions(newlines_in_values=True),
            convert_options=csv.ConvertOptions(column_types=kinds, strings_can_be_null=False),
        )
    except OSError as error:
        raise ForeignFileError(f"{path} cannot be read: {error.strerror}.") from None
    except (pa.ArrowInvalid, UnicodeDecodeError) as error:
        raise ForeignFileError(f"{path} is no CSV file of UTF-8 text: {error}") from None
    modified = date.fromtimestamp(path.stat().st_mtime)
    return File(path.name, sha256(content).hexdigest(), modified, table.combine_chunks())


def file_with(files: Sequence[File], *columns: str) -> File | None:
    """Return the first file that has all these columns."""
    return next((file for file in files if file.has(*columns)), None)


def needed_file(files: Sequence[File], what: str, *columns: str) -> File:
    """Return the first file that has all these columns.

    Raises:
        ForeignFileError: if there is none; the message names the columns and the file that comes nearest.
    """
    found = file_with(files, *columns)
    if found is not None:
        return found
    nearest = max(files, key=lambda file: len(set(columns) & set(file.table.column_names)))
    missing = ", ".join(name for name in columns if name not in nearest.table.column_names)
    raise ForeignFileError(f"No file is {what}: {nearest.name} lacks the columns {missing}.")
