"""The claim log, its people and their watch lists; nothing in it can be changed or removed."""

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
    _log()
    _people()
    dialect = op.get_bind().dialect.name
    for statement in statements(POSTGRESQL if dialect == "postgresql" else SQLITE, _TABLES):
        op.get_bind().exec_driver_sql(statement)


_TABLES = ("entry", "claim", "concern", "appointment", "token", "revocation", "sign_in", "watch", "look")


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(name, *parts, sqlite_strict=True)


def _log() -> None:
    _table(
        "entry",
        sa.Column("id", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, sa.CheckConstraint(f"kind IN ({_KINDS})"), nullable=False),
        sa.Column("treaty", sa.Text, sa.CheckConstraint("treaty <> ''"), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("author", sa.Text, sa.CheckConstraint("author <> ''"), nullable=False),
        sa.Column("reason", sa.Text, sa.CheckConstraint("reason <> ''"), nullable=False),
        sa.Column("recorded", UtcTime, nullable=False),
        sa.Column("corrects", NUMBER, sa.ForeignKey("entry.id")),
        sa.Column("about", NUMBER, sa.ForeignKey("entry.id")),
        sa.Column("digest", sa.Text, sa.CheckConstraint("length(digest) = 64"), nullable=False),
        sa.CheckConstraint(f"(kind IN ({_DECISIONS})) = (about IS NOT NULL)", name="decision_about"),
        sa.CheckConstraint(f"(kind IN ({_DECISIONS})) = (text = '')", name="decision_text"),
        sa.CheckConstraint("kind <> 'correction' OR corrects IS NOT NULL", name="correction_corrects"),
        sa.CheckConstraint("corrects IS NULL OR kind IN ('correction', 'proposal')", name="corrects_kind"),
        sa.CheckConstraint("coalesce(corrects, 0) < id AND coalesce(about, 0) < id", name="older"),
    )
    op.create_index(
        "decided_once",
        "entry",
        ["about"],
        unique=True,
        sqlite_where=sa.text("kind IN ('acceptance', 'rejection')"),
        postgresql_where=sa.text("kind IN ('acceptance', 'rejection')"),
    )
    _table(
        "claim",
        sa.Column("entry", NUMBER, sa.ForeignKey("entry.id"), primary_key=True),
        sa.Column("number", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("voice", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("happened", "said", "known")),
    )
    _table(
        "concern",
        sa.Column("entry", NUMBER, sa.ForeignKey("entry.id"), primary_key=True),
        sa.Column("actor", sa.Text, primary_key=True),
    )
    op.create_index("concern_actor", "concern", ["actor", "entry"])


def _people() -> None:
    _table(
        "appointment",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("person", sa.Text, sa.CheckConstraint("person <> ''"), nullable=False),
        sa.Column(
            "role",
            sa.Text,
            sa.CheckConstraint("role IN ('reader', 'contributor', 'editor', 'none')"),
            nullable=False,
        ),
        sa.Column("appointed_by", sa.Text, nullable=False),
        sa.Column("recorded", UtcTime, nullable=False),
    )
    _table(
        "token",
        sa.Column("digest", sa.Text, sa.CheckConstraint("length(digest) = 64"), primary_key=True),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("recorded", UtcTime, nullable=False),
    )
    _table(
        "revocation",
        sa.Column("digest", sa.Text, sa.ForeignKey("token.digest"), primary_key=True),
        sa.Column("recorded", UtcTime, nullable=False),
    )
    _table(
        "sign_in",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("recorded", UtcTime, nullable=False),
    )
    _table(
        "watch",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, sa.CheckConstraint("kind IN ('treaty', 'party')"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("begins", sa.Integer, sa.CheckConstraint("begins IN (0, 1)"), nullable=False),
        sa.Column("recorded", UtcTime, nullable=False),
    )
    _table(
        "look",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("entry", NUMBER, nullable=False),
        sa.Column("recorded", UtcTime, nullable=False),
    )
