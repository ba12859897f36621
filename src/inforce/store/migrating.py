"""Make a store what this version of the program expects, or find that it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inforce.store.errors import RefusedError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

HEAD = "0003"
"""The last migration; a test compares it with the folder."""

_LOCK = 7_305_804_385


def migrate(engine: Engine, *, create: bool = True) -> None:
    """Bring a database to the last migration; of several who try at once one does it and the others wait.

    Raises:
        RefusedError: if the database is somebody else's, or a later version's, or empty and to be left so.
    """
    from inforce.store.connecting import WRITING

    with engine.connect() as connection:
        if is_current(connection, create=create):
            return
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        if not is_current(connection):
            run_steps(connection)


def is_current(connection: Connection, *, create: bool = True) -> bool:
    """Whether there is nothing to do; a database with tables that are not ours is left alone.

    Raises:
        RefusedError: if the database is somebody else's, or a later version's, or empty and to be left so.
    """
    import sqlalchemy as sa

    tables = sa.inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise RefusedError("This database is something else, not a store of inforce. Name another.")
        if not create:
            raise RefusedError("There is no store in this database. `inforce log append` begins one.")
        _check_encoding(connection)
        return False
    revision = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    if revision is not None and revision > HEAD:
        raise RefusedError("This store was made by a later version of inforce. Update the program.")
    return bool(revision == HEAD)


def _check_encoding(connection: Connection) -> None:
    """Refuse to begin a log in a database that cannot keep every script: treaties have titles in all of them."""
    if connection.dialect.name == "postgresql":
        found = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if found != "UTF8":
            raise RefusedError(
                f"This database has the encoding {found}; a log needs UTF8. "
                "Make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0."
            )


def run_steps(connection: Connection, last: str = HEAD) -> None:
    """Run the migrations that are missing up to one, inside the transaction that is open."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    folder = ScriptDirectory(str(Path(__file__).parent / "migrations"))
    context = MigrationContext.configure(connection, opts={"transactional_ddl": False})
    missing = [*folder.iterate_revisions(last, context.get_current_revision() or "base")]
    with Operations.context(context):
        for step in reversed(missing):
            step.module.upgrade()
            context.stamp(folder, step.revision)
