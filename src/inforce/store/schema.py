"""The tables of a store, the same in SQLite and PostgreSQL; the migrations make them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
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


def _table(name: str, *parts: Column[Any] | CheckConstraint | Index) -> Table:
    return Table(name, METADATA, *parts, sqlite_strict=True)


ENTRY = _table(
    "entry",
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("treaty", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("recorded", UtcTime, nullable=False),
    Column("corrects", NUMBER, ForeignKey("entry.id")),
    Column("about", NUMBER, ForeignKey("entry.id")),
    Column("digest", Text, nullable=False),
    Column("sources", Text, nullable=False, server_default=""),
    Index(
        "decided_once",
        "about",
        unique=True,
        sqlite_where=text("kind IN ('acceptance', 'rejection')"),
        postgresql_where=text("kind IN ('acceptance', 'rejection')"),
    ),
)
"""The log: one row an entry, numbered in the order of commit without a gap."""

CLAIM = _table(
    "claim",
    Column("entry", NUMBER, ForeignKey("entry.id"), primary_key=True),
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("voice", Text, nullable=False),
    Column("happened", Text),
    Column("said", Text),
    Column("known", Text),
)
"""What the lines of an entry claim, with three of the four dates; the fourth is the entry's."""

CONCERN = _table(
    "concern",
    Column("entry", NUMBER, ForeignKey("entry.id"), primary_key=True),
    Column("actor", Text, primary_key=True),
    Index("concern_actor", "actor", "entry"),
)
"""Whom an entry is about, for those who watch a party."""

APPOINTMENT = _table(
    "appointment",
    Column("number", NUMBER, primary_key=True),
    Column("person", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("appointed_by", Text, nullable=False),
    Column("recorded", UtcTime, nullable=False),
)
"""Who may do what; the last row of a person counts."""

TOKEN = _table(
    "token",
    Column("digest", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("recorded", UtcTime, nullable=False),
)
"""The digests of tokens; a token itself is shown once and kept nowhere."""

REVOCATION = _table(
    "revocation",
    Column("digest", Text, ForeignKey("token.digest"), primary_key=True),
    Column("recorded", UtcTime, nullable=False),
)
"""Tokens that count no longer."""

SIGN_IN = _table(
    "sign_in",
    Column("number", NUMBER, primary_key=True),
    Column("person", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("recorded", UtcTime, nullable=False),
)
"""Who came in, from where and when; an empty person is a token that nobody has."""

WATCH = _table(
    "watch",
    Column("number", NUMBER, primary_key=True),
    Column("person", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("begins", Integer, nullable=False),
    Column("recorded", UtcTime, nullable=False),
)
"""What a person wants to hear of; ``begins`` is 1, and 0 where they want it no longer."""

LOOK = _table(
    "look",
    Column("number", NUMBER, primary_key=True),
    Column("person", Text, nullable=False),
    Column("entry", NUMBER, nullable=False),
    Column("recorded", UtcTime, nullable=False),
)
"""Up to which entry a person has looked."""

TABLES = tuple(METADATA.sorted_tables)
"""Every table, each behind those that it refers to."""
