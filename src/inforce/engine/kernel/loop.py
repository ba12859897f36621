"""Run one plan on many cases, one after the other, without allocating anything."""

from collections.abc import Callable

from inforce.engine.kernel.agenda import next_woken, take_woken
from inforce.engine.kernel.arrays import Cases, Ints
from inforce.engine.kernel.columns import (
    ANY_DAY,
    BEFORE_ALL,
    BEGINS_ANEW,
    CANCELLED_ON,
    CASE,
    DAY,
    DUE_AT,
    ENDS,
    FIRST_EVENT,
    FIRST_NODE,
    FIRST_PLACE,
    FROZEN,
    FROZEN_AT,
    FULL,
    HEAP,
    INCOMING,
    LAST,
    LASTING_AT,
    MEMORIES,
    MOMENTS,
    NEXT,
    NODE_COLUMNS,
    NODES,
    OPEN,
    OPERATION,
    OUTPUTS,
    OUTPUTS_AT,
    PLACES,
    RANGES,
    ROOM_LASTING_AT,
    ROWS,
    SECURE,
    SEEN,
    SETTLED,
    SETTLES,
    START_AT,
    SURE_LAST,
    UNSET,
    VALUE,
    WIDE,
    WORDS,
)
from inforce.engine.kernel.compiled import entrance, fingerprint, inlined
from inforce.engine.kernel.one_rail import is_on_one_rail
from inforce.engine.kernel.rows import begin_rows
from inforce.engine.kernel.sightings import slot_of
from inforce.engine.kernel.visit import visit
from inforce.engine.kernel.visit_one import visit_one
from inforce.engine.kernel.words import bit_of, word_of

Loop = Callable[[Ints, Ints, Cases, Ints, int], int]


@inlined
def _begin(plan: Ints, room: Ints, cases: Cases) -> None:
    """Empty the room and put the nodes as they stand after the first visit."""
    case = room[CASE]
    room[DAY], room[HEAP], room[MOMENTS], room[FULL] = BEFORE_ALL, 0, cases.moments[case], 0
    room[NEXT], room[LAST] = cases.at[case], cases.at[case + 1]
    count, first = plan[NODES] * PLACES, plan[START_AT]
    places, start = room[FIRST_PLACE : FIRST_PLACE + count], plan[first : first + count]
    for place in range(count):
        places[place] = start[place]
    for word in range(plan[WORDS]):
        room[room[ROOM_LASTING_AT] + word] = plan[plan[LASTING_AT] + word]
    for number in range(plan[MEMORIES]):
        slot = slot_of(room, number)
        room[slot + RANGES] = room[slot + SETTLES] = room[slot + ENDS] = room[slot + SEEN] = 0
        room[slot + OPEN] = room[slot + SURE_LAST] = room[slot + ANY_DAY] = room[slot + CANCELLED_ON] = UNSET
    _enter_verdicts(room, cases, case)


@inlined
def _enter_verdicts(room: Ints, cases: Cases, case: int) -> None:
    """Enter what other runs have found about acts: whether they are secure, and verdicts that stand."""
    for row in range(cases.secure_at[case], cases.secure_at[case + 1]):
        room[FIRST_PLACE + cases.secure[row, 0] * PLACES + SECURE] = cases.secure[row, 1]
    first = cases.frozen_at[case]
    room[FROZEN] = cases.frozen_at[case + 1] - first
    if room[FROZEN_AT] + 3 * room[FROZEN] > room.size:
        room[FULL], room[FROZEN] = 1, 0
    for turn in range(room[FROZEN]):
        for column in range(3):
            room[room[FROZEN_AT] + 3 * turn + column] = cases.frozen[first + turn, column]


@inlined
def _all_due(plan: Ints, room: Ints) -> None:
    """Have every node evaluated, on a day before all others."""
    for word in range(plan[WORDS]):
        room[room[DUE_AT] + word] = 0
    for node in range(plan[NODES]):
        room[room[DUE_AT] + word_of(node)] |= bit_of(node)


@inlined
def _begin_rows(plan: Ints, room: Ints, rows: Ints) -> None:
    for output in range(plan[OUTPUTS]):
        node = plan[plan[OUTPUTS_AT] + output]
        if node >= 0 and plan[FIRST_NODE + node * NODE_COLUMNS + OPERATION] < FIRST_EVENT:
            begin_rows(room, rows, output, room[FIRST_PLACE + node * PLACES + VALUE])


@inlined
def _next_day(plan: Ints, room: Ints, signals: Ints) -> bool:
    """Go on to the next day on which something is due, and enter what comes in on it."""
    at, last = room[NEXT], room[LAST]
    day = signals[at, 0] if at < last else UNSET
    if room[HEAP] and (at == last or next_woken(room) < day):
        day = next_woken(room)
    if day == UNSET:
        return False
    room[DAY], due, lasting = day, room[DUE_AT], room[ROOM_LASTING_AT]
    for word in range(plan[WORDS]):
        room[due + word] = room[lasting + word]
    while room[HEAP] and next_woken(room) == day:
        node = take_woken(room)
        room[due + word_of(node)] |= bit_of(node)
    while at < last and signals[at, 0] == day:
        _enter(room, signals, at)
        at += 1
    room[NEXT] = at
    return True


@inlined
def _enter(room: Ints, signals: Ints, at: int) -> None:
    node, settled = signals[at, 1], signals[at, 3]
    place = FIRST_PLACE + node * PLACES
    room[room[DUE_AT] + word_of(node)] |= bit_of(node)
    room[place + INCOMING] = signals[at, 2]
    if settled != UNSET:
        room[place + SETTLED] = settled


@inlined
def _run_on_one_rail(plan: Ints, room: Ints, cases: Cases, rows: Ints) -> None:
    """Run a case in which nothing is open; WIDE says that something is after all."""
    _begin(plan, room, cases)
    _begin_rows(plan, room, rows)
    room[WIDE] = 0
    while _next_day(plan, room, cases.signals) and not room[WIDE]:
        visit_one(plan, room, rows)


@inlined
def _run_on_two_rails(plan: Ints, room: Ints, cases: Cases, rows: Ints, begin: int) -> None:
    """Run a case; before the first, as number -1, make the first visit alone."""
    _begin(plan, room, cases)
    is_going = begin < 0 or plan[BEGINS_ANEW] != 0
    if is_going:
        _all_due(plan, room)
    else:
        _begin_rows(plan, room, rows)
        is_going = _next_day(plan, room, cases.signals)
    while is_going:
        visit(plan, room, rows)
        if room[DAY] == BEFORE_ALL:
            _begin_rows(plan, room, rows)
        is_going = begin >= 0 and _next_day(plan, room, cases.signals)


@inlined
def _run_case(plan: Ints, room: Ints, cases: Cases, rows: Ints, begin: int) -> None:
    before, room[WIDE] = room[ROWS], 1
    if begin >= 0 and is_on_one_rail(plan, cases, room[CASE]):
        _run_on_one_rail(plan, room, cases, rows)
    if room[WIDE]:
        room[ROWS] = before
        _run_on_two_rails(plan, room, cases, rows, begin)


def loop_of(stamp: int) -> Loop:
    """Return the loop over cases; by the stamp numba tells what it kept from what has changed since."""

    def run_cases(plan: Ints, room: Ints, cases: Cases, rows: Ints, begin: int) -> int:
        """Run cases from ``begin`` on until all are done or there is no place; return the first not done.

        Before the first case, as number -1, there is the visit on which every node is evaluated.
        """
        case, last = begin, cases.at.size - 1 if begin >= 0 else 0
        while case < last:
            before, room[CASE] = room[ROWS], max(case, 0)
            _run_case(plan, room, cases, rows, begin)
            if room[FULL] or room[ROWS] > rows.shape[0]:
                room[ROWS] = before
                return case
            case += 1
        return case if stamp else last

    return entrance(run_cases)


run_cases = loop_of(fingerprint())
