"""The options that verbs of the log share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

if TYPE_CHECKING:
    from inforce.store import Store

STORE = click.option(
    "--store",
    metavar="STORE",
    envvar="INFORCE_STORE",
    required=True,
    help="The log: a file, or the address of a PostgreSQL database.",
)
BY = click.option("--by", metavar="NAME", required=True, help="Who enters it.")
REASON = click.option("--reason", metavar="TEXT", required=True, help="Why it is entered.")
ENTRY = click.argument("entry", type=click.IntRange(min=1))


class Entering(TypedDict, total=False):
    """What the options of a verb that writes give."""

    store: str
    books: tuple[str, ...]
    by: str
    reason: str
    as_json: bool


def opened(store: str, books: tuple[str, ...] = (), *, create: bool = False) -> Store:
    """Open a store with the books that it adds to.

    Raises:
        RefusedError: if there is no such store, or it is something else.
    """
    from inforce.store import open_store

    return open_store(store, [Path(each) for each in books], create=create)
