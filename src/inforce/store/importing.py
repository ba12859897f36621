"""An export read back: what a log has already is compared, the rest is written, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from inforce.store.chain import unbroken
from inforce.store.entry import Entry
from inforce.store.errors import RefusedError
from inforce.store.rows import write_entry

if TYPE_CHECKING:
    from sqlalchemy import Connection


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
