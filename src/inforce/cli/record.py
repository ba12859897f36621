"""Show, acts and list: what the record has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from inforce.cli import completing
from inforce.cli.options import BOOK, CLAUSE, JSON, KNOWN, TREATY, VIEW, Asked, desk, library, taking
from inforce.cli.screen import say, say_json
from inforce.cli.verb import verb

if TYPE_CHECKING:
    from inforce.model import Book


class _About(Asked):
    name: str


@verb("show")
@taking(
    TREATY,
    CLAUSE,
    click.option(
        "--about",
        "name",
        default="",
        metavar="NAME",
        shell_complete=completing.names,
        help="Show what is recorded about an actor, an asset, a fact or a label.",
    ),
    BOOK,
    JSON,
)
def show_command(**asked: Unpack[_About]) -> None:
    """Show what the record says.

    Nothing is computed: names, instruments, clauses, records with their votes, and the sources.
    """
    from inforce.answers.queries import query_of_show
    from inforce.cli.recorded import lines_of_shown

    clause, name = asked["clause"] or "", asked["name"]
    if clause and name:
        raise click.UsageError("Ask for a clause or about a name, not for both.")
    shown = desk(asked).show(clause, name)
    if asked["as_json"]:
        say_json(query_of_show(asked["treaty"], clause, name), [shown])
    else:
        say(lines_of_shown(shown))


class _By(Asked):
    by: str
    voter: str


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
    click.option(
        "--voter",
        default="",
        metavar="NAME",
        shell_complete=completing.voters,
        help="Only the acts on which this one voted, with its vote.",
    ),
    VIEW,
    KNOWN,
    BOOK,
    JSON,
)
def acts_command(**asked: Unpack[_By]) -> None:
    """List each act with its effect.

    An act without effect is listed with the element that it lacks.
    """
    from inforce.answers.queries import query_of_acts
    from inforce.cli.recorded import lines_of_acts

    at, view, known, by = desk(asked), asked["view"], asked["known"], asked["by"]
    _check_actor(at.book, by)
    found = at.acts(by, view, known, asked["voter"])
    if asked["as_json"]:
        say_json(query_of_acts(asked["treaty"], by, asked["voter"], view, known), found)
    else:
        say((_head(asked), *lines_of_acts(found)))


def _check_actor(book: Book, code: str) -> None:
    from inforce.answers import UnknownNameError

    if code and code not in book.actors:
        raise UnknownNameError("actor", code, tuple(book.actors))


def _head(asked: _By) -> str:
    by = f" by {asked['by']}" if asked["by"] else ""
    known = f", as known on {asked['known']}" if asked["known"] else ""
    return f"acts{by} on {asked['treaty']}, view {asked['view']}{known}"


@verb("list")
@taking(BOOK, JSON)
def list_command(books: tuple[str, ...], store: str | None, as_json: bool) -> None:
    """List treaties and views."""
    from inforce.answers.listing import listing_from_book, listing_from_columnar
    from inforce.answers.queries import query_of_list
    from inforce.cli.listing import lines_of_listing

    opened = library(books, store)
    columnar = opened.columnar
    listed = listing_from_book(opened.book) if columnar is None else listing_from_columnar(columnar)
    if as_json:
        say_json(query_of_list(), listed)
    else:
        say(lines_of_listing(listed))
