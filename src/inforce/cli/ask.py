"""Status, why, timeline and views: one question, told in four ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from inforce.cli.options import (
    ASKING,
    BOOK,
    JSON,
    KNOWN,
    ON,
    PART,
    TREATY,
    VIEW,
    WHY,
    Asked,
    about,
    desk,
    taking,
)
from inforce.cli.screen import on_terminal, say, say_json
from inforce.cli.verb import verb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from inforce.answers import Answer, Answers


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
@taking(TREATY, *PART, VIEW, KNOWN, BOOK, JSON)
def timeline_command(**asked: Unpack[Asked]) -> None:
    """Tell every interval instead of one day.

    On a terminal the intervals are drawn; in a pipe there is only their table. `since` is the first day of
    an interval, `until` the first day after it.
    """
    from inforce.cli.intervals import lines_of_table, lines_of_timeline

    told = lines_of_timeline if on_terminal() else lines_of_table
    _tell(desk(asked).timeline(**about(asked)), asked, told)


@verb("views")
@taking(TREATY, *PART, ON, KNOWN, BOOK, WHY, JSON)
def views_command(**asked: Unpack[Asked]) -> None:
    """Put every view side by side.

    Under a view in which the answer is disputed stands what each side says, with the sources that it alone
    rests on. With the reasons, each view is told as `why` tells one.
    """
    from inforce.cli.comparing import lines_of_views, lines_of_views_with_reasons

    told = lines_of_views_with_reasons if asked["with_reasons"] else lines_of_views
    _tell(desk(asked).views(asked["on"], **about(asked)), asked, told)


def _tell(answers: Answers, asked: Asked, told: Callable[[Sequence[Answer]], Iterable[str]]) -> None:
    if asked["as_json"]:
        say_json(answers.query, answers.answers)
    else:
        say(told(answers.answers))
