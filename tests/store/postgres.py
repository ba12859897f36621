"""A real PostgreSQL for the tests, one for all of them; where none can be installed they are skipped."""

from __future__ import annotations

import atexit
import itertools
import shutil
import warnings
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from urllib.parse import quote

import pytest

_NUMBERS = itertools.count()


@cache
def server() -> Any:
    """Start PostgreSQL in a folder of its own; it ends with the tests."""
    if find_spec("pgserver") is None:
        pytest.skip("PostgreSQL cannot be installed here")
    with warnings.catch_warnings():
        # where a server that belongs to nobody keeps its socket is not our affair
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
        import pgserver

    folder = Path(mkdtemp(prefix="inforce-postgres-"))
    found = pgserver.get_server(folder / "data", cleanup_mode="stop")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return found


def fresh_database() -> str:
    """Return the address of a place in the server in which nothing is: a schema of its own, made in a moment."""
    import psycopg

    name = f"log_{next(_NUMBERS)}"
    with psycopg.connect(address_of(), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return address_of(name)


def address_of(schema: str = "public") -> str:
    """Return the address of a schema of the server."""
    folder = quote(str(server().pgdata), safe="")
    return f"postgresql://postgres:@/postgres?host={folder}&options=-csearch_path%3D{schema}"


def stop(how: str = "fast") -> None:
    """Stop the server under its clients; ``immediate`` is as if it had lost its power."""
    from pgserver.postgres_server import pg_ctl

    pg_ctl(["-m", how, "-w", "stop"], pgdata=server().pgdata, user=server().system_user)


def start() -> None:
    """Start the server again; a slow machine may need more than one try."""
    for left in (2, 1, 0):
        try:
            server().ensure_postgres_running()
            return
        except Exception:
            if not left:
                raise
