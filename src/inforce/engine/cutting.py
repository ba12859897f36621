"""Cut a circuit down to what some of its outputs depend on: a small question runs on a small circuit."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from inforce.engine.circuit import Circuit, Node, readers_from_nodes
from inforce.engine.solve import cone_of, judge_of


def cut(circuit: Circuit, outputs: Iterable[str]) -> Circuit:
    """Return the part of a circuit on which some outputs turn.

    Nodes keep their order, which is that of evaluation.

    >>> from inforce.engine.circuit import Kind
    >>> nodes = (Node(Kind.CONSTANT, value=3), Node(Kind.CONSTANT), Node(Kind.NOT, (1,)))
    >>> cut(Circuit(nodes, (0, 4, 0), {"no": 1, "not": 2}), ["not"]).nodes[1].inputs
    (0,)
    """
    names = tuple(dict.fromkeys(outputs))
    kept = sorted(cone_of(circuit, names))
    moved = {old: new for new, old in enumerate(kept)} | {-1: -1}
    nodes = tuple(_moved(circuit.nodes[old], moved) for old in kept)
    return Circuit(
        nodes,
        readers_from_nodes(nodes),
        {name: moved[circuit.outputs[name]] for name in names},
        tuple(moved[index] for index in circuit.inputs if index in moved),
        {moved[index]: name for index, name in circuit.names.items() if index in moved},
    )


def _moved(node: Node, moved: Mapping[int, int]) -> Node:
    judges = tuple(moved[index] for index in judge_of(node.slot))
    slot = (node.slot[0], *judges, *node.slot[2:]) if judges else node.slot
    return replace(node, inputs=tuple(moved[index] for index in node.inputs), slot=slot)
