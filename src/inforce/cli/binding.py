"""Parties and between: who is bound, and what binds two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from inforce.cli.options import BOOK, JSON, KNOWN, ON, TREATY, VIEW, Asked, about, desk, taking
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
    from inforce.cli.rolls import lines_of_rolls

    at = desk(asked)
    found = at.parties(asked["on"], **about(asked))
    if asked["as_json"]:
        query = {"verb": "parties", "treaty": at.name, "on": found[0].on}
        say_json({**query, "view": asked["view"], "known": asked["known"]}, found)
    else:
        say(lines_of_rolls(found, names_of(at.book)))


def names_of(book: Book) -> dict[str, str]:
    """Return the names of the actors by their codes."""
    return {actor.code: actor.name for actor in book.actors.values()}
