"""Export: a treaty, a part of it or everything, in the formats that other programs read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Unpack

import click

from inforce.cli import completing
from inforce.cli.options import BOOK, CLAUSE, FOR, INSTRUMENT, KNOWN, ON, VIEW, Asked, library, taking
from inforce.cli.verb import Refused, verb

if TYPE_CHECKING:
    from inforce.answers import Library
    from inforce.corpus.duck import Watching
    from inforce.exchange.forms.address import Asked as Address
    from inforce.exchange.forms.books import BooksOnce
    from inforce.temporal import Day

_FORMATS = ("json", "csv", "ndjson", "svg", "md", "ics", "ttl", "bibtex", "csl-json")
"""The formats, as they stand in ``exchange``: a test compares them, so that help need not wait for that room."""

_ONE = ("clause", "instrument", "for", "on")
"""The options that go with one treaty."""


class _Exported(Asked):
    everything: bool
    form: str
    out: str | None
    base: str | None


def _read_base(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Read where addresses begin.

    Raises:
        BadParameter: if it is no address.
    """
    if value is not None and not value.startswith(("http://", "https://")):
        raise click.BadParameter("an address begins with http:// or https://", ctx, param)
    return value


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
        type=click.Choice(_FORMATS),
        metavar="FORMAT",
        help=f"{', '.join(_FORMATS)}.",
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
        callback=_read_base,
        metavar="URL",
        help="Where the addresses in it begin; by default where `inforce serve` is.",
    ),
    BOOK,
)
def export_command(**asked: Unpack[_Exported]) -> None:
    """Write answers in other formats.

    TREATY, or a part of it, is written as the page writes it behind an address that ends in the format; with --all,
    every interval of every treaty.
    """
    from inforce.cli.output import write_pieces
    from inforce.cli.progress import waiting

    _check_together(asked)
    opened = library(asked["books"], asked["store"])
    with waiting("export") as watching:
        write_pieces(_pieces(opened, asked, watching), asked["out"])


def _check_together(asked: _Exported) -> None:
    """Refuse what says nothing together.

    Raises:
        Refused: if it does; the message has what to write instead.
    """
    if bool(asked["treaty"]) == asked["everything"]:
        raise Refused("Name a treaty, or ask for everything with --all: one of the two.")
    if asked["clause"] and asked["instrument"]:
        raise Refused("Name a clause or an instrument, not both.")
    if not asked["everything"]:
        return
    given = (asked["clause"], asked["instrument"], asked["party"], asked["on"])
    narrowed = [f"--{name}" for name, value in zip(_ONE, given, strict=True) if value]
    if narrowed:
        raise Refused(f"{' and '.join(narrowed)}: of one treaty. Name it, and leave --all out.")
    from inforce.exchange.forms.kinds import WHOLE

    if asked["form"] not in WHOLE:
        raise Refused(f"{asked['form']} is of one treaty: name it. --all goes with {', '.join(WHOLE)}.")


def _pieces(opened: Library, asked: _Exported, watching: Watching | None) -> Iterator[bytes]:
    """Yield the export, with an error that says what to install where something is missing.

    Raises:
        Refused: if the format needs what is not installed.
    """
    try:
        yield from _told(opened, asked, watching)
    except ModuleNotFoundError as error:
        raise Refused(f'{error.name} is missing. Install it with: pip install "inforce[exchange]"') from None


def _told(opened: Library, asked: _Exported, watching: Watching | None) -> Iterator[bytes]:
    from inforce.exchange.forms.address import BASE
    from inforce.exchange.forms.books import BooksOnce
    from inforce.exchange.forms.tell import told_as
    from inforce.exchange.forms.whole import Whole, told_whole

    base = (asked["base"] or BASE).rstrip("/")
    if asked["everything"]:
        yield from told_whole(
            opened, asked["form"], Whole(asked["view"], _day(asked["known"]), base), watching
        )
    else:
        books = BooksOnce(_of_one(opened, asked))
        yield told_as(books, _address(books, asked), asked["form"], base)


def _of_one(opened: Library, asked: _Exported) -> Library:
    """Return the book that has the treaty: of a columnar book, the treaty alone."""
    from inforce.answers import Library

    at = opened.treaty(asked["treaty"], (asked["party"],) if asked["party"] else ())
    return Library(at.book, opened.paths, opened.added)


def _address(books: BooksOnce, asked: _Exported) -> Address:
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
