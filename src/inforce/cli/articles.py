"""Article: what the record carries of a treaty, to be read from beginning to end."""

from __future__ import annotations

from typing import Unpack

import click

from inforce.cli.options import BOOK, JSON, KNOWN, OUTPUT, TREATY, VIEW, Asked, desk, taking
from inforce.cli.screen import say_json
from inforce.cli.verb import verb


class _Told(Asked):
    form: str
    output: str | None


@verb("article")
@taking(
    TREATY,
    VIEW,
    KNOWN,
    click.option(
        "--format",
        "form",
        type=click.Choice(["markdown", "html"]),
        default="markdown",
        show_default=True,
        help="How to write it.",
    ),
    OUTPUT,
    BOOK,
    JSON,
)
def article_command(**asked: Unpack[_Told]) -> None:
    """Write an article about a treaty.

    It is made of the record alone: every sentence rests on a claim, a clause or a computed answer, has its
    footnote, and is in the voice of whoever says it. With a view named, what is computed is told in that view;
    without one, view by view.
    """
    from inforce.cli.output import write_out

    found = desk(asked).article(asked["view"], asked["known"])
    if asked["as_json"]:
        query = {"verb": "article", "treaty": asked["treaty"], "view": asked["view"], "known": asked["known"]}
        say_json(query, [found])
    else:
        write_out(found.html() if asked["form"] == "html" else found.markdown(), asked["output"])
