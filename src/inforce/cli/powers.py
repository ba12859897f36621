"""May: what a party may do on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from inforce.cli import completing
from inforce.cli.options import BOOK, JSON, KNOWN, ON, TREATY, VIEW, Asked, about, desk, taking
from inforce.cli.screen import say, say_json
from inforce.cli.verb import verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inforce.answers.may import MayAnswer


class _May(Asked):
    act: str


@verb("may")
@taking(
    click.argument("act", shell_complete=completing.powers),
    TREATY,
    click.option(
        "--for",
        "party",
        required=True,
        metavar="PARTY",
        shell_complete=completing.parties,
        help="The party that asks.",
    ),
    ON,
    VIEW,
    KNOWN,
    BOOK,
    JSON,
)
def may_command(**asked: Unpack[_May]) -> None:
    """Tell whether a party may do an act.

    ACT is an act such as denounce, or the number of a clause. The answer is yes, no or open, with what the
    act needs, what it does not need, the first day on which it may be done and the earliest effect.
    """
    from inforce.answers.may import may
    from inforce.answers.queries import query_of_may

    at = desk(asked)
    question = at.question(asked["on"], **about(asked))
    found = may(at.book, asked["act"], question)
    if asked["as_json"]:
        say_json(query_of_may(asked["act"], question), found)
    else:
        say(line for answer in found for line in _lines(answer))


def _lines(answer: MayAnswer) -> Iterator[str]:
    from inforce.cli.telling import lines_of_because

    clause = f", by clause {answer.clause}" if answer.clause else ""
    yield f"{answer.verdict}: {answer.party}, {answer.act} {answer.treaty} on {answer.on}{clause}, view {answer.view}"
    yield from (f"  needs            {each}" for each in answer.needs)
    yield from (f"  does not need    {each}" for each in answer.not_needed)
    if answer.first_day:
        yield f"  first day        {answer.first_day}"
    if answer.earliest_effect:
        yield f"  earliest effect  {answer.earliest_effect}"
    yield from lines_of_because(answer.because)
