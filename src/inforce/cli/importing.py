"""Import: files of a published data set as a columnar book, and what there is to say about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from inforce.cli.day import read_day
from inforce.cli.options import JSON, taking
from inforce.cli.screen import say, say_json
from inforce.cli.verb import Refused, verb

if TYPE_CHECKING:
    from inforce.exchange import Report

SOURCES = ("atop", "manytreaties", "wipo", "states")
"""The data sets that can be imported; ``exchange`` has an importer for each."""


@verb("import")
@taking(
    click.argument("source"),
    click.argument("paths", nargs=-1, required=True, type=click.Path()),
    click.option("--out", required=True, metavar="NAME.corpus", help="The columnar book to write."),
    click.option(
        "--retrieved",
        callback=read_day,
        metavar="DAY",
        help="When the files were fetched; without it, the day on which each was last changed.",
    ),
    JSON,
)
def import_command(
    source: str, paths: tuple[str, ...], out: str, retrieved: str | None, as_json: bool
) -> None:
    """Import a published data set.

    SOURCE is atop, manytreaties, wipo or states; PATHS are its files, or folders of them. Each cell becomes a
    claim with its file, row and voice. What cannot be read is refused with the reason, and what contradicts
    itself is reported and left as it is. NAME.corpus is written whole or not at all.
    """
    from inforce.corpus.needed import check_arrow

    check_arrow()
    _check(source, out)
    report = _imported(source, paths, out, retrieved or "")
    if as_json:
        query = {"verb": "import", "source": source, "paths": paths, "out": out, "retrieved": retrieved}
        say_json(query, [report])
    else:
        from inforce.exchange.report import lines_of_report

        say((*lines_of_report(report), f"{out} is written"))


def _check(source: str, out: str) -> None:
    """Check what is asked for, before anything is read."""
    from inforce.corpus.columnar import SUFFIX
    from inforce.source import did_you_mean

    if source not in SOURCES:
        close = did_you_mean(source, SOURCES) or f"There are: {', '.join(SOURCES)}."
        raise Refused(f"There is no data set called {source} here. {close}")
    if not out.endswith(SUFFIX):
        raise Refused(f"The name of a columnar book ends in {SUFFIX}: --out {Path(out).stem}{SUFFIX}.")


def _imported(source: str, paths: tuple[str, ...], out: str, retrieved: str) -> Report:
    from inforce.cli.progress import shown_progress
    from inforce.corpus.columnar import CorpusError
    from inforce.exchange.conduct import import_files
    from inforce.exchange.files import ForeignFileError

    try:
        with shown_progress() as tell:
            return import_files(source, [Path(path) for path in paths], Path(out), retrieved, tell)
    except CorpusError as error:
        raise Refused(str(error)) from None
    except ForeignFileError as error:
        click.echo(f"Error: {error}", err=True)
        raise Exit(1) from None
