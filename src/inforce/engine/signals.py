"""What goes into a circuit: the changes of its input nodes, day by day."""

from collections.abc import Iterable
from typing import NamedTuple

from inforce.engine.circuit import LASTING, TODAY
from inforce.temporal import Candidates, Day, Timeline


class Change(NamedTuple):
    """On a day an input takes a value; for an event, ``settled`` is its first possible day once it is sure."""

    day: Day
    value: int
    settled: Day | None = None


def changes_from_candidates(candidates: Candidates, sure: bool) -> list[Change]:
    """Return the signal of one occurrence: it may happen on each candidate day, and by the last it has.

    >>> changes_from_candidates(((Day(3), Day(3)),), sure=True)
    [Change(day=3, value=1, settled=3)]
    """
    changes: list[Change] = []
    for first, last in candidates:
        if first < last:
            changes.append(Change(first, LASTING))
        changes.append(Change(last, TODAY))
    if sure and candidates:
        changes[-1] = Change(changes[-1].day, TODAY, candidates[0][0])
    return changes


def changes_from_timeline(timeline: Timeline) -> list[Change]:
    """Return the signal of a state: its two rails as values of bits."""
    flips = sorted({*timeline.certain, *timeline.possible})
    certain, possible = set(timeline.certain), set(timeline.possible)
    changes: list[Change] = []
    value = 0
    for day in flips:
        value ^= (1 if day in possible else 0) | (2 if day in certain else 0)
        changes.append(Change(day, value))
    return changes


def merged(streams: Iterable[list[Change]]) -> list[Change]:
    """Join the signals of plain occurrences that share one input."""
    return [change for stream in streams for change in stream]
