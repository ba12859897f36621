"""Panel: a table for statistics."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from inforce.cli import completing
from inforce.cli.options import BOOK, JSON, KNOWN, VIEW, Asked, library, taking
from inforce.cli.output import STANDARD_OUTPUT
from inforce.cli.screen import say, say_json
from inforce.cli.verb import Refused, verb

if TYPE_CHECKING:
    from inforce.corpus import Panel
    from inforce.corpus.duck import Watching


_MOST_SOURCES = 3
"""So many sources are printed."""


class _Panel(Asked):
    unit: str
    columns: tuple[str, ...]
    counted: bool
    undirected: bool
    boundary: str
    first: int | None
    last: int | None
    codes: str | None
    actors: str | None
    covered: str | None
    preset: str | None
    source: str | None
    out: str


@verb("panel")
@taking(
    click.option(
        "--unit",
        type=click.Choice(["state-year", "dyad-year", "dyad-day", "treaty-party-year"]),
        default="dyad-year",
        show_default=True,
        help="Of whom and of what time a row is.",
    ),
    click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="NAME=WHAT",
        shell_complete=completing.treaties,
        help="A column: a treaty, TREATY/CLAUSE, several, or a pattern; may be given again. Without it, in_force.",
    ),
    click.option("--count", "counted", is_flag=True, help="How many, instead of whether any."),
    click.option("--undirected", is_flag=True, help="One row for a pair, with what either owes the other."),
    click.option(
        "--boundary",
        type=click.Choice(["any", "first", "last", "majority"]),
        default="any",
        show_default=True,
        help="When something counts for a year: any day of it, 1 January, 31 December, more than half of its days.",
    ),
    click.option("--from", "first", type=click.IntRange(1, 9999), metavar="YEAR", help="The first year."),
    click.option("--to", "last", type=click.IntRange(1, 9999), metavar="YEAR", help="The last year."),
    click.option("--codes", type=click.Choice(["cow", "gw", "iso3"]), help="Add columns with these codes."),
    click.option("--actors", type=click.Path(), metavar="FILE", help="The table of dated codes."),
    click.option(
        "--covered", type=click.Path(), metavar="FILE", help="A table of actors, all of whom the books cover."
    ),
    VIEW,
    KNOWN,
    BOOK,
    click.option("--preset", type=click.Choice(["atop"]), help="Make a published table from a data set."),
    click.option(
        "--input", "source", type=click.Path(), metavar="PATH", help="Where the data set of the preset is."
    ),
    click.option(
        "--out",
        required=True,
        type=click.Path(allow_dash=True),
        metavar="FILE",
        help="Where to: .parquet, .csv or .dta; - prints the rows as CSV.",
    ),
    JSON,
)
def panel_command(**asked: Unpack[_Panel]) -> None:
    """Write a table for statistics.

    A row for each pair, state or party and each year or day, under a view; a column for each obligation, with
    lower and upper bounds where something is open, and no value outside what is covered. It is printed what the
    table rests on, and what has to be known of it.
    """
    from inforce.cli.progress import waiting
    from inforce.corpus.panel_files import check_place

    piped = asked["out"] == STANDARD_OUTPUT
    if not piped:
        check_place(Path(asked["out"]))
    _check_together(asked, piped)
    with waiting("panel") as watching:
        found = _panel(asked, watching)
        rows = _piped(found) if piped else found.write(asked["out"], watching)
    if piped:
        click.echo("".join(f"{line}\n" for line in _lines(found, asked["out"], rows)), err=True, nl=False)
    elif asked["as_json"]:
        query = {
            key: value
            for key, value in asked.items()
            if key not in ("as_json", "books", "store", "source", "out")
        }
        say_json({"verb": "panel", **query}, [_answer(found, asked["out"], rows)])
    else:
        say(_lines(found, asked["out"], rows))


def _piped(found: Panel) -> int:
    """Print the rows as CSV."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        file = Path(folder) / "panel.csv"
        rows = found.write(file)
        click.echo(file.read_bytes(), nl=False)
    return rows


def _check_together(asked: _Panel, piped: bool) -> None:
    """Refuse options that say nothing together.

    Raises:
        Refused: if they do.
    """
    if piped and asked["as_json"]:
        raise Refused("With --out -, the rows go to the standard output as CSV: leave out --json.")
    if asked["preset"] and not asked["source"]:
        raise Refused(f"--preset {asked['preset']} needs --input, the folder or the file of the data set.")
    if asked["source"] and not asked["preset"]:
        raise Refused("--input is read by a preset. Name one with --preset, or a book with --book.")
    if asked["codes"] and not asked["actors"] and not _has_actors(asked["books"]):
        raise Refused(
            "--codes needs --actors, a table with the columns actor, cow, gw, iso3, since and until."
        )
    others = [name for name in ("columns", "codes", "covered", "books", "store", "known") if asked[name]]
    if asked["preset"] and others:
        raise Refused("A preset has its own columns, codes and rule: only --from, --to and --out go with it.")


def _has_actors(books: tuple[str, ...]) -> bool:
    """Whether a columnar book is asked, which has a table of its actors."""
    return any(Path(book).suffix == ".corpus" for book in books)


def _panel(asked: _Panel, watching: Watching | None) -> Panel:
    if asked["preset"]:
        from inforce.exchange.panel import panel_by_preset

        return panel_by_preset(asked["preset"], asked["source"] or "", asked["first"], asked["last"])
    return library(asked["books"], asked["store"]).panel(
        watching,
        unit=asked["unit"],
        columns=asked["columns"],
        view=asked["view"],
        known=asked["known"],
        boundary=asked["boundary"],
        first=asked["first"],
        last=asked["last"],
        directed=not asked["undirected"],
        counted=asked["counted"],
        codes=asked["codes"] or "",
        actors=asked["actors"],
        covered=asked["covered"],
    )


def _answer(found: Panel, out: str, rows: int) -> dict[str, object]:
    from inforce.corpus import cite

    return {
        "file": out,
        "rows": rows,
        "columns": found.columns,
        "remarks": found.remarks,
        "provenance": found.provenance,
        "citation": cite(found),
    }


def _lines(found: Panel, out: str, rows: int) -> list[str]:
    from inforce.corpus import cite

    names = ", ".join(column.name for column in found.columns)
    told = [f"  {remark.text}" for remark in found.remarks]
    head, *sources = cite(found).split("\n")
    left = len(sources) - _MOST_SOURCES
    more = [f"    and {left} more: --json names all, and so does a .parquet file itself"] if left > 0 else []
    cited = [f"  {line}" for line in sources[:_MOST_SOURCES]]
    named = "" if out == STANDARD_OUTPUT else f"{out}: "
    return [
        f"{named}{rows:,} row{'' if rows == 1 else 's'}; columns {names}",
        *told,
        "cite as",
        f"  {head}",
        *cited,
        *more,
    ]
