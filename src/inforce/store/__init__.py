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

if TYPE_CHECKING:
    from inforce.store.store import Store, open_store

__all__ = [
    "DamagedError",
    "Dated",
    "Entry",
    "Kind",
    "MissingExtraError",
    "NewEntry",
    "NotWrittenError",
    "RefusedError",
    "Standing",
    "Store",
    "StoreError",
    "StoreProblemsError",
    "UnreachableError",
    "open_store",
]


def __getattr__(name: str) -> Any:
    """Import what opens a store when it is asked for.

    Raises:
        AttributeError: if there is no such name.
        MissingExtraError: if the packages that a store needs are not installed.
    """
    if name not in ("Store", "open_store"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        from inforce.store import store
    except ImportError as error:
        if error.name in ("sqlalchemy", "alembic"):
            raise MissingExtraError("store") from None
        raise
    return getattr(store, name)
