"""The options of the verbs, each defined once, and what they give."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypedDict, TypeVar

import click

from inforce.cli import completing
from inforce.cli.day import read_day

if TYPE_CHECKING:
    from inforce.answers import Library, TreatyDesk
    from inforce.answers.asking import About

Command = TypeVar("Command", bound=Callable[..., object])
Option = Callable[[Command], Command]

TREATY = click.argument("treaty", shell_complete=completing.treaties)
INSTRUMENT = click.option(
    "--instrument",
    metavar="ID",
    shell_complete=completing.instruments,
    help="Ask about one of the treaty's instruments.",
)
CLAUSE = click.option(
    "--clause",
    metavar="ID",
    shell_complete=completing.clauses,
    help="Ask about a clause, by number or alias.",
)
FOR = click.option(
    "--for", "party", metavar="PARTY", shell_complete=completing.parties, help="Ask for one party."
)
BETWEEN = click.option(
    "--between", nargs=2, metavar="A B", shell_complete=completing.parties, help="Ask as between two parties."
)
ON = click.option("--on", callback=read_day, metavar="DAY", help="The day asked about; today by default.")
VIEW = click.option(
    "--view",
    default="all-voices",
    show_default=True,
    metavar="VIEW",
    shell_complete=completing.views,
    help="In whose view.",
)
VIEWS = click.option(
    "--view",
    "views",
    multiple=True,
    metavar="VIEW",
    shell_complete=completing.views,
    help="In whose view; may be given again, to see several. Without it, all-voices.",
)
KNOWN = click.option(
    "--known", callback=read_day, metavar="DAY", help="Leave out what was not known by that day."
)
FILES = click.option(
    "--book",
    "books",
    multiple=True,
    metavar="PATH",
    type=click.Path(),
    help="A treaty file to read; may be given again. Without it, every book that comes with the program.",
)
STORE = click.option(
    "--store",
    metavar="STORE",
    envvar="INFORCE_STORE",
    help="A claim log that adds to the files: a file, or the address of a PostgreSQL database.",
)
OUTPUT = click.option(
    "--output",
    metavar="FILE",
    type=click.Path(allow_dash=True),
    help="Write to a file, whole or not at all; without it, or with -, to the standard output.",
)
WHY = click.option("--why", "with_reasons", is_flag=True, help="Give the reasons of every view too.")
JSON = click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")


def BOOK(command: Command) -> Command:  # noqa: N802 - it stands among the options
    """Give a verb the two options that say what is read: the files, and a log that adds to them."""
    return FILES(STORE(command))


PART = (INSTRUMENT, CLAUSE, FOR, BETWEEN)
"""The options that narrow a question to a part of the treaty, or to some of its parties."""

ASKING = (*PART, ON, VIEW, KNOWN, BOOK, JSON)
"""The options of a whole question of status."""


class Asked(TypedDict, total=False):
    """What the options of a question give; a verb without an option leaves its key out."""

    treaty: str
    instrument: str | None
    clause: str | None
    party: str | None
    between: tuple[str, str] | None
    on: str | None
    view: str
    known: str | None
    books: tuple[str, ...]
    store: str | None
    as_json: bool
    with_reasons: bool


def taking(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Give a verb its options, in the order in which its help lists them."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def library(books: tuple[str, ...], store: str | None = None) -> Library:
    """Open the books that are asked, or every book that comes with the program, with what a log adds to them.

    Raises:
        BookProblemsError: if a file has problems.
        RefusedError: if there is no such store.
    """
    from inforce.answers import open

    return open(*books, store=store)


def desk(asked: Asked) -> TreatyDesk:
    """Return the desk of the treaty that is asked.

    Raises:
        BookProblemsError: if a file has problems.
        UnknownNameError: if no book has such a treaty.
    """
    pair, party = asked.get("between") or (), asked.get("party")
    opened = library(asked["books"], asked["store"])
    return opened.treaty(asked["treaty"], (*pair, *((party,) if party else ())))


def about(asked: Asked) -> About:
    """Return what narrows a question down: the part of the treaty, the parties, the view, the knowledge."""
    return {
        "instrument": asked.get("instrument"),
        "clause": asked.get("clause"),
        "party": asked.get("party"),
        "between": asked.get("between"),
        "view": asked.get("view"),
        "known": asked.get("known"),
    }
