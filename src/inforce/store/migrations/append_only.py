"""What keeps a store append-only inside the database, so that no other program can take anything back.

Rows are neither changed nor removed; entries are numbered without a gap and, until a later migration, their times
never go backwards.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

Dialect = Literal["sqlite", "postgresql"]
SQLITE: Dialect = "sqlite"
POSTGRESQL: Dialect = "postgresql"


def statements(dialect: Dialect, tables: Iterable[str]) -> Iterator[str]:
    """Yield the statements that make the triggers of some tables."""
    if dialect == SQLITE:
        yield _SQLITE_ORDER
        for table in tables:
            yield from (_SQLITE_KEPT.format(table=table, act=act) for act in ("UPDATE", "DELETE"))
    else:
        yield from (_POSTGRESQL_REFUSAL, _POSTGRESQL_ORDER, _POSTGRESQL_ORDERED)
        yield from (_POSTGRESQL_KEPT.format(table=table) for table in tables)
        yield from (_POSTGRESQL_WHOLE.format(table=table) for table in tables)


_SQLITE_KEPT = """\
CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table}
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"""

_SQLITE_ORDER = """\
CREATE TRIGGER entry_order BEFORE INSERT ON entry
WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM entry)
  OR NEW.recorded < (SELECT recorded FROM entry ORDER BY id DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'entries are numbered and timed in the order of commit'); END"""

_POSTGRESQL_REFUSAL = """\
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the log is append-only'; END $$"""

_POSTGRESQL_KEPT = """\
CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_change()"""

_POSTGRESQL_WHOLE = """\
CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"""

_POSTGRESQL_ORDER = """\
CREATE FUNCTION check_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM entry)
    OR NEW.recorded < (SELECT recorded FROM entry ORDER BY id DESC LIMIT 1)
  THEN RAISE EXCEPTION 'entries are numbered and timed in the order of commit'; END IF;
  RETURN NEW;
END $$"""

_POSTGRESQL_ORDERED = """\
CREATE TRIGGER entry_order BEFORE INSERT ON entry
FOR EACH ROW EXECUTE FUNCTION check_order()"""
