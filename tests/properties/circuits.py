"""Small random circuits of every kind of node, with random signals on few days, so that much falls on one day."""

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import strategies as st

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import (
    EVENT_KINDS,
    LASTING,
    MAYBE,
    NO,
    TODAY,
    YES,
    Circuit,
    Kind,
    Node,
    TermEnds,
    readers_from_nodes,
)
from inforce.engine.signals import Change, changes_from_candidates, changes_from_timeline
from inforce.model import Offset
from inforce.temporal import BEGINNING, Candidates, Day, Span, Timeline, day_from_iso

FIRST = day_from_iso("1951-01-26")
"""The first day: the short month and its end lie close."""

DAYS = 12
few_days = st.integers(0, DAYS).map(lambda turn: Day(FIRST + turn))
spans = st.sampled_from(
    (
        Span(),
        Span(days=1),
        Span(days=2),
        Span(days=5),
        Span(months=1),
        Span(months=1, days=1),
        Span(years=1, months=1),
    )
)
offsets = st.one_of(
    st.builds(Offset, after=spans),
    st.builds(Offset, after=spans, before=st.sampled_from((Span(), Span(days=1), Span(months=1)))),
    st.builds(Offset, after=spans, following_month=st.booleans(), days=st.integers(-1, 2)),
    st.builds(Offset, on=few_days),
    st.builds(Offset, after=spans, annual=st.sampled_from(((2, 1), (2, 28), (3, 1)))),
)
backward = st.sampled_from(
    (
        Offset(),
        Offset(before=Span(days=1)),
        Offset(before=Span(days=3)),
        Offset(before=Span(months=1)),
        Offset(days=-2),
    )
)
weights = st.sampled_from((0.1, 0.2, 0.3, 0.5, 1.0, 2.0))


@dataclass
class Sketch:
    """A circuit on its way: its nodes, and which of them are states and which events."""

    draw: st.DrawFn
    nodes: list[Node] = field(default_factory=list)
    states: list[int] = field(default_factory=list)
    events: list[int] = field(default_factory=list)
    chains: list[int] = field(default_factory=list)

    def add(self, node: Node) -> None:
        group = (
            self.chains
            if node.kind is Kind.CHAIN
            else self.events
            if node.kind in EVENT_KINDS
            else self.states
        )
        group.append(len(self.nodes))
        self.nodes.append(node)

    def state(self) -> int:
        return self.draw(st.sampled_from(self.states))

    def event(self) -> int:
        return self.draw(st.sampled_from(self.events))

    def event_or_none(self) -> int:
        return self.draw(st.sampled_from((NOBODY, *self.events)))

    def some(self, of: list[int], least: int = 1) -> tuple[int, ...]:
        return tuple(self.draw(st.lists(st.sampled_from(of), min_size=least, max_size=4)))


def _count(s: Sketch) -> Node:
    inputs = s.some(s.states)
    each = tuple(s.draw(weights) for _ in inputs)
    return Node(Kind.COUNT, inputs, weights=each, threshold=s.draw(st.sampled_from((0.3, 0.5, 1.0, 1.5))))


def _chain(s: Sketch) -> Node:
    inputs = s.some(s.states)
    return Node(Kind.CHAIN, inputs, statuses=tuple(f"s{turn}" for turn in range(len(inputs))))


def _pick(s: Sketch) -> Node:
    return Node(Kind.PICK, (s.draw(st.sampled_from(s.chains)),), mask=s.draw(st.integers(1, 15)))


def _timer(s: Sketch) -> Node:
    inputs = (s.event(), s.event_or_none())
    return Node(Kind.TIMER, inputs, offset=s.draw(offsets), restart=s.draw(st.booleans()))


def _term(s: Sketch) -> Node:
    period = s.draw(st.sampled_from((None, Span(days=2), Span(months=1))))
    ends = TermEnds(s.draw(spans), period, s.draw(backward))
    return Node(Kind.TERM, (s.event(), s.event(), s.event_or_none()), ends=ends)


_MAKERS: dict[Kind, Callable[[Sketch], Node]] = {
    Kind.CONSTANT: lambda s: Node(Kind.CONSTANT, value=s.draw(st.sampled_from((NO, YES, MAYBE)))),
    Kind.NOT: lambda s: Node(Kind.NOT, (s.state(),)),
    Kind.AND: lambda s: Node(Kind.AND, s.some(s.states)),
    Kind.OR: lambda s: Node(Kind.OR, s.some(s.states)),
    Kind.COUNT: _count,
    Kind.CHAIN: _chain,
    Kind.PICK: _pick,
    Kind.LATCH: lambda s: Node(Kind.LATCH, (s.event(), s.event_or_none())),
    Kind.ANY: lambda s: Node(Kind.ANY, s.some(s.events)),
    Kind.GATE: lambda s: Node(Kind.GATE, (s.event(), s.state())),
    Kind.ACT: lambda s: Node(Kind.ACT, (s.event(), NOBODY)),
    Kind.RISE: lambda s: Node(Kind.RISE, (s.state(),)),
    Kind.TIMER: _timer,
    Kind.TERM: _term,
}
makers = st.sampled_from((*_MAKERS, Kind.LATCH, Kind.ACT, Kind.TIMER, Kind.TERM, Kind.RISE, Kind.CHAIN))


@st.composite
def circuits(draw: st.DrawFn, most: int = 24) -> Circuit:
    """Draw a circuit; the power of an act may be any state, so that cycles pass through acts."""
    sketch = Sketch(draw)
    for turn in range(draw(st.integers(1, 3))):
        sketch.add(Node(Kind.STATE_INPUT, slot=("state", turn)))
    for turn in range(draw(st.integers(2, 4))):
        sketch.add(Node(Kind.EVENT_INPUT, slot=("event", turn)))
    for _ in range(draw(st.integers(2, most))):
        kind = draw(makers)
        if kind is not Kind.PICK or sketch.chains:
            sketch.add(_MAKERS[kind](sketch))
    nodes = tuple(
        Node(Kind.ACT, (node.inputs[0], sketch.state())) if node.kind is Kind.ACT else node
        for node in sketch.nodes
    )
    inputs = tuple(i for i, node in enumerate(nodes) if node.kind in (Kind.EVENT_INPUT, Kind.STATE_INPUT))
    return Circuit(nodes, readers_from_nodes(nodes), {}, inputs)


@st.composite
def candidates(draw: st.DrawFn) -> Candidates:
    """Draw the candidate days of an occurrence: one or two ranges, mostly short."""
    ends = sorted(draw(st.lists(few_days, min_size=1, max_size=4, unique=True)))
    pairs = [(ends[at], ends[min(at + 1, len(ends) - 1)]) for at in range(0, len(ends), 2)]
    return tuple(pairs)


@st.composite
def event_signals(draw: st.DrawFn, *, is_open: bool, for_ever: bool) -> list[Change]:
    """Draw what an event receives: known days, or days that nobody knows, or that it may come on any day for ever.

    Where acts feed on one another, what may come for ever may turn them on and off for ever: no run of that ends.
    """
    days = sorted(draw(st.lists(few_days, max_size=3)))
    known = [Change(day, TODAY, day) for day in days]
    if not is_open or draw(st.booleans()):
        return known
    if for_ever and draw(st.integers(0, 3)) == 0:
        return [Change(BEGINNING, LASTING)]
    return changes_from_candidates(draw(candidates()), draw(st.booleans()))


@st.composite
def state_signals(draw: st.DrawFn, *, is_open: bool) -> list[Change]:
    """Draw what a state receives: a timeline, of which the two rails differ if something is open."""
    possible = tuple(sorted(draw(st.lists(st.one_of(few_days, st.just(BEGINNING)), max_size=4, unique=True))))
    if not is_open:
        return changes_from_timeline(Timeline(possible, possible))
    values = draw(st.lists(st.sampled_from((NO, MAYBE, YES)), min_size=len(possible), max_size=len(possible)))
    return [Change(day, value) for day, value in zip(possible, values, strict=True)]


@st.composite
def signals_of(draw: st.DrawFn, circuit: Circuit, *, is_open: bool) -> dict[int, list[Change]]:
    """Draw the signals of all inputs of a circuit."""
    for_ever = not any(node.kind is Kind.ACT for node in circuit.nodes)
    return {
        index: draw(
            event_signals(is_open=is_open, for_ever=for_ever)
            if circuit.nodes[index].kind is Kind.EVENT_INPUT
            else state_signals(is_open=is_open)
        )
        for index in circuit.inputs
    }
