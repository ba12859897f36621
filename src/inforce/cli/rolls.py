"""Who is bound, in lines: a head with the numbers, then the parties by their standing."""

from collections.abc import Iterable, Iterator, Mapping

from inforce.answers import Answer
from inforce.answers.parties import Roll
from inforce.answers.telling import headline
from inforce.cli.comparing import lines_of_cases

STANDINGS = {
    "in_force": "in force",
    "provisional": "applied provisionally",
    "suspended": "suspended",
    "signed": "signed only",
    "ended": "left or ended",
    "not_concluded": "not joined",
    "not_a_party": "not a party",
    "void": "void",
    "contested": "open",
}
"""How the parties of each status are called, in the order in which they are told."""

_ALWAYS = ("in_force", "signed")
"""What is counted even where there is nobody."""


def lines_of_rolls(rolls: Iterable[Roll], names: Mapping[str, str]) -> Iterator[str]:
    """Tell rolls, the numbers first; ``names`` has the names of the parties by their codes."""
    for roll in rolls:
        yield _head(roll)
        for status, standing in STANDINGS.items():
            found = [answer for answer in roll.parties if answer.status == status]
            if found:
                yield f"  {standing}"
            for answer in found:
                yield from _party(answer, names)


def _head(roll: Roll) -> str:
    of = f"{roll.treaty}, {roll.instrument}" if roll.instrument else roll.treaty
    known = f", as known on {roll.known}" if roll.known else ""
    told = ", ".join(
        f"{roll.counts.get(status, 0)} {standing}"
        for status, standing in STANDINGS.items()
        if status in _ALWAYS or roll.counts.get(status)
    )
    if roll.at_least != roll.at_most:
        told += f" ({roll.at_least} to {roll.at_most} in force)"
    coverage = f"coverage: acts heard of {roll.coverage.heard} of {roll.coverage.possible}"
    return f"{of} on {roll.on}, view {roll.view}{known}: {told}; {coverage}"


def _party(answer: Answer, names: Mapping[str, str]) -> Iterator[str]:
    name = names.get(answer.party or "", "")
    yield f"    {answer.party}{f' ({name})' if name else ''}: {headline(answer)}"
    yield from lines_of_cases(answer, 6)
