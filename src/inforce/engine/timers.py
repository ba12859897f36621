"""Timers: an event that follows another by a calendar span, unless cancelled (design, S5)."""

from inforce.engine.circuit import LASTING, NONE, TODAY
from inforce.engine.memory import Sightings
from inforce.engine.offsets import day_by_offset
from inforce.engine.run import Run
from inforce.model import Offset
from inforce.temporal import Day


def timer(run: Run, index: int) -> int:
    """Fire when the span since a start has run and nothing cancelled it before.

    A start while the timer runs is ignored, or begins it anew if the node says ``restart``.
    """
    node = run.circuit.nodes[index]
    start, cancel = node.inputs
    offset = node.offset or Offset()
    seen = run.sightings.get(index)
    if seen is None:
        if not run.value[start]:
            return NONE
        seen = run.sightings[index] = Sightings()
    if node.restart and run.value[start]:
        _cancel(run, seen, offset, run.settled[start])
    _begin(run, index, seen, offset, start)
    fired = _fire(run, index, seen, offset)
    if cancel >= 0 and run.value[cancel]:
        _cancel(run, seen, offset, run.settled[cancel])
        seen.cancelled_on = run.day
    return fired


def _begin(run: Run, index: int, seen: Sightings, offset: Offset, start: int) -> None:
    """Note today's start, unless the timer certainly runs already; be awake when it may fire."""
    day, maybe = run.day, run.value[start]
    if maybe and any(due_day(run, first, offset) > day for first, _ in seen.settles):
        maybe = NONE  # it is running in every resolution: the start is ignored
    known, was_open = len(seen.ranges), seen.open_since
    settled = run.settled[start] if maybe else None
    if settled is not None and not _may_be_cancelled(run, seen, offset, settled):
        running = [low for low, high in seen.ranges if due_day(run, high, offset) > settled]
        seen.settles.append((min([settled, *running]), day))
    seen.see(day, maybe)
    if seen.open_since is not None and was_open is None:
        run.wake_later(due_day(run, seen.open_since, offset), index)
    for low, high in seen.ranges[known:]:
        first, last = due_day(run, low, offset), due_day(run, high, offset)
        run.wake_later(first, index)
        if last > first:
            run.wake_later(last, index)


def _may_be_cancelled(run: Run, seen: Sightings, offset: Offset, first: Day) -> bool:
    """Whether a start that may have been on a past day may have been cancelled since, before it fired."""
    last = seen.cancelled_on
    return last is not None and first <= last and due_day(run, last, offset) > last


def _fire(run: Run, index: int, seen: Sightings, offset: Offset) -> int:
    """Return whether the timer may fire today, and note if by today it surely has."""
    day, maybe = run.day, NONE
    if not seen.ranges and seen.open_since is None:
        return NONE
    for low, high in seen.ranges:
        last = due_day(run, high, offset)
        if due_day(run, low, offset) <= day <= last:
            maybe = max(maybe, TODAY if day == last else LASTING)
    if seen.open_since is not None and due_day(run, seen.open_since, offset) <= day:
        maybe = LASTING  # started on any day since, it fires on any day from now on
    due = [first for first, sure in seen.settles if due_day(run, sure, offset) == day]
    if due and maybe:
        run.settled[index] = max(due_day(run, first, offset) for first in due)
    seen.settles = [item for item in seen.settles if due_day(run, item[1], offset) > day]
    seen.ranges = [item for item in seen.ranges if due_day(run, item[1], offset) >= day]
    return maybe


def _cancel(run: Run, seen: Sightings, offset: Offset, first: Day | None) -> None:
    """Let a possible cancelling take away what was sure, and a sure one what was possible.

    It stops what has not fired by today: on the day itself it is too late.
    """
    seen.settles = [item for item in seen.settles if due_day(run, item[1], offset) <= run.day]
    if first is not None:
        seen.forget(first)


def due_day(run: Run, base: Day, offset: Offset) -> Day:
    """Return the day on which a timer started on a day fires; what would lie before its start is due at once."""
    return max(base, run.moment_of(day_by_offset(run.day_of(base), offset)))
