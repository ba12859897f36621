"""The claim log, its people and their watch lists; nothing in it can be changed or removed."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

from inforce.store.migrations.append_only import POSTGRESQL, SQLITE, statements
from inforce.store.schema import NUMBER, UtcTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_KINDS = "'claim', 'correction', 'proposal', 'acceptance', 'rejection', 'withdrawal'"
_DECISIONS = "'acceptance', 'rejection', 'withdrawal'"


def upgrade() -> None:
    """Make the tables, then what keeps them append-only."""
    _entries()
    _about_entries()
    _people()
    _watching()
    dialect = op.get_bind().dialect.name
    for statement in statements(POSTGRESQL if dialect == "postgresql" else SQLITE, _TABLES):
        op.get_bind().exec_driver_sql(statement)


_TABLES = ("entry", "claim", "concern", "appointment", "token", "revocation", "sign_in", "watch", "look")


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(name, *parts, sqlite_strict=True)


def _text(name: str, check: str = "", *, key: bool = False) -> sa.Column[str]:
    """Return a column that is never without text; ``check`` says what the text must be besides."""
    checks = [sa.CheckConstraint(check)] if check else []
    return sa.Column(name, sa.Text, *checks, primary_key=key, nullable=False)


def _recorded() -> sa.Column[datetime]:
    return sa.Column("recorded", UtcTime, nullable=False)


def _counted() -> sa.Column[int]:
    return sa.Column("number", NUMBER, primary_key=True)


def _entries() -> None:
    _table(
        "entry",
        sa.Column("id", NUMBER, primary_key=True, autoincrement=False),
        _text("kind", f"kind IN ({_KINDS})"),
        _text("treaty", "treaty <> ''"),
        _text("text"),
        _text("author", "author <> ''"),
        _text("reason", "reason <> ''"),
        _recorded(),
        sa.Column("corrects", NUMBER, sa.ForeignKey("entry.id")),
        sa.Column("about", NUMBER, sa.ForeignKey("entry.id")),
        _text("digest", "length(digest) = 64"),
        sa.CheckConstraint(f"(kind IN ({_DECISIONS})) = (about IS NOT NULL)", name="decision_about"),
        sa.CheckConstraint(f"(kind IN ({_DECISIONS})) = (text = '')", name="decision_text"),
        sa.CheckConstraint("kind <> 'correction' OR corrects IS NOT NULL", name="correction_corrects"),
        sa.CheckConstraint("corrects IS NULL OR kind IN ('correction', 'proposal')", name="corrects_kind"),
        sa.CheckConstraint("coalesce(corrects, 0) < id AND coalesce(about, 0) < id", name="older"),
    )
    once = sa.text("kind IN ('acceptance', 'rejection')")
    op.create_index("decided_once", "entry", ["about"], unique=True, sqlite_where=once, postgresql_where=once)


def _about_entries() -> None:
    _table(
        "claim",
        sa.Column("entry", NUMBER, sa.ForeignKey("entry.id"), primary_key=True),
        sa.Column("number", NUMBER, primary_key=True, autoincrement=False),
        _text("name"),
        _text("voice"),
        *(sa.Column(name, sa.Text) for name in ("happened", "said", "known")),
    )
    _table(
        "concern",
        sa.Column("entry", NUMBER, sa.ForeignKey("entry.id"), primary_key=True),
        _text("actor", key=True),
    )
    op.create_index("concern_actor", "concern", ["actor", "entry"])


def _people() -> None:
    _table(
        "appointment",
        _counted(),
        _text("person", "person <> ''"),
        _text("role", "role IN ('reader', 'contributor', 'editor', 'none')"),
        _text("appointed_by"),
        _recorded(),
    )
    _table("token", _text("digest", "length(digest) = 64", key=True), _text("person"), _recorded())
    _table(
        "revocation",
        sa.Column("digest", sa.Text, sa.ForeignKey("token.digest"), primary_key=True),
        _recorded(),
    )
    _table("sign_in", _counted(), _text("person"), _text("place"), _recorded())


def _watching() -> None:
    _table(
        "watch",
        _counted(),
        _text("person"),
        _text("kind", "kind IN ('treaty', 'party')"),
        _text("name"),
        sa.Column("begins", sa.Integer, sa.CheckConstraint("begins IN (0, 1)"), nullable=False),
        _recorded(),
    )
    _table("look", _counted(), _text("person"), sa.Column("entry", NUMBER, nullable=False), _recorded())
