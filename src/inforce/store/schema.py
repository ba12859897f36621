"""The tables of a store, the same in SQLite and PostgreSQL; the migrations make them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeDecorator, TypeEngine

METADATA = MetaData()
NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""A whole number; a strict table of SQLite knows one kind of them."""


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC, to the microsecond: ``timestamptz`` in PostgreSQL, ISO text of one width in SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type that a database has for it."""
        return dialect.type_descriptor(TIMESTAMP(timezone=True) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Write a moment; text sorts as time does because every part has its width."""
        if value is None or dialect.name == "postgresql":
            return value
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Read a moment back in UTC, whatever zone the server has."""
        if value is None:
            return None
        return (datetime.fromisoformat(value) if isinstance(value, str) else value).astimezone(UTC)


def _table(name: str, *parts: Column[Any] | Index) -> Table:
    return Table(name, METADATA, *parts, sqlite_strict=True)


def _texts(*names: str) -> Iterator[Column[str]]:
    """Yield columns of text, each of which says something or is empty."""
    yield from (Column(name, Text, nullable=False) for name in names)


def _counted() -> Column[int]:
    """Return the key of a table of which the database numbers the rows."""
    return Column("number", NUMBER, primary_key=True)


def _recorded() -> Column[datetime]:
    return Column("recorded", UtcTime, nullable=False)


def _entry_key() -> Column[int]:
    return Column("entry", NUMBER, ForeignKey("entry.id"), primary_key=True)


_ONCE = text("kind IN ('acceptance', 'rejection')")

ENTRY = _table(
    "entry",
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    *_texts("kind", "treaty", "text", "author", "reason"),
    _recorded(),
    Column("corrects", NUMBER, ForeignKey("entry.id")),
    Column("about", NUMBER, ForeignKey("entry.id")),
    *_texts("digest"),
    Column("sources", Text, nullable=False, server_default=""),
    Index("decided_once", "about", unique=True, sqlite_where=_ONCE, postgresql_where=_ONCE),
)
"""The log: one row an entry, numbered in the order of commit without a gap."""

CLAIM = _table(
    "claim",
    _entry_key(),
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    *_texts("name", "voice"),
    *(Column(name, Text) for name in ("happened", "said", "known")),
)
"""What the lines of an entry claim, with three of the four dates; the fourth is the entry's."""

CONCERN = _table(
    "concern",
    _entry_key(),
    Column("actor", Text, primary_key=True),
    Index("concern_actor", "actor", "entry"),
)
"""Whom an entry is about, for those who watch a party."""

APPOINTMENT = _table("appointment", _counted(), *_texts("person", "role", "appointed_by"), _recorded())
"""Who may do what; the last row of a person counts."""

TOKEN = _table("token", Column("digest", Text, primary_key=True), *_texts("person"), _recorded())
"""The digests of tokens; a token itself is shown once and kept nowhere."""

REVOCATION = _table(
    "revocation", Column("digest", Text, ForeignKey("token.digest"), primary_key=True), _recorded()
)
"""Tokens that count no longer."""

SIGN_IN = _table("sign_in", _counted(), *_texts("person", "place"), _recorded())
"""Who came in, from where and when; an empty person is a token that nobody has."""

WATCH = _table(
    "watch",
    _counted(),
    *_texts("person", "kind", "name"),
    Column("begins", Integer, nullable=False),
    _recorded(),
)
"""What a person wants to hear of; ``begins`` is 1, and 0 where they want it no longer."""

LOOK = _table("look", _counted(), *_texts("person"), Column("entry", NUMBER, nullable=False), _recorded())
"""Up to which entry a person has looked."""

TABLES = tuple(METADATA.sorted_tables)
"""Every table, each behind those that it refers to."""
