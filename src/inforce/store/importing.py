"""An export read back: what a log has already is compared, the rest is written, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.source import Problem, SourceText, read_source, source_from_bytes
from inforce.store.chain import unbroken
from inforce.store.entry import Entry
from inforce.store.errors import RefusedError, StoreProblemsError
from inforce.store.rows import write_entry

if TYPE_CHECKING:
    from sqlalchemy import Connection


def lines_of_file(path: str) -> Iterator[str]:
    """Yield the lines of an export one by one; it may be larger than any treaty file.

    Raises:
        StoreProblemsError: if there is no such file, or it is no text.
    """
    if not Path(path).is_file():
        _refuse(read_source(path), 0)
    with Path(path).open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            try:
                text = line.decode()
            except UnicodeDecodeError:
                text = "\0"
            if "\0" in text:
                _refuse(source_from_bytes(path, line), number)
            yield text.removesuffix("\n").removesuffix("\r")


def _refuse(found: SourceText | Problem, line: int) -> None:
    """Say at which line of an export a file is no text."""
    if isinstance(found, Problem):
        raise StoreProblemsError([replace(found, place=replace(found.place, line=line))])


def import_entries(connection: Connection, entries: Iterable[Entry]) -> int:
    """Write the entries that a log does not have yet, and return how many; each keeps its number and its time.

    Raises:
        DamagedError: if an entry is not what was exported.
        RefusedError: if the log has gone another way, so that the two cannot be one.
    """
    here, written = _digests(connection), 0
    for number, entry in enumerate(unbroken(entries), start=1):
        own = here.get(number)
        if entry.id != number or own not in (None, entry.digest):
            raise RefusedError(
                f"This log has gone another way: its entry {number} is not that of the export."
            )
        if own is None:
            write_entry(connection, entry)
            written += 1
    return written


def _digests(connection: Connection) -> dict[int, str]:
    from sqlalchemy import select

    from inforce.store.schema import ENTRY

    return {row.id: row.digest for row in connection.execute(select(ENTRY.c.id, ENTRY.c.digest))}
