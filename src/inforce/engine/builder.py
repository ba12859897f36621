"""Build a circuit node by node: shared parts once, cycles only through acts."""

from collections.abc import Callable, Hashable, Mapping

from msgspec.structs import replace

from inforce.engine.circuit import (
    INPUT_KINDS,
    NO,
    YES,
    Circuit,
    Kind,
    Node,
    Reason,
    TermEnds,
    readers_from_nodes,
)
from inforce.model import Offset

NOBODY = -1
"""Stands in for a node that is not there, such as the cancelling of a timer that nothing cancels."""


class CycleError(ValueError):
    """A status depends on itself with no recorded act in between (design, S6)."""

    def __init__(self, path: tuple[Hashable, ...]) -> None:
        self.path = path
        super().__init__("a status depends on itself without a recorded act: " + " -> ".join(map(str, path)))

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses of the circle, in the order in which they depend on one another."""
        keys = [key for key in self.path if isinstance(key, tuple)]
        named = [str(key[2]) for key in keys if key[:1] == ("clause_status",)]
        of_treaties = [f"{key[2]} of {key[1]}" for key in keys if key[:1] == ("effect",)]
        return tuple(named or of_treaties) or tuple(str(key) for key in self.path)


class Builder:
    """Collect nodes in evaluation order: a node is numbered when all that it reads today has a number.

    The power of an act is read at the close of the day before, so it is built afterwards: ``later`` keeps what
    is still to be built, and ``circuit`` builds it.
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._by_value: dict[Node, int] = {}
        self._by_key: dict[Hashable, int] = {}
        self._in_progress: list[Hashable] = []
        self._later: list[tuple[int, Callable[[], int]]] = []

    def copied(self) -> "Builder":
        """Return a builder that goes on from here; only one that has nothing left to build can be copied."""
        found = Builder()
        found.nodes = self.nodes.copy()
        found._by_value, found._by_key = self._by_value.copy(), self._by_key.copy()
        return found

    def once(self, key: Hashable, build: Callable[[], int]) -> int:
        """Build what a key names, or return the node if it stands already.

        Raises:
            CycleError: if the key is being built: it depends on itself without an act.
        """
        found = self._by_key.get(key)
        if found is not None:
            return found
        if key in self._in_progress:
            start = self._in_progress.index(key)
            raise CycleError((*self._in_progress[start:], key))
        self._in_progress.append(key)
        node = self._by_key[key] = build()
        self._in_progress.pop()
        return node

    def add(self, node: Node) -> int:
        """Add a node, or return the one that is equal to it."""
        found = self._by_value.get(node)
        if found is None:
            found = self._by_value[node] = len(self.nodes)
            self.nodes.append(node)
        return found

    def constant(self, value: int) -> int:
        """Add a state that never changes."""
        return self.add(Node(Kind.CONSTANT, value=value))

    def negation(self, state: int) -> int:
        """Add the negation of a state."""
        node = self.nodes[state]
        if node.kind is Kind.CONSTANT:
            return self.constant({NO: YES, YES: NO}.get(node.value, node.value))
        return self.add(Node(Kind.NOT, (state,)))

    def conjunction(self, *states: int) -> int:
        """Add the conjunction of states; of none, what always holds."""
        return self._join(Kind.AND, states, neutral=YES)

    def named_conjunction(self, states: Mapping[str, int]) -> int:
        """Add the conjunction of states that keep their names, so that what is missing of it can be told."""
        kept = {name: state for name, state in states.items() if not self.is_constant(state, YES)}
        return self.add(Node(Kind.AND, tuple(kept.values()), statuses=tuple(kept)))

    def disjunction(self, *states: int) -> int:
        """Add the disjunction of states; of none, what never holds."""
        return self._join(Kind.OR, states, neutral=NO)

    def _join(self, kind: Kind, states: tuple[int, ...], neutral: int) -> int:
        kept: list[int] = []
        for state in dict.fromkeys(states):
            node = self.nodes[state]
            if node.kind is Kind.CONSTANT and node.value == neutral:
                continue
            if node.kind is Kind.CONSTANT and node.value == YES - neutral:
                return state
            kept.append(state)
        if not kept:
            return self.constant(neutral)
        return kept[0] if len(kept) == 1 else self.add(Node(kind, tuple(kept)))

    def any_of(self, *events: int) -> int:
        """Add the event that happens when one of the events does; NOBODY if there are none."""
        kept = tuple(dict.fromkeys(event for event in events if event != NOBODY))
        if len(kept) <= 1:
            return kept[0] if kept else NOBODY
        return self.add(Node(Kind.ANY, kept))

    def under(self, state: int, reason: Reason) -> int:
        """Add a state that is as another is, for a reason that an explanation names above it."""
        if self.nodes[state].kind is Kind.CONSTANT:
            return state
        return self.add(Node(Kind.AND, (state,), reason=reason))

    def latch(self, on: int, off: int = NOBODY, reason: Reason | None = None) -> int:
        """Add the state that one event begins and another ends."""
        if on == NOBODY:
            return self.constant(NO)
        return self.add(Node(Kind.LATCH, (on, off), reason=reason))

    def gate(self, event: int, state: int) -> int:
        """Add the event as far as the state holds on its day."""
        if event == NOBODY or self.is_constant(state, NO):
            return NOBODY
        if self.is_constant(state, YES):
            return event
        return self.add(Node(Kind.GATE, (event, state)))

    def act(self, event: int, power: Callable[[], int], reason: Reason | None = None, name: str = "") -> int:
        """Add an act: the event as far as its power existed at the close of the day before."""
        if event == NOBODY:
            return NOBODY
        index = len(self.nodes)
        self.nodes.append(Node(Kind.ACT, (event, NOBODY), reason=reason, name=name))
        self._later.append((index, power))
        return index

    def rise(self, state: int) -> int:
        """Add the event that a state begins to hold."""
        return NOBODY if self.is_constant(state, NO) else self.add(Node(Kind.RISE, (state,)))

    def timer(self, start: int, offset: Offset, cancel: int = NOBODY, reason: Reason | None = None) -> int:
        """Add the event that follows a start by an offset, unless cancelled before; no offset, no delay."""
        if start == NOBODY or offset == Offset():
            return start
        return self.add(Node(Kind.TIMER, (start, cancel), offset=offset, reason=reason))

    def term(self, start: int, notice: int, ends: TermEnds, cancel: int = NOBODY) -> int:
        """Add the end of a term that a notice brings about."""
        if NOBODY in (start, notice):
            return NOBODY
        return self.add(Node(Kind.TERM, (start, notice, cancel), ends=ends))

    def circuit(self, outputs: dict[str, int]) -> Circuit:
        """Build what acts still need, and return the whole.

        Raises:
            CycleError: if a power depends on itself without an act.
        """
        while self._later:
            index, power = self._later.pop()
            node = self.nodes[index]
            self.nodes[index] = replace(node, inputs=(node.inputs[0], power()))
        nodes = tuple(self.nodes)
        inputs = tuple(i for i, node in enumerate(nodes) if node.kind in INPUT_KINDS)
        names = {node: str(key[0]) for key, node in reversed(self._by_key.items()) if isinstance(key, tuple)}
        return Circuit(nodes, readers_from_nodes(nodes), outputs, inputs, names)

    def is_constant(self, state: int, value: int) -> bool:
        """Whether a state always has one value."""
        node = self.nodes[state]
        return node.kind is Kind.CONSTANT and node.value == value
