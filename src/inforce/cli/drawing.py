"""Bars of time for a terminal, which read without colour: each interval has its letter and its pattern."""

from collections.abc import Sequence

from msgspec import Struct

from inforce.answers import Answer
from inforce.cli.scale import Scale, scale_from_days
from inforce.temporal import BEGINNING, FOREVER, Day, day_from_iso

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The names of the intervals, in their order; the table under the bar has them too."""

SEVERAL = "+"
"""Stands where more than one interval begins within a cell; the table tells which."""

OPEN_PATTERN = "?"
_PATTERNS = {
    "█": ("in_force", "provisional", "owed", "due", "performed", "open", "exercisable", "exercised", "holds"),
    "!": ("breached", "overdue", "performed_late"),
    "▒": ("signed", "suspended", "conditional", "released", "closed"),
}
_ELSE = "·"
_PATTERN_OF = {status: pattern for pattern, statuses in _PATTERNS.items() for status in statuses}
_MEANINGS = (
    ("█", "holds"),
    ("▒", "waits or rests"),
    ("!", "breach or delay"),
    (OPEN_PATTERN, "open"),
    (_ELSE, "not yet, or no longer"),
)


class Stretch(Struct, frozen=True):
    """One interval as it is drawn."""

    letter: str
    pattern: str
    since: Day
    until: Day


def bar_from_answers(answers: Sequence[Answer], width: int) -> list[str]:
    """Draw the intervals of one treaty or clause: the bar, its scale in years, the meaning of the patterns.

    Nothing is drawn where nothing ever changes, since then there are no days to place.
    """
    stretches = [_stretch(answer, number) for number, answer in enumerate(answers)]
    changes = [stretch.since for stretch in stretches if stretch.since > BEGINNING]
    if not changes or width < len(_MEANINGS):
        return []
    scale = scale_from_days(min(changes), max(changes), width)
    cells = "".join(_cell(stretches, scale, at) for at in range(width))
    used = {stretch.pattern for stretch in stretches}
    legend = "   ".join(f"{pattern} {meaning}" for pattern, meaning in _MEANINGS if pattern in used)
    return [cells, *scale.lines(), legend]


def _stretch(answer: Answer, number: int) -> Stretch:
    contested = len(answer.possible) > 1
    return Stretch(
        letter=LETTERS[number % len(LETTERS)],
        pattern=OPEN_PATTERN if contested else _PATTERN_OF.get(answer.status, _ELSE),
        since=day_from_iso(answer.since) if answer.since else BEGINNING,
        until=day_from_iso(answer.until) if answer.until else FOREVER,
    )


def _cell(stretches: Sequence[Stretch], scale: Scale, at: int) -> str:
    """Return the character of a cell: a letter where an interval begins, else its pattern."""
    first, last = scale.days_of(at)
    begin = [each for each in stretches if first <= max(each.since, scale.first) < last]
    if begin:
        return begin[0].letter if len(begin) == 1 else SEVERAL
    return next(each.pattern for each in stretches if each.since <= first < each.until)
