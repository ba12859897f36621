"""Against: what sources state, beside what the record yields."""

from __future__ import annotations

from typing import Unpack

import click

from inforce.cli import completing
from inforce.cli.options import BOOK, JSON, KNOWN, TREATY, VIEW, Asked, about, desk, taking
from inforce.cli.screen import say, say_json
from inforce.cli.verb import verb


class _Against(Asked):
    voice: str


@verb("against")
@taking(
    TREATY,
    click.option(
        "--voice",
        default="",
        metavar="VOICE",
        shell_complete=completing.voices,
        help="Only the outcomes that one voice states.",
    ),
    VIEW,
    KNOWN,
    BOOK,
    JSON,
)
def against_command(**asked: Unpack[_Against]) -> None:
    """Compare what sources state.

    Each outcome that a source states stands beside what the record yields in the view and in every other,
    with the likely confusion where they differ.
    """
    from inforce.answers.queries import query_of_against
    from inforce.cli.claimed import lines_of_against

    at = desk(asked)
    found = at.against(asked["voice"], **about(asked))
    if asked["as_json"]:
        say_json(query_of_against(asked["voice"], at.question(None, **about(asked))), found)
    else:
        known = f", as known on {asked['known']}" if asked["known"] else ""
        of = f" by {asked['voice']}" if asked["voice"] else ""
        head = f"outcomes{of} of {asked['treaty']} beside the record, view {asked['view']}{known}"
        say(lines_of_against(found, head))
