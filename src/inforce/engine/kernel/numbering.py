"""Which nodes of a circuit a plan needs, and where their readers find them."""

from collections.abc import Iterable

from inforce.engine.circuit import Circuit, Kind
from inforce.engine.kernel.columns import FIRST_PLACE, NEGATED, PLACES, VALUE


class Numbering:
    """Number the nodes that are needed, in their order.

    A negation is read from the node that it negates, and what joins one node only from that node: neither needs a
    number of its own, unless it is asked for.
    """

    def __init__(self, circuit: Circuit, wanted: Iterable[int]) -> None:
        self.circuit = circuit
        used = self._used(wanted)
        self.kept = [index for index in range(len(circuit.nodes)) if index in used]
        self.number = {index: turn for turn, index in enumerate(self.kept)}

    def place(self, index: int) -> int:
        """Return where readers find the value of a node, -1 for no node."""
        if index < 0:
            return -1
        base, negated = self.stands_for(index)
        return FIRST_PLACE + self.number[base] * PLACES + (NEGATED if negated else VALUE)

    def stands_for(self, index: int) -> tuple[int, bool]:
        """Return the node from which a node is read, and whether as its negation."""
        negated = False
        while True:
            node = self.circuit.nodes[index]
            if node.kind is Kind.NOT:
                negated = not negated
            elif node.kind not in (Kind.AND, Kind.OR) or len(node.inputs) != 1:
                return index, negated
            index = node.inputs[0]

    def _used(self, wanted: Iterable[int]) -> set[int]:
        used: set[int] = set()
        waiting = [index for index in wanted if index >= 0]
        while waiting:
            index = waiting.pop()
            if index not in used:
                used.add(index)
                inputs = self.circuit.nodes[index].inputs
                waiting.extend(self.stands_for(one)[0] for one in inputs if one >= 0)
        return used
