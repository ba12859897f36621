"""Export: a treaty, a part of it or everything, in the formats that other programs read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Unpack

import click

from inforce.cli import completing
from inforce.cli.exported import FORMATS, Exported, check_together, read_base
from inforce.cli.options import BOOK, CLAUSE, FOR, INSTRUMENT, KNOWN, ON, VIEW, library, taking
from inforce.cli.verb import Refused, verb

if TYPE_CHECKING:
    from inforce.answers import Library
    from inforce.corpus.duck import Watching
    from inforce.exchange.forms.address import Asked as Address
    from inforce.exchange.forms.books import BooksOnce
    from inforce.temporal import Day


@verb("export")
@taking(
    click.argument("treaty", required=False, shell_complete=completing.treaties),
    click.option(
        "--all", "everything", is_flag=True, help="Export everything in the books instead of one treaty."
    ),
    click.option(
        "--to",
        "form",
        required=True,
        type=click.Choice(FORMATS),
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)}.",
    ),
    CLAUSE,
    INSTRUMENT,
    FOR,
    ON,
    VIEW,
    KNOWN,
    click.option(
        "--out",
        metavar="FILE",
        type=click.Path(allow_dash=True),
        help="Write to a file, whole or not at all; without it, or with -, to the standard output.",
    ),
    click.option(
        "--base",
        callback=read_base,
        metavar="URL",
        help="Where the addresses in it begin; by default where `inforce serve` is.",
    ),
    BOOK,
)
def export_command(**asked: Unpack[Exported]) -> None:
    """Write answers in other formats.

    TREATY, or a part of it, is written as the page writes it behind an address that ends in the format; with --all,
    every interval of every treaty.
    """
    from inforce.cli.output import write_pieces
    from inforce.cli.progress import waiting

    check_together(asked)
    opened = library(asked["books"], asked["store"])
    with waiting("export") as watching:
        write_pieces(_pieces(opened, asked, watching), asked["out"])


def _pieces(opened: Library, asked: Exported, watching: Watching | None) -> Iterator[bytes]:
    """Yield the export, with an error that says what to install where something is missing.

    Raises:
        Refused: if the format needs what is not installed.
    """
    try:
        yield from _told(opened, asked, watching)
    except ModuleNotFoundError as error:
        raise Refused(f'{error.name} is missing. Install it with: pip install "inforce[exchange]"') from None


def _told(opened: Library, asked: Exported, watching: Watching | None) -> Iterator[bytes]:
    from inforce.exchange.forms.address import BASE
    from inforce.exchange.forms.books import BooksOnce
    from inforce.exchange.forms.tell import told_as
    from inforce.exchange.forms.walk import Whole
    from inforce.exchange.forms.whole import told_whole

    if opened.columnar is not None and asked["form"] in ("bibtex", "csl-json"):
        raise Refused("A columnar book has no bibliography: its sources are files. Export csv or ttl.")
    base = (asked["base"] or BASE).rstrip("/")
    if asked["everything"]:
        yield from told_whole(
            opened, asked["form"], Whole(asked["view"], _day(asked["known"]), base), watching
        )
    else:
        books = BooksOnce(_of_one(opened, asked))
        yield told_as(books, _address(books, asked), asked["form"], base)


def _of_one(opened: Library, asked: Exported) -> Library:
    """Return the book that has the treaty: of a columnar book, the treaty alone."""
    from inforce.answers import Library

    at = opened.treaty(asked["treaty"], (asked["party"],) if asked["party"] else ())
    return Library(at.book, opened.paths, opened.added)


def _address(books: BooksOnce, asked: Exported) -> Address:
    """Return what is asked as its address has it.

    Raises:
        UnknownNameError: if --clause names no clause.
    """
    from inforce.answers import UnknownNameError
    from inforce.exchange.forms.address import Asked as Address
    from inforce.exchange.forms.part import part_named

    found = Address(
        asked["treaty"],
        asked["clause"] or asked["instrument"] or "",
        _day(asked["on"]),
        asked["view"],
        _day(asked["known"]),
        asked["party"] or "",
    )
    _, kind = part_named(books, found)
    treaty = books.library.book.treaties[asked["treaty"]]
    if asked["clause"] and kind == "instrument":
        raise UnknownNameError("clause", asked["clause"], tuple(each.id for each in treaty.clauses))
    if asked["instrument"] and kind != "instrument":
        raise UnknownNameError(
            "instrument", asked["instrument"], tuple(each.id for each in treaty.instruments)
        )
    return found


def _day(text: str | None) -> Day | None:
    from inforce.temporal import day_from_iso

    return day_from_iso(text) if text else None
