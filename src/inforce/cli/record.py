"""Show, acts and list: what the record has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from inforce.cli import completing
from inforce.cli.options import BOOK, CLAUSE, JSON, KNOWN, TREATY, VIEW, Asked, desk, library, taking
from inforce.cli.screen import say, say_json
from inforce.cli.verb import verb


@verb("show")
@taking(TREATY, CLAUSE, BOOK, JSON)
def show_command(**asked: Unpack[Asked]) -> None:
    """Show what the record says of TREATY or of a clause of it.

    Nothing is computed: names, instruments, clauses, records with their votes, and the sources.
    """
    from inforce.cli.recorded import lines_of_shown

    clause = asked["clause"] or ""
    shown = desk(asked).show(clause)
    if asked["as_json"]:
        say_json({"verb": "show", "treaty": asked["treaty"], "clause": clause or None}, [shown])
    else:
        say(lines_of_shown(shown))


class _By(Asked):
    by: str


@verb("acts")
@taking(
    TREATY,
    click.option(
        "--by",
        default="",
        metavar="ACTOR",
        shell_complete=completing.actors,
        help="Only the acts of one actor.",
    ),
    VIEW,
    KNOWN,
    BOOK,
    JSON,
)
def acts_command(**asked: Unpack[_By]) -> None:
    """List each act on TREATY: as what it counts, its effect or the element that it lacks."""
    from inforce.cli.recorded import lines_of_acts

    view, known, by = asked["view"], asked["known"], asked["by"]
    found = desk(asked).acts(by, view, known)
    if asked["as_json"]:
        query = {"verb": "acts", "treaty": asked["treaty"], "by": by or None, "view": view, "known": known}
        say_json(query, found)
    else:
        say(lines_of_acts(found))


@verb("list")
@taking(BOOK, JSON)
def list_command(books: tuple[str, ...], as_json: bool) -> None:
    """List the treaties and the views of the books."""
    from inforce.cli.listing import lines_of_listing, listing_from_book

    listed = listing_from_book(library(books).book)
    if as_json:
        say_json({"verb": "list", "books": books}, listed)
    else:
        say(lines_of_listing(listed))
