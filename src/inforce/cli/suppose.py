"""What if: the answer as it is, and as it would be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click
from click.exceptions import Exit

from inforce.cli import completing
from inforce.cli.options import ASKING, TREATY, Asked, about, desk, taking
from inforce.cli.screen import say, say_json, say_problems
from inforce.cli.verb import Refused, verb

if TYPE_CHECKING:
    from inforce.answers.whatif import Supposition, WhatIf


class _Supposed(Asked):
    add: tuple[str, ...]
    drop: tuple[str, ...]
    readings: tuple[str, ...]
    replace: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    without: tuple[str, ...]


_SUPPOSING = (
    click.option("--add", multiple=True, metavar="RECORD", help="Add a record, written as in a treaty file."),
    click.option(
        "--drop",
        multiple=True,
        metavar="CLAIM",
        shell_complete=completing.claims,
        help="Leave out a claim, by the name or number that `inforce acts` shows.",
    ),
    click.option(
        "--reading",
        "readings",
        multiple=True,
        metavar='"CLAUSE by VOICE"',
        shell_complete=completing.readings,
        help="Read a clause as a voice reads it.",
    ),
    click.option(
        "--replace",
        multiple=True,
        nargs=2,
        metavar='CLAUSE "LINE"',
        help="Put a line into a clause, in the place of its line with the same first word.",
    ),
    click.option(
        "--rule",
        "rules",
        multiple=True,
        metavar="RULE",
        shell_complete=completing.rules,
        help="Apply a rule too.",
    ),
    click.option(
        "--without",
        multiple=True,
        metavar="RULE",
        shell_complete=completing.rules,
        help="Do not apply a rule.",
    ),
)


@verb("whatif")
@taking(TREATY, *_SUPPOSING, *ASKING)
def whatif_command(**asked: Unpack[_Supposed]) -> None:
    """Tell what would change.

    Suppose claims, readings, lines of clauses or rules to be otherwise. Nothing is written; the files stay as they are.
    """
    from inforce.answers.differences import differences
    from inforce.answers.queries import query_of_whatif
    from inforce.cli.supposed import lines_of_differences

    at, supposed = desk(asked), _supposition(asked)
    found = at.whatif(supposed, asked["on"], **about(asked))
    _check(found)
    changes = differences(found)
    if asked["as_json"]:
        say_json(query_of_whatif(at.question(asked["on"], **about(asked)), supposed), changes)
    else:
        say(lines_of_differences(changes))


def _supposition(asked: _Supposed) -> Supposition:
    from inforce.answers.whatif import Supposition

    return Supposition(
        add=asked["add"],
        drop=asked["drop"],
        readings=tuple(map(_reading, asked["readings"])),
        replace=asked["replace"],
        rules=asked["rules"],
        without=asked["without"],
    )


def _reading(text: str) -> tuple[str, str]:
    clause, by, voice = text.partition(" by ")
    if not by:
        raise Refused(f'A reading is written "CLAUSE by VOICE", not {text!r}.')
    return clause.strip(), voice.strip()


def _check(found: WhatIf) -> None:
    """Refuse lines that are not understood; they stand on the command line, not in a file."""
    if found.problems:
        say_problems(found.problems, err=True)
        raise Exit(Refused.exit_code)
