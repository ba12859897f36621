"""Serve: the page and the API.

The two faces do not know each other: the one opens the other by its name, when it is asked to.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, TypedDict, Unpack

import click

from inforce.cli.options import BOOK, library, taking
from inforce.cli.verb import Refused, verb


class _Served(TypedDict):
    port: int
    host: str
    names: tuple[str, ...]
    private: bool
    borders: tuple[str, ...]
    books: tuple[str, ...]
    store: str | None


@verb("serve")
@taking(
    click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=8945,
        show_default=True,
        metavar="N",
        help="The port to listen at; 0 takes one that is free.",
    ),
    click.option(
        "--host",
        default="127.0.0.1",
        show_default=True,
        metavar="H",
        help="The address to listen at; by default nobody but this machine can ask.",
    ),
    click.option(
        "--name",
        "names",
        multiple=True,
        metavar="NAME",
        help="A name under which the server is reached, as behind a proxy; may be given again.",
    ),
    click.option(
        "--borders",
        multiple=True,
        metavar="FILE",
        type=click.Path(),
        help="Borders that a map draws, as GeoJSON; may be given again.",
    ),
    click.option("--private", is_flag=True, help="Let nobody read who has not signed in."),
    BOOK,
)
def serve_command(**asked: Unpack[_Served]) -> None:
    """Show the books in a browser.

    Pages and the HTTP API, with nothing to configure; Ctrl-C stops it. Nothing is fetched from anywhere else. Without
    --book and --store it serves your own log too, which begins with the first record that you enter.
    """
    opened = library(asked["books"])
    if opened.columnar is not None and asked["store"]:
        raise Refused("A log adds to treaty files. A columnar book is served without one.")
    try:
        web = import_module("inforce.web.serve")
        settings = import_module("inforce.web.settings")
    except ModuleNotFoundError as error:
        raise Refused(f'{error.name} is missing. Install it with: pip install "inforce[web]"') from None
    borders, where = _borders(asked["borders"]), _log(asked)
    at = web.listening(asked["host"], asked["port"])
    reached = asked["host"], at.getsockname()[1], asked["names"], asked["private"]
    told = settings.Settings(*reached, settings.without_password(where), borders=borders)
    live = web.opened(opened, where)
    if told.private and not live.store().people():
        raise Refused("Nobody could sign in: the log knows nobody yet. Begin with inforce log appoint.")
    for line in _lines(live, told):
        click.echo(line)
    web.serve(live, told, at)


def _borders(files: tuple[str, ...]) -> Any:
    """Return the borders that a map draws.

    Raises:
        Refused: if a file has problems; the message has all of them.
    """
    borders = import_module("inforce.web.borders")
    try:
        return borders.borders_from_files([Path(file) for file in files])
    except borders.BordersError as error:
        raise Refused(f"The borders have problems.\n{error}") from None


def _log(asked: _Served) -> str:
    """Return which log is served: the one named; one's own, where nothing is named; none beside files of one's own."""
    from inforce.store.filing import default_log
    from inforce.store.telling import shown

    where = asked["store"] or ("" if asked["books"] else default_log())
    if asked["store"] and "://" not in where and not Path(where).is_file():
        raise Refused(
            f"There is no store at {shown(where)}. `inforce log append` or `inforce log appoint` begins one."
        )
    if asked["private"] and not asked["store"]:
        raise Refused("Nobody could sign in: --private takes a log that has people. Name it with --store.")
    return where


def _lines(live: Any, told: Any) -> tuple[str, ...]:
    """Tell what is served, where, and which log."""
    host = f"[{told.host}]" if ":" in told.host else told.host
    served = len(live.now.shelf.library.treaties)
    first = f"inforce serves {served} treaties at http://{host}:{told.port}/ (Ctrl-C stops it)"
    if not live.has_log:
        return (first, "There is no log, so nobody can write. With --store there is one.")
    last = live.now.mark.last
    entries = f"{last} {'entry' if last == 1 else 'entries'}" if last else "empty so far"
    return (first, f"The log is {told.log} ({entries}).")
