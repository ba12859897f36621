"""What comes out of a run: a row for each change of an output, its end entered when the next change comes."""

from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.calendar import day_of
from inforce.engine.kernel.columns import (
    BEFORE_ALL,
    BEGINNING,
    CASE,
    DAY,
    FOREVER,
    OPEN_AT,
    ROW_CASE,
    ROW_OUTPUT,
    ROW_SINCE,
    ROW_UNTIL,
    ROW_VALUE,
    ROWS,
    SETTLED,
    VALUE,
)
from inforce.engine.kernel.compiled import inlined


@inlined
def append_row(room: Ints, rows: Ints, output: int, since: int, until: int, value: int) -> None:
    """Append a row; where there is no place left it is only counted."""
    at = room[ROWS]
    if at < rows.shape[0]:
        rows[at, ROW_CASE], rows[at, ROW_OUTPUT] = room[CASE], output
        rows[at, ROW_SINCE], rows[at, ROW_UNTIL], rows[at, ROW_VALUE] = since, until, value
    room[ROWS] = at + 1


@inlined
def begin_rows(room: Ints, rows: Ints, output: int, value: int) -> None:
    """Begin with what a state is before any day."""
    room[room[OPEN_AT] + output] = room[ROWS]
    append_row(room, rows, output, BEGINNING, FOREVER, value)


@inlined
def state_row(room: Ints, rows: Ints, output: int, value: int) -> None:
    """Note from today what a state is; of several changes in one day the last counts."""
    day = max(day_of(room, room[DAY]), BEGINNING)
    last = room[room[OPEN_AT] + output]
    if day >= FOREVER or room[DAY] == BEFORE_ALL:
        return
    if last >= rows.shape[0]:
        room[ROWS] += 1
    elif rows[last, ROW_SINCE] == day:
        rows[last, ROW_VALUE] = value
    else:
        rows[last, ROW_UNTIL] = day
        room[room[OPEN_AT] + output] = room[ROWS]
        append_row(room, rows, output, day, FOREVER, value)


@inlined
def event_row(room: Ints, rows: Ints, output: int, at: int) -> None:
    """Note that an event may happen today, with its first possible day in the place of an end if it is sure.

    What happens before all days, because something always holds, gives no row.
    """
    if room[DAY] > BEFORE_ALL:
        since, first = day_of(room, room[DAY]), day_of(room, room[at + SETTLED])
        append_row(room, rows, output, since, first, room[at + VALUE])
