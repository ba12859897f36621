"""The append-only claim log: who entered which records, when, and why; SQLite by default, PostgreSQL for a team.

Only values and errors are imported here. Opening a store needs the packages of the extra ``store``.
"""

from typing import TYPE_CHECKING, Any

from inforce.store.entry import Dated, Entry, Kind, NewEntry, Standing
from inforce.store.errors import (
    DamagedError,
    MissingExtraError,
    NotWrittenError,
    RefusedError,
    StoreError,
    StoreProblemsError,
    UnreachableError,
)
from inforce.store.roles import ROLES, Person, Role

if TYPE_CHECKING:
    from inforce.store.people import SignIn
    from inforce.store.store import Store, open_store
    from inforce.store.watching import Watched

__all__ = [
    "ROLES",
    "DamagedError",
    "Dated",
    "Entry",
    "Kind",
    "MissingExtraError",
    "NewEntry",
    "NotWrittenError",
    "Person",
    "RefusedError",
    "Role",
    "SignIn",
    "Standing",
    "Store",
    "StoreError",
    "StoreProblemsError",
    "UnreachableError",
    "Watched",
    "open_store",
]


_OPENED = {"Store": "store", "open_store": "store", "SignIn": "people", "Watched": "watching"}


def __getattr__(name: str) -> Any:
    """Import what opens a store when it is asked for.

    Raises:
        AttributeError: if there is no such name.
        MissingExtraError: if the packages that a store needs are not installed.
    """
    if name not in _OPENED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        from importlib import import_module

        return getattr(import_module(f"inforce.store.{_OPENED[name]}"), name)
    except ImportError as error:
        if error.name in ("sqlalchemy", "alembic"):
            raise MissingExtraError("store") from None
        raise
