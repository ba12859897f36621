"""Entries as rows, and rows as entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from inforce.store.entry import Dated, Entry
from inforce.store.schema import CLAIM, CONCERN, ENTRY

PAGE = 500
"""How many entries are read at a time."""


def last_entry(connection: Connection) -> Entry | None:
    """Return the last entry of the log; None if there is none."""
    row = connection.execute(select(ENTRY).order_by(ENTRY.c.id.desc()).limit(1)).first()
    return entries_from_rows(connection, [row])[0] if row else None


def entry_with_id(connection: Connection, number: int) -> Entry | None:
    """Return an entry by its number; None if there is none."""
    row = connection.execute(select(ENTRY).where(ENTRY.c.id == number)).first()
    return entries_from_rows(connection, [row])[0] if row else None


def page_of_entries(
    connection: Connection, since: int, treaty: str = "", limit: int = PAGE
) -> tuple[Entry, ...]:
    """Return the entries after one, in the order of commit, of one treaty or of all."""
    asked = select(ENTRY).where(ENTRY.c.id > since).order_by(ENTRY.c.id).limit(limit)
    if treaty:
        asked = asked.where(ENTRY.c.treaty == treaty)
    return tuple(entries_from_rows(connection, connection.execute(asked).all()))


def every_entry(connection: Connection, since: int = 0) -> Iterator[Entry]:
    """Yield every entry after one, a page at a time."""
    while page := page_of_entries(connection, since):
        yield from page
        since = page[-1].id


def write_entry(connection: Connection, entry: Entry) -> None:
    """Write the rows of an entry."""
    connection.execute(insert(ENTRY), {column.name: getattr(entry, column.name) for column in ENTRY.c})
    claims = [
        {"entry": entry.id, "number": turn, "name": claim.name, "voice": claim.voice}
        | {"happened": claim.happened, "said": claim.said, "known": claim.known}
        for turn, claim in enumerate(entry.claims, start=1)
    ]
    if claims:
        connection.execute(insert(CLAIM), claims)
    if entry.actors:
        connection.execute(insert(CONCERN), [{"entry": entry.id, "actor": actor} for actor in entry.actors])


def entries_from_rows(connection: Connection, rows: Sequence[Row[Any]]) -> list[Entry]:
    """Return entries with their claims and whom they are about."""
    if not rows:
        return []
    ids = [row.id for row in rows]
    claims: dict[int, list[Dated]] = defaultdict(list)
    within = CLAIM.c.entry.between(min(ids), max(ids))
    for row in connection.execute(select(CLAIM).where(within).order_by(CLAIM.c.entry, CLAIM.c.number)):
        claims[row.entry].append(Dated(row.name, row.voice, row.happened, row.said, row.known))
    actors: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(select(CONCERN).where(CONCERN.c.entry.between(min(ids), max(ids)))):
        actors[row.entry].append(row.actor)
    return [_entry(row, tuple(claims[row.id]), tuple(sorted(actors[row.id]))) for row in rows]


def _entry(row: Row[Any], claims: tuple[Dated, ...], actors: tuple[str, ...]) -> Entry:
    return Entry(
        row.id, row.kind, row.treaty, row.text, row.author, row.reason, row.recorded,
        row.corrects, row.about, claims, actors, row.digest, row.sources,
    )  # fmt: skip
