"""Why each kind of event node happened, or may have, on a day."""

from collections.abc import Iterator

from inforce.engine.grounds import Explaining, Ground
from inforce.engine.offsets import day_by_offset
from inforce.model import Offset
from inforce.temporal import BEGINNING, FOREVER, Day


def event_input(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain a recorded occurrence by its claims, and an effect placed on an earlier day by the act that has it."""
    slot = why.nodes[index].slot
    if slot[0] == "placed" and isinstance(slot[1], int):
        acted = why.last_day(slot[1], FOREVER)
        yield from why.event(slot[1], acted, depth) if acted is not None else ()
        return
    yield from why.claims(index, day)


def any_of(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain an event by those that happened on its day."""
    for event in why.nodes[index].inputs:
        if why.last_day(event, day) == day:
            yield from why.event(event, day, depth)


def gate(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain an event by its occurrence and by the state that let it count."""
    event, state = why.nodes[index].inputs
    yield from why.event(event, day, depth)
    yield from why.state(state, day, depth)


def act(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain an act by what was done, and by the power as it stood at the close of the day before."""
    event, power = why.nodes[index].inputs
    yield from why.event(event, day, depth)
    yield from why.state(power, Day(day - 1), depth)


def rise(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain the beginning of a state by the state."""
    yield from why.state(why.nodes[index].inputs[0], day, depth)


def timer(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain a timer by the start from which its span leads to the day."""
    node = why.nodes[index]
    start = node.inputs[0]
    offset = node.offset or Offset()
    for on, _ in reversed(why.run.history[start]):
        if on < day and (day_by_offset(on, offset) <= day or on == BEGINNING):
            yield from why.event(start, on, depth)
            return


def term(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain the end of a term by its start and by the notice."""
    start, notice, _ = why.nodes[index].inputs
    for event in (start, notice):
        on = why.last_day(event, day)
        if on is not None:
            yield from why.event(event, on, depth)
