"""Which nodes of a circuit a plan needs, and where their readers find them."""

from collections.abc import Iterable

from inforce.engine.circuit import NO, YES, Circuit, Kind, Node
from inforce.engine.kernel.columns import FIRST_PLACE, NEGATED, PLACES, VALUE

Edge = tuple[int, bool]
"""A node as it is read: its number in the circuit, and whether as its negation."""

_LONGEST = 12
"""What joins more than this is a node of its own."""


class Numbering:
    """Number the nodes that are needed, in their order.

    A negation is read from the node that it negates, what joins one node only from that node, and a chain reads what
    its conditions join: none of them needs to be evaluated by itself, unless something else asks for it.
    """

    def __init__(self, circuit: Circuit, wanted: Iterable[int]) -> None:
        self.circuit = circuit
        self._edges: dict[int, list[Edge]] = {}
        self._terms: dict[int, list[tuple[int, list[Edge]]]] = {}
        used = self._used(wanted)
        self.kept = sorted(used)
        self.number = {index: turn for turn, index in enumerate(self.kept)}

    def places(self, index: int) -> list[int]:
        """Return where a node finds its inputs; -1 stands for no node."""
        return [self._place(edge) for edge in self._edges[index]]

    def terms(self, index: int) -> list[tuple[int, list[int]]]:
        """Return the conditions of a chain: the turn of each, and the places that must hold together."""
        return [(turn, [self._place(edge) for edge in edges]) for turn, edges in self._terms[index]]

    def _place(self, edge: Edge) -> int:
        if edge[0] < 0:
            return -1
        return FIRST_PLACE + self.number[edge[0]] * PLACES + (NEGATED if edge[1] else VALUE)

    def _used(self, wanted: Iterable[int]) -> set[int]:
        used: set[int] = set()
        waiting = [index for index in wanted if index >= 0]
        while waiting:
            index = waiting.pop()
            if index not in used:
                used.add(index)
                waiting.extend(edge[0] for edge in self._read(index) if edge[0] >= 0)
        return used

    def _read(self, index: int) -> list[Edge]:
        """Work out what a node reads."""
        node = self.circuit.nodes[index]
        if node.kind is Kind.CHAIN:
            terms = [(turn, term) for turn, one in enumerate(node.inputs) for term in self._alternatives(one)]
            self._terms[index] = terms
            edges = [edge for _, term in terms for edge in term]
        elif node.kind in (Kind.AND, Kind.OR):
            edges = [edge for one in node.inputs for edge in self._joined(self.edge(one), node.kind)]
        elif node.kind is Kind.NOT:
            base, negated = self.edge(node.inputs[0])
            edges = [(base, not negated)]
        else:
            edges = [self.edge(one) for one in node.inputs]
        self._edges[index] = edges
        return edges

    def edge(self, index: int) -> Edge:
        """Return how a node is read: through negations and what joins one node only."""
        negated = False
        while index >= 0:
            node = self.circuit.nodes[index]
            if node.kind is Kind.NOT:
                negated, index = not negated, node.inputs[0]
            elif node.kind in (Kind.AND, Kind.OR) and (only := self._only(node)) is not None:
                index = only
            else:
                break
        return index, negated

    def _only(self, node: Node) -> int | None:
        """Return the one input that decides what a node joins: a constant that settles it, or the only one."""
        settling = NO if node.kind is Kind.AND else YES
        settled = (one for one in node.inputs if self._is_constant((one, False), settling))
        return next(settled, node.inputs[0] if len(node.inputs) == 1 else None)

    def _joined(self, edge: Edge, kind: Kind) -> list[Edge]:
        """Return what an input joins, if it joins in the same way and not too much."""
        node = self.circuit.nodes[edge[0]]
        if edge[1] or node.kind is not kind or len(node.inputs) > _LONGEST:
            return [edge]
        return [inner for one in node.inputs for inner in self._joined(self.edge(one), kind)]

    def _alternatives(self, index: int) -> list[list[Edge]]:
        """Return the condition of a chain as alternatives, each of edges that must hold together."""
        edge = self.edge(index)
        either = self._joined(edge, Kind.OR)
        terms = [self._joined(one, Kind.AND) for one in either if not self._is_constant(one, NO)]
        return [[one for one in term if not self._is_constant(one, YES)] for term in terms]

    def _is_constant(self, edge: Edge, value: int) -> bool:
        node = self.circuit.nodes[edge[0]]
        return node.kind is Kind.CONSTANT and node.value == (YES - value if edge[1] else value)
