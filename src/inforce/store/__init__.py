"""The append-only claim log: who entered which records, when, and why; SQLite by default, PostgreSQL for a team.

Only values and errors are imported here. Opening a store needs the packages of the extra ``store``.
"""

from typing import TYPE_CHECKING, Any

from inforce.store.entry import Dated, Entry, Kind, NewEntry, Standing
from inforce.store.errors import (
    AbsentError,
    DamagedError,
    DecidedError,
    MissingExtraError,
    NotAllowedError,
    NotWrittenError,
    RefusedError,
    StoreError,
    StoreProblemsError,
    UnreachableError,
)
from inforce.store.roles import ROLES, Person, Role

if TYPE_CHECKING:
    from inforce.store.leafing import Wanted
    from inforce.store.marking import Mark
    from inforce.store.people import Appointment, SignIn
    from inforce.store.store import Store, open_store
    from inforce.store.watching import Watched

__all__ = [
    "ROLES",
    "AbsentError",
    "Appointment",
    "DamagedError",
    "Dated",
    "DecidedError",
    "Entry",
    "Kind",
    "Mark",
    "MissingExtraError",
    "NewEntry",
    "NotAllowedError",
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
    "Wanted",
    "Watched",
    "open_store",
]


_OPENED = {
    "Appointment": "people",
    "Mark": "marking",
    "SignIn": "people",
    "Store": "store",
    "Wanted": "leafing",
    "Watched": "watching",
    "open_store": "store",
}


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
