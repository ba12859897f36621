"""What stands in the log: entries, and what somebody wants to enter."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

Kind = Literal["claim", "correction", "proposal", "acceptance", "rejection", "withdrawal"]
"""What an entry is: lines for the book, or a decision about an earlier entry."""

Standing = Literal["stands", "proposed", "rejected", "withdrawn", "corrected", "decision"]
"""What has become of an entry: in the book, waiting, out of it, or a decision, which is about another."""


class NewEntry(Struct, frozen=True):
    """Records that somebody wants to enter under a treaty, with the reason.

    ``text`` is in the treaty language. ``corrects`` is the entry in whose place these lines stand: a slip of our own.
    A voice that corrects itself is a claim like any other, with the line ``corrects ^NAME``. ``sources`` is CSL-JSON,
    an item or an array of them: what the lines cite and no bibliography has yet.
    """

    treaty: str
    text: str
    author: str
    reason: str
    corrects: int | None = None
    sources: str = ""


class Dated(Struct, frozen=True):
    """One claim of an entry, with the dates that its own lines give: it happened, it was said, it became known."""

    name: str
    voice: str
    happened: str | None = None
    said: str | None = None
    known: str | None = None


class Entry(Struct, frozen=True):
    """One entry of the log, as it was acknowledged.

    ``id`` counts the entries in the order of commit. ``recorded`` is the fourth date: what the clock said then.
    ``corrects`` is the entry that this one replaces, ``about`` the one that it decides. ``digest`` covers this entry
    and, through the one before, all that stand above it. ``actors`` are those whom its claims are about. ``sources``
    is an array of CSL-JSON on one line, or nothing.
    """

    id: int
    kind: Kind
    treaty: str
    text: str
    author: str
    reason: str
    recorded: datetime
    corrects: int | None = None
    about: int | None = None
    claims: tuple[Dated, ...] = ()
    actors: tuple[str, ...] = ()
    digest: str = ""
    sources: str = ""
