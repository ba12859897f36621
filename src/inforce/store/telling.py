"""What went wrong with a database, in words for the person who asked; no word of it is a password."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from inforce.store.errors import (
    AbsentError,
    DamagedError,
    NotWrittenError,
    RefusedError,
    StoreError,
    UnreachableError,
)

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

_PASSWORD = re.compile(r":[^@]*@")


def shown(where: str) -> str:
    """Return the place of a store as it may be shown.

    >>> shown("postgresql://olga:s3cret@server/treaties")
    'postgresql:…@server/treaties'
    """
    return _PASSWORD.sub(":…@", where)


@contextmanager
def told() -> Iterator[None]:
    """Say what went wrong with a database.

    Raises:
        StoreError: of the kind that says what to do.
    """
    from sqlalchemy.exc import ArgumentError, DBAPIError
    from sqlalchemy.exc import TimeoutError as NoConnectionError

    try:
        yield
    except NoConnectionError:
        raise UnreachableError("The database has no connection to spare. Try again.") from None
    except DBAPIError as error:
        raise _from(error) from error
    except ArgumentError:
        raise RefusedError(ADDRESS) from None
    except UnicodeEncodeError:
        raise RefusedError("What was given is no text: half of a character is missing.") from None
    except OverflowError:
        raise AbsentError("There is no entry with so large a number.") from None


ADDRESS = (
    "The address of the database cannot be read: postgresql://NAME:PASSWORD@HOST:PORT/DATABASE. "
    "In a name or a password write @ as %40, / as %2F and : as %3A."
)


def _from(error: DBAPIError) -> StoreError:
    message = str(error.orig).strip()
    for part, kind, words in _KNOWN:
        if part in message:
            return kind(words)
    if error.connection_invalidated or "connect" in message.partition("connection option")[0]:
        return UnreachableError(f"The database cannot be reached: {message}")
    return NotWrittenError(f"The database does not take it: {message}. Nothing of it is stored.")


_KNOWN: tuple[tuple[str, type[StoreError], str], ...] = (
    (
        "file is not a database",
        RefusedError,
        "This file is no store of inforce, nor any database. It is left as it is; name another.",
    ),
    (
        "unable to open database file",
        UnreachableError,
        "The file of the store cannot be opened: its folder is not there, or nobody may write in it.",
    ),
    (
        "malformed",
        DamagedError,
        "The file of the store is damaged. Keep it as it is, and restore the last backup into a new one.",
    ),
    ("out of range", AbsentError, "There is no entry with so large a number."),
)
