"""Append and propose: records that are typed, into the book at once or before an editor."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click

from inforce.cli.log.options import BY, REASON, STORE, Entering, opened
from inforce.cli.options import FILES, JSON, TREATY, taking
from inforce.cli.verb import verb

if TYPE_CHECKING:
    from inforce.store import NewEntry


class _Entered(Entering):
    treaty: str
    records: tuple[str, ...]
    corrects: int | None
    sources: tuple[str, ...]


_RECORDS = (
    TREATY,
    click.argument("records", nargs=-1, required=True, metavar="LINE..."),
    STORE,
    BY,
    REASON,
    click.option(
        "--corrects",
        metavar="ENTRY",
        type=click.IntRange(min=1),
        help="The entry in whose place the lines stand: a slip of our own.",
    ),
    click.option(
        "--source",
        "sources",
        metavar="FILE|JSON",
        multiple=True,
        help="A source that the lines cite and no bibliography has yet, as CSL-JSON; may be given several times.",
    ),
    FILES,
    JSON,
)


@verb("append")
@taking(*_RECORDS)
def append_command(**asked: Unpack[_Entered]) -> None:
    """Enter records.

    The lines are written as under TREATY in its file, and are checked with the whole book first. If they have a
    problem, nothing is stored. With - they come from the standard input.
    """
    from inforce.cli.log.telling import tell_written

    with opened(asked["store"], asked["books"], create=True) as store:
        before = store.book()
        tell_written("append", store, store.append(_new(asked)), before, as_json=asked["as_json"])


@verb("propose")
@taking(*_RECORDS)
def propose_command(**asked: Unpack[_Entered]) -> None:
    """Propose records.

    They are checked like an entry, and are in the book only when an editor has accepted them.
    """
    from inforce.cli.log.telling import tell_written

    with opened(asked["store"], asked["books"], create=True) as store:
        before = store.book()
        tell_written("propose", store, store.propose(_new(asked)), before, as_json=asked["as_json"])


def _new(asked: _Entered) -> NewEntry:
    from inforce.store import NewEntry

    typed = sys.stdin.read() if asked["records"] == ("-",) else "\n".join(asked["records"])
    return NewEntry(
        asked["treaty"], typed, asked["by"], asked["reason"], asked["corrects"], _sources(asked["sources"])
    )


def _sources(given: tuple[str, ...]) -> str:
    """Return what was given as one array of CSL-JSON; what is none is told by the check of the entry."""
    from inforce.load.own_sources import canonical

    arrays = [canonical(_json(each)) for each in given]
    inner = (each.removeprefix("[").removesuffix("]") for each in arrays if each)
    return arrays[0] if len(arrays) == 1 else canonical(f"[{','.join(inner)}]")


def _json(given: str) -> str:
    """Return JSON that was typed, or that stands in a file."""
    if given.lstrip().startswith(("{", "[")):
        return given
    from inforce.source import Problem, read_source
    from inforce.store import StoreProblemsError

    source = read_source(given)
    if isinstance(source, Problem):
        raise StoreProblemsError([source])
    return source.text
