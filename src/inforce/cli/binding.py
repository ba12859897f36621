"""Parties and between: who is bound, and what binds two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from inforce.cli import completing
from inforce.cli.options import BOOK, JSON, KNOWN, ON, TREATY, VIEW, Asked, about, desk, library, taking
from inforce.cli.screen import say, say_json
from inforce.cli.verb import verb

if TYPE_CHECKING:
    from inforce.model import Book


@verb("parties")
@taking(TREATY, ON, VIEW, KNOWN, BOOK, JSON)
def parties_command(**asked: Unpack[Asked]) -> None:
    """Tell who is bound on a day.

    Who is bound, who has signed only, who has left and who never joined, how many and since when. An
    instrument is told apart where its parties differ from the treaty's.
    """
    from inforce.answers.queries import query_of_parties
    from inforce.cli.rolls import lines_of_rolls

    at = desk(asked)
    found = at.parties(asked["on"], **about(asked))
    if asked["as_json"]:
        say_json(query_of_parties(at.question(asked["on"], **about(asked))), found)
    else:
        say(lines_of_rolls(found, names_of(at.book)))


class _Between(Asked):
    one: str
    other: str
    statuses: tuple[str, ...]
    over: bool


@verb("between")
@taking(
    click.argument("one", metavar="A", shell_complete=completing.every_party),
    click.argument("other", metavar="B", shell_complete=completing.every_party),
    ON,
    click.option(
        "--status",
        "statuses",
        multiple=True,
        metavar="STATUS",
        shell_complete=completing.statuses,
        help="Only clauses that have, or may have, this status; may be given again.",
    ),
    click.option("--all", "over", is_flag=True, help="Also what has ended between them or does not apply."),
    VIEW,
    KNOWN,
    BOOK,
    JSON,
)
def between_command(**asked: Unpack[_Between]) -> None:
    """Tell all that binds two parties.

    Every treaty and instrument of the books between A and B, and each clause in each direction, with its
    status on the day.
    """
    from inforce.answers.asking import BetweenAsked, pair_from_asked
    from inforce.answers.queries import query_of_between
    from inforce.answers.wording import text_from_day
    from inforce.cli.bonds import lines_of_bonds

    opened = library(asked["books"], asked["store"])
    about: BetweenAsked = {
        "view": asked["view"],
        "known": asked["known"],
        "statuses": asked["statuses"],
        "over": asked["over"],
    }
    pair = pair_from_asked(asked["one"], asked["other"], asked["on"], about)
    found = opened.between(asked["one"], asked["other"], asked["on"], **about)
    if asked["as_json"]:
        say_json(query_of_between(pair), found)
    else:
        known = f", as known on {asked['known']}" if asked["known"] else ""
        on = text_from_day(pair.on)
        head = f"between {asked['one']} and {asked['other']} on {on}, view {asked['view']}{known}"
        say(lines_of_bonds(found, head, opened.book))


def names_of(book: Book) -> dict[str, str]:
    """Return the names of the actors by their codes."""
    return {actor.code: actor.name for actor in book.actors.values()}
