"""Due: what falls due within some days."""

from __future__ import annotations

from typing import Unpack

import click

from inforce.cli import completing
from inforce.cli.day import read_day
from inforce.cli.options import BOOK, FOR, JSON, KNOWN, VIEW, Asked, library, taking
from inforce.cli.screen import say, say_json
from inforce.cli.verb import verb


class _Due(Asked):
    first: str
    last: str
    undated: bool
    over: bool


@verb("due")
@taking(
    click.argument("treaty", required=False, shell_complete=completing.treaties),
    FOR,
    click.option(
        "--from", "first", required=True, callback=read_day, metavar="DAY", help="The first day asked about."
    ),
    click.option(
        "--to", "last", required=True, callback=read_day, metavar="DAY", help="The last day, itself included."
    ),
    click.option("--no-day", "undated", is_flag=True, help="Also duties that are due and have no day."),
    click.option(
        "--all", "over", is_flag=True, help="Also days of what has ended or does not apply by then."
    ),
    click.option("--why", "with_reasons", is_flag=True, help="Give the reasons of every day."),
    VIEW,
    KNOWN,
    BOOK,
    JSON,
)
def due_command(**asked: Unpack[_Due]) -> None:
    """Tell what falls due.

    Last days of duties and for notices, first days of powers, terms that run out and notices that take
    effect, from one day through another, in TREATY or in all.
    """
    from inforce.answers.asking import DueAsked, window_from_asked
    from inforce.answers.queries import query_of_due
    from inforce.cli.dues import lines_of_dues

    about: DueAsked = {
        "treaty": asked["treaty"],
        "party": asked["party"],
        "view": asked["view"],
        "known": asked["known"],
        "undated": asked["undated"],
        "over": asked["over"],
    }
    found = library(asked["books"], asked["store"]).due(asked["first"], asked["last"], **about)
    if asked["as_json"]:
        say_json(query_of_due(window_from_asked(asked["first"], asked["last"], about)), found)
    else:
        say(lines_of_dues(found, _head(asked), with_reasons=asked["with_reasons"]))


def _head(asked: _Due) -> str:
    treaty = f" in {asked['treaty']}" if asked["treaty"] else ""
    party = f" for {asked['party']}" if asked["party"] else ""
    known = f", as known on {asked['known']}" if asked["known"] else ""
    return f"due{treaty}{party} from {asked['first']} through {asked['last']}, view {asked['view']}{known}"
