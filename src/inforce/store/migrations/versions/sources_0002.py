"""An entry may bring sources along that no bibliography has yet."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give every entry a place for its sources; those that are there have none."""
    sources = sa.Column(
        "sources",
        sa.Text,
        sa.CheckConstraint("sources = '' OR about IS NULL", name="decision_sources"),
        nullable=False,
        server_default="",
    )
    op.add_column("entry", sources)
