"""Why each kind of state node has its value on a day."""

from collections.abc import Iterator

from inforce.engine.circuit import NO, YES, Kind
from inforce.engine.grounds import Explaining, Ground
from inforce.temporal import Day

_DEFAULT_RESTS_ON = ("not_yet_operative", "conditional", "closed", "not_concluded")


def chain(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain each status that is possible; the last, which holds by default, by what keeps the others out."""
    node = why.nodes[index]
    mask = why.value(index, day)
    for position, state in enumerate(node.inputs):
        if not mask >> position & 1:
            continue
        if why.nodes[state].kind is Kind.CONSTANT and position == len(node.inputs) - 1:
            for name, other in zip(node.statuses, node.inputs, strict=True):
                if name in _DEFAULT_RESTS_ON or node.statuses == node.statuses[-1:]:
                    yield from why.state(other, day, depth)
        else:
            yield from why.state(state, day, depth)


def latch(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain a lasting state by the event that began or ended it, or by what it still waits for."""
    on, off = why.nodes[index].inputs
    began = why.last_day(on, day)
    stopped = why.last_day(off, day) if off >= 0 else None
    value = why.value(index, day)
    if value and began is not None:
        yield from why.event(on, began, depth)
    if value != YES and stopped is not None:
        yield from why.event(off, stopped, depth)
    if began is None and stopped is None:
        yield from _missing(why, on, day, depth)


def _missing(why: Explaining, event: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain that an event has not happened: what it waits for, or that nothing is recorded."""
    node = why.nodes[event]
    if node.kind is Kind.EVENT_INPUT:
        later = list(why.claims(event, None))
        yield from (Ground(claim=g.claim, day=g.day, holds=False) for g in later if g.claim)
        if not later:
            yield Ground(about=node.slot, day=day, holds=False)
    elif node.kind is Kind.RISE:
        yield from why.state(node.inputs[0], day, depth)
    elif node.kind is Kind.TIMER:
        began = why.last_day(node.inputs[0], day)
        if began is not None:
            yield from why.event(node.inputs[0], began, depth)
    else:
        for source in node.inputs[:1] if node.kind in (Kind.GATE, Kind.ACT, Kind.TERM) else node.inputs:
            yield from _missing(why, source, day, depth)


def conjunction(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain a conjunction: all of it where it holds, else what does not."""
    inputs = why.nodes[index].inputs
    value = why.value(index, day)
    wanted = [state for state in inputs if why.value(state, day) == value] if value != YES else inputs
    for state in wanted or inputs:
        yield from why.state(state, day, depth)


def disjunction(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain a disjunction: what holds of it, or all of it where nothing does."""
    inputs = why.nodes[index].inputs
    value = why.value(index, day)
    wanted = [state for state in inputs if why.value(state, day) == value] if value != NO else inputs
    for state in wanted:
        yield from why.state(state, day, depth)


def inputs(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain a state by what it reads."""
    for state in why.nodes[index].inputs:
        yield from why.state(state, day, depth)


def state_input(why: Explaining, index: int, day: Day, depth: int) -> Iterator[Ground]:
    """Explain a recorded state by its claims."""
    holds = why.value(index, day) != NO
    for ground in why.claims(index, day if why.nodes[index].slot[0] == "speaks" else None):
        yield Ground(claim=ground.claim, about=ground.about, day=day, holds=holds)
