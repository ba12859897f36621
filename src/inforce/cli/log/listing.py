"""List and effect: what stands in the log, what has become of it, and what a proposal would change."""

from __future__ import annotations

from typing import TypedDict, Unpack

import click

from inforce.cli.log.options import ENTRY, STORE, opened
from inforce.cli.options import FILES, JSON, VIEWS, taking
from inforce.cli.screen import say, say_json
from inforce.cli.verb import verb


class _Listed(TypedDict):
    store: str
    treaty: str
    since: int
    only_open: bool
    as_json: bool


@verb("list")
@taking(
    STORE,
    click.option("--treaty", metavar="TREATY", default="", help="Only entries under one treaty."),
    click.option(
        "--since",
        metavar="ENTRY",
        type=click.IntRange(min=0),
        default=0,
        help="Only entries after this one.",
    ),
    click.option("--open", "only_open", is_flag=True, help="Only proposals that wait for a decision."),
    JSON,
)
def list_command(**asked: Unpack[_Listed]) -> None:
    """List entries.

    They come in the order in which they were committed, each with its author, its reason and its dates.
    """
    from inforce.cli.log.telling import Listed, lines_of_entries

    with opened(asked["store"]) as store:
        found = [
            Listed(entry, standing)
            for entry, standing in store.entries_with_standing(asked["since"], asked["treaty"])
            if standing == "proposed" or not asked["only_open"]
        ]
    if asked["as_json"]:
        query = {"treaty": asked["treaty"], "since": asked["since"], "open": asked["only_open"]}
        say_json({"verb": "log list", **query}, found)
    else:
        say(lines_of_entries(found))


class _Effect(TypedDict):
    entry: int
    store: str
    views: tuple[str, ...]
    books: tuple[str, ...]
    as_json: bool


@verb("effect")
@taking(ENTRY, STORE, VIEWS, FILES, JSON)
def effect_command(**asked: Unpack[_Effect]) -> None:
    """Tell what a proposal would change.

    The intervals of its treaty that would be otherwise if it were accepted: in every view that belongs to the
    treaty, or in those named. And every expectation that holds now and would fail.
    """
    from inforce.answers.broken import lines_of_broken
    from inforce.answers.effect import effect, lines_of_effect
    from inforce.cli.log.telling import broken_between

    with opened(asked["store"], asked["books"]) as store:
        proposed = store.entry(asked["entry"])
        after, before = store.book_if(proposed.id), store.book()
    found = effect(before.book, after.book, proposed.treaty, asked["views"], proposed.actors)
    broken = broken_between(before, after, proposed.treaty)
    if asked["as_json"]:
        query = {"verb": "log effect", "entry": asked["entry"], "views": asked["views"]}
        say_json(query, found, broken=broken)
    else:
        say((*lines_of_effect(found), *lines_of_broken(broken, would=True)))
