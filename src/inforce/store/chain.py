"""The digest of an entry, which covers every entry above it: a log that was tampered with no longer adds up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from inforce.store.entry import Entry
from inforce.store.errors import DamagedError

BEGINNING = ""
"""What stands for the digest of the entry before the first."""


def sealed(entry: Entry, before: str) -> Entry:
    """Return an entry with its digest, given that of the entry before it."""
    return replace(entry, digest=digest_of(entry, before))


def digest_of(entry: Entry, before: str) -> str:
    """Return the digest of everything that an entry says, and of the digest before it.

    What came into the log later than the first entries is covered where there is any: their digests stay as they were.
    """
    said: tuple[object, ...] = (
        before, entry.id, entry.kind, entry.treaty, entry.text, entry.author, entry.reason,
        entry.recorded.astimezone(UTC).isoformat(timespec="microseconds"), entry.corrects, entry.about,
        entry.claims, entry.actors,
    )  # fmt: skip
    later = (entry.sources,) if entry.sources else ()
    return sha256(msgspec.json.encode((*said, *later))).hexdigest()


def unbroken(entries: Iterable[Entry], before: str = BEGINNING) -> Iterator[Entry]:
    """Yield entries one after another as long as each has the digest that it must have.

    Raises:
        DamagedError: at the first entry that is not what was written.
    """
    for entry in entries:
        if entry.digest != digest_of(entry, before):
            raise DamagedError(f"Entry {entry.id} is not what was written: its digest does not fit.")
        before = entry.digest
        yield entry
