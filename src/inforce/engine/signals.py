"""What goes into a circuit: the changes of its input nodes, day by day."""

from collections.abc import Iterable
from typing import NamedTuple

from inforce.engine.circuit import LASTING, MAYBE, NO, TODAY, YES
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
    return changes_from_timelines((timeline,))


def changes_from_timelines(timelines: Iterable[Timeline]) -> list[Change]:
    """Return the signal that one of several states holds: how many hold is counted, rail by rail."""
    turns: dict[Day, list[int]] = {}
    for timeline in timelines:
        for rail, flips in enumerate((timeline.possible, timeline.certain)):
            step = 1
            for day in flips:
                turns.setdefault(day, [0, 0])[rail] += step
                step = -step
    changes: list[Change] = []
    possible = certain = value = 0
    for day in sorted(turns):
        possible, certain = possible + turns[day][0], certain + turns[day][1]
        now = YES if certain else MAYBE if possible else NO
        if now != value:
            changes.append(Change(day, now))
            value = now
    return changes
