"""The time of an entry is what the clock said: after a clock that ran ahead, an earlier one may follow.

The order of the log is that of its numbers, which the database goes on to enforce.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let the database insist on the numbers alone."""
    bind = op.get_bind()
    statements = _POSTGRESQL if bind.dialect.name == "postgresql" else _SQLITE
    for statement in statements:
        bind.exec_driver_sql(statement)


_SQLITE = (
    "DROP TRIGGER entry_order",
    """\
CREATE TRIGGER entry_order BEFORE INSERT ON entry
WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'entries are numbered in the order of commit'); END""",
)

_POSTGRESQL = (
    """\
CREATE OR REPLACE FUNCTION check_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM entry)
  THEN RAISE EXCEPTION 'entries are numbered in the order of commit'; END IF;
  RETURN NEW;
END $$""",
)
