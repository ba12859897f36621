"""Actors with their names and codes, from the lists of states among the files that are imported."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
from msgspec.structs import replace

from inforce.corpus.schema import table_of
from inforce.exchange.files import File
from inforce.exchange.named import Named
from inforce.exchange.state_lists import listed_states
from inforce.load import book_from_cache_or_files, shipped_books


def actors_table(files: Sequence[File], parties: pa.ChunkedArray) -> pa.Table:
    """Return the actors: those that are parties, named by the lists of states among the files, else by our own."""
    listed = [one for file in files for one in listed_states(file)]
    named = {str(one.cow): one for one in listed if one.cow is not None} | {one.actor: one for one in listed}
    own = {} if listed else shipped_names()
    codes = sorted(str(code) for code in parties.unique().to_pylist())
    return table_of_actors([_called(code, named.get(code), own.get(code, code)) for code in codes])


def _called(code: str, listed: Named | None, name: str) -> Named:
    """Return an actor under the code that the parties have, whatever the list of states calls it."""
    return Named(code, name) if listed is None else replace(listed, actor=code, since=None, until=None)


def table_of_actors(named: Sequence[Named]) -> pa.Table:
    """Return actors as a table of a corpus."""
    columns = {field: [getattr(one, field) for one in named] for field in Named.__struct_fields__}
    return table_of("actors", columns)


def shipped_names() -> dict[str, str]:
    """Return the names of the states of the shipped books, by their codes."""
    paths = [path for path in shipped_books() if path.name == "states.treaty.md"]
    return {actor.code: actor.name for actor in book_from_cache_or_files(paths).book.actors.values()}
