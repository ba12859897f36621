"""Moments within a day, for acts of one day that the record orders by ``then`` (design, S7).

Acts of one day are simultaneous: each is judged by the close of the day before. An act that comes ``then`` is judged by
what the earlier acts of its day left. So where a case has such acts, every day is run as a row of moments: what has no
order is at the first, the acts that come then at the following ones. Afterwards the moments are told as days again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from inforce.engine.signals import Change
from inforce.temporal import BEGINNING, FOREVER, Day

if TYPE_CHECKING:
    from inforce.engine.run import Run


def moment_of_day(day: Day, moments: int, turn: int = 0) -> Day:
    """Return a moment of a day; open bounds stay where they are.

    >>> moment_of_day(Day(10), 4, 1), day_of_moment(Day(41), 4)
    (41, 10)
    """
    return Day(day * moments + turn) if BEGINNING < day < FOREVER else day


def day_of_moment(moment: Day, moments: int) -> Day:
    """Return the day of a moment."""
    return Day(moment // moments) if BEGINNING < moment < FOREVER else moment


def in_moments(
    signals: Mapping[int, Sequence[Change]], turns: Mapping[int, int], moments: int
) -> dict[int, list[Change]]:
    """Put signals on moments: each input at its turn of the day."""
    return {
        index: [_at_moment(change, moments, turns.get(index, 0)) for change in changes]
        for index, changes in signals.items()
    }


def _at_moment(change: Change, moments: int, turn: int) -> Change:
    settled = None if change.settled is None else moment_of_day(change.settled, moments, turn)
    return Change(moment_of_day(change.day, moments, turn), change.value, settled)


def tell_in_days(run: Run) -> None:
    """Tell what a run kept in days: of a state, its value at the close of the day."""
    count = run.moments
    for index, changes in enumerate(run.history):
        days = [(day_of_moment(moment, count), value) for moment, value in changes]
        run.history[index] = days if run.is_event(index) else list(dict(days).items())
    for index, verdicts in run.judged.items():
        run.judged[index] = [(day_of_moment(moment, count), held) for moment, held in verdicts]
    for index, settled in run.settlements.items():
        run.settlements[index] = [
            (day_of_moment(moment, count), day_of_moment(first, count)) for moment, first in settled
        ]
