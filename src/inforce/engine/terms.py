"""Terms: the end of a period that a notice in time brings about (design, S5)."""

from collections.abc import Iterator

from inforce.engine.circuit import LASTING, NONE, TODAY, TermEnds
from inforce.engine.memory import TermMemory
from inforce.engine.offsets import day_by_offset
from inforce.engine.run import Run
from inforce.temporal import BEGINNING, Day, day_after

MOST_PERIODS = 10_000
MOST_STARTS = 20_000
"""Beyond this many candidate starts, or while more may come, ends are not told apart: any day may be one."""

MOST_ENDS = 100
"""As many ends are told apart while a notice may still come: one that may come for ever has no last."""

Ranges = list[tuple[Day, Day]]


def term(run: Run, index: int) -> int:
    """End the term for which a notice was in time: the first end whose last day for notice is not past.

    The ends over all candidate starts and notices are kept, never only the corners. The first effective notice
    counts; one that cannot reach any end has no effect.
    """
    start, notice, cancel = run.circuit.nodes[index].inputs
    memory = run.terms.setdefault(index, TermMemory())
    happened = run.value[start] or run.value[notice]
    today = run.day_of(run.day)
    memory.starts.see(today, run.value[start])
    memory.notices.see(today, run.value[notice])
    _settle(run, memory, start, notice)
    if happened or memory.notices.open_since is not None or memory.starts.open_since is not None:
        _work_out(run, index, memory)
    fired = _fire(run, index, memory)
    if cancel >= 0 and run.value[cancel]:
        _cancel(run, index, memory, run.settled[cancel])
    return fired


def _settle(run: Run, memory: TermMemory, start: int, notice: int) -> None:
    for event, seen in ((start, memory.starts), (notice, memory.notices)):
        first = run.settled[event]
        if first is not None and not seen.settles:
            seen.settles.append((run.day_of(first), run.day_of(run.day)))


def _work_out(run: Run, index: int, memory: TermMemory) -> None:
    """Find the possible ends, and whether one of them is sure."""
    ends = run.circuit.nodes[index].ends
    assert ends is not None
    today = run.day_of(run.day)
    starts, notices = memory.starts.possible(today), memory.notices.possible(today)
    if memory.starts.open_since is not None or _days_in(starts) > MOST_STARTS:
        _leave_open(run, index, memory, starts, notices)
        return
    found = set(_ends(starts, notices, ends))
    if memory.notices.open_since is not None and len(found) > MOST_ENDS:
        _leave_open(run, index, memory, starts, notices)
        return
    for day in found - memory.ends:
        run.wake_later(run.moment_of(day), index)
    memory.ends = {day for day in found if day >= today}
    memory.any_day_since = None
    if memory.starts.settles and memory.notices.settles:
        sure_by = memory.notices.settles[0][1]
        decided = list(
            _ends(starts, [(low, min(high, sure_by)) for low, high in notices if low <= sure_by], ends)
        )
        if decided and _always_ends(starts, notices, ends):
            memory.sure = (min(found), max(decided))


def _days_in(ranges: Ranges) -> int:
    return sum(high - low + 1 for low, high in ranges)


def _leave_open(run: Run, index: int, memory: TermMemory, starts: Ranges, notices: Ranges) -> None:
    """Let any day from the first possible end on be one, where the starts are too many, or not all known yet."""
    ends = run.circuit.nodes[index].ends
    if not notices or not starts or ends is None:
        return
    first = max(end_of_turn(starts[0][0], 0, ends), notices[0][0])
    memory.ends, memory.sure, memory.any_day_since = set(), None, first
    run.wake_later(run.moment_of(first), index)


def _ends(starts: Ranges, notices: Ranges, ends: TermEnds) -> Iterator[Day]:
    """Yield the end for every candidate start and notice."""
    for low, high in starts:
        for start in range(low, high + 1):
            for first, last in notices:
                yield from _ends_between(Day(start), first, last, ends)


def _ends_between(start: Day, first: Day, last: Day, ends: TermEnds) -> Iterator[Day]:
    for turn in range(MOST_PERIODS):
        end = end_of_turn(start, turn, ends)
        in_time = day_by_offset(end, ends.latest)
        if in_time >= first:
            yield end
        if in_time >= last or ends.period is None or end <= BEGINNING:
            return  # what began before every day has no end that could be counted


def end_of_turn(start: Day, turn: int, ends: TermEnds) -> Day:
    """Return the end of the term and so many periods, counted at once from the start."""
    length = ends.term if ends.period is None else ends.term + ends.period * turn
    return day_after(start, length)


def _always_ends(starts: Ranges, notices: Ranges, ends: TermEnds) -> bool:
    """Whether every candidate notice is in time for some end."""
    if ends.period is not None:
        return True
    last_notice = max(high for _, high in notices)
    first_start = min(low for low, _ in starts)
    return day_by_offset(end_of_turn(first_start, 0, ends), ends.latest) >= last_notice


def _fire(run: Run, index: int, memory: TermMemory) -> int:
    if memory.any_day_since is not None:
        return LASTING if run.day_of(run.day) >= memory.any_day_since else NONE
    today = run.day_of(run.day)
    if today not in memory.ends or run.day != run.moment_of(today):
        return NONE
    if memory.sure and memory.sure[1] == today:
        run.settled[index] = run.moment_of(memory.sure[0])
    return TODAY


def _cancel(run: Run, index: int, memory: TermMemory, first: Day | None) -> None:
    if memory.sure and memory.sure[1] > run.day_of(run.day):
        memory.sure = None
    memory.notices.settles.clear()
    if first is not None:
        memory.notices.forget(run.day_of(first))
        memory.any_day_since = None
        _work_out(run, index, memory)
