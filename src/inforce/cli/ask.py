"""Status, why, timeline and views: one question, told in four ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from inforce.cli import completing
from inforce.cli.options import (
    ASKING,
    BOOK,
    JSON,
    KNOWN,
    ON,
    PART,
    TREATY,
    VIEWS,
    WHY,
    Asked,
    about,
    desk,
    taking,
)
from inforce.cli.screen import on_terminal, say, say_json
from inforce.cli.verb import Refused, verb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from inforce.answers import Answer, Answers, Timelines


class _Drawn(Asked):
    views: tuple[str, ...]
    svg: str | None


_SVG = click.option(
    "--svg",
    metavar="FILE",
    type=click.Path(allow_dash=True),
    help="Draw the intervals into a file, as SVG; - is the standard output.",
)


@verb("status")
@taking(TREATY, *ASKING)
def status_command(**asked: Unpack[Asked]) -> None:
    """Tell the status on a day.

    It is that of TREATY, or of an instrument or a clause of it, for a party or between two, in a view.
    """
    from inforce.cli.telling import lines_of_status

    _tell(desk(asked).status(asked["on"], **about(asked)), asked, lines_of_status)


@verb("why")
@taking(TREATY, *ASKING)
def why_command(**asked: Unpack[Asked]) -> None:
    """Tell the status with its reasons.

    The reasons form a tree of clauses, rules and claims, each claim with its voice and source.
    """
    from msgspec.structs import replace

    from inforce.cli.telling import lines_of_why

    answers = desk(asked).status(asked["on"], **about(asked))
    _tell(replace(answers, query={**answers.query, "verb": "why"}), asked, lines_of_why)


@verb("timeline")
@taking(TREATY, *PART, VIEWS, KNOWN, _SVG, BOOK, JSON)
def timeline_command(**asked: Unpack[_Drawn]) -> None:
    """Tell every interval instead of one day.

    On a terminal the intervals are drawn; in a pipe there is only their table. `since` is the first day of
    an interval, `until` the first day after it. With --svg they are drawn as a picture, a whole treaty with
    all its instruments and clauses.
    """
    from inforce.cli.intervals import lines_of_table, lines_of_timeline

    found = desk(asked).timeline(*asked["views"], **about(asked))
    if asked["svg"] is not None:
        _draw(found, asked["svg"], as_json=asked["as_json"])
    else:
        _tell(found, asked, lines_of_timeline if on_terminal() else lines_of_table)


def _draw(found: Timelines, file: str, *, as_json: bool) -> None:
    """Write the picture; the answers go beside it as JSON if they are asked for."""
    from inforce.cli.output import STANDARD_OUTPUT, write_out

    if as_json and file == STANDARD_OUTPUT:
        raise Refused("--svg - and --json would both go to the standard output. Name a file for the picture.")
    write_out(found.svg(), file)
    if as_json:
        say_json(found.query, found.answers)
    elif file != STANDARD_OUTPUT:
        say((f"{file} is written",))


class _Compared(Asked):
    views: tuple[str, ...]
    clauses: bool


_CLAUSES = click.option(
    "--clauses",
    is_flag=True,
    help="Tell where two views answer differently: every clause, all days or the one of --on.",
)
_TWO = click.option(
    "--view",
    "views",
    multiple=True,
    metavar="VIEW",
    shell_complete=completing.views,
    help="With --clauses, one of the two views; given twice.",
)


@verb("views")
@taking(TREATY, *PART, ON, _CLAUSES, _TWO, KNOWN, BOOK, WHY, JSON)
def views_command(**asked: Unpack[_Compared]) -> None:
    """Put every view side by side, or tell where two of them differ.

    Under a view in which the answer is disputed stands what each side says, with the sources that it alone
    rests on. With the reasons, each view is told as `why` tells one.
    """
    from inforce.cli.comparing import lines_of_views, lines_of_views_with_reasons

    if asked["clauses"]:
        _compare(asked)
        return
    if asked["views"]:
        raise Refused("--view goes with --clauses, which compares two views; without it every view is told.")
    told = lines_of_views_with_reasons if asked["with_reasons"] else lines_of_views
    _tell(desk(asked).views(asked["on"], **about(asked)), asked, told)


def _compare(asked: _Compared) -> None:
    from inforce.cli.differing import lines_of_differing

    if len(asked["views"]) != 2 or asked["between"]:
        raise Refused("--clauses compares two views: give --view twice, and no --between.")
    one, other = asked["views"]
    found = desk(asked).apart(one, other, asked["on"], **about(asked))
    if asked["as_json"]:
        say_json(found.query, found.answers)
    else:
        say(lines_of_differing(found, with_reasons=asked["with_reasons"]))


def _tell(answers: Answers, asked: Asked, told: Callable[[Sequence[Answer]], Iterable[str]]) -> None:
    if asked["as_json"]:
        say_json(answers.query, answers.answers)
    else:
        say(told(answers.answers))
