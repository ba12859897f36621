"""The status of one thing with its reasons on any day, explained once for each run of days on which nothing changes."""

from __future__ import annotations

from bisect import bisect_right

from msgspec.structs import replace

from inforce.answers import Answer
from inforce.answers.asking import today
from inforce.answers.status import Asked
from inforce.answers.wording import text_from_day
from inforce.temporal import BEGINNING, Day

_MOST = 400
"""So many answers are kept of one thing; a server that is asked about every day must not grow."""


class Standing:
    """Answer for any day out of one solution.

    An answer is made of what the nodes of the circuits are on its day. Where no node changes in any case, days differ
    in nothing but their date, and what was explained for one holds for the other.
    """

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        histories = (history for item in asked.solution.resolutions for history in item.run.history)
        self._turns = sorted({day for history in histories for day, *_ in history} | {BEGINNING})
        self._answers: dict[tuple[int, bool], Answer] = {}

    def on(self, day: Day) -> Answer:
        """Return the answer of a day, with its reasons."""
        known = self._asked.question.known or today()
        key = (bisect_right(self._turns, day), day > known)
        found = self._answers.get(key)
        if found is None:
            found = self._asked.answer(day, today())
            if len(self._answers) < _MOST:
                self._answers[key] = found
        return found if found.on == text_from_day(day) else replace(found, on=text_from_day(day))
