"""Serve: the page and the API.

The two faces do not know each other: the one opens the other by its name, when it is asked to.
"""

from __future__ import annotations

from importlib import import_module

import click

from inforce.cli.options import BOOK, library, taking
from inforce.cli.verb import Refused, verb


@verb("serve")
@taking(
    click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=8945,
        show_default=True,
        metavar="N",
        help="The port to listen at.",
    ),
    click.option(
        "--host",
        default="127.0.0.1",
        show_default=True,
        metavar="H",
        help="The address to listen at; by default nobody but this machine can ask.",
    ),
    BOOK,
)
def serve_command(port: int, host: str, books: tuple[str, ...], store: str | None) -> None:
    """Show the books in a browser.

    Pages and the HTTP API, with nothing to configure; Ctrl-C stops it. Nothing is fetched from anywhere else.
    """
    opened = library(books, store)
    if opened.columnar is not None:
        raise Refused("A columnar book cannot be served yet. Name treaty files, or leave --book out.")
    try:
        serve = import_module("inforce.web.serve").serve
    except ModuleNotFoundError as error:
        raise Refused(f'{error.name} is missing. Install it with: pip install "inforce[web]"') from None
    click.echo(f"inforce serves {len(opened.treaties)} treaties at http://{host}:{port}/ (Ctrl-C stops it)")
    serve(opened, host, port)
