"""A treaty as a small synchronous circuit: nodes in the order in which they are evaluated.

A *state* node has, each day, one of three values: ``NO``, ``MAYBE`` (possible only), ``YES`` (certain). As bits
they are the two rails, possible and certain, so that *and* and *or* are ``&`` and ``|``.

An *event* node has, each day, a ``maybe`` (``NONE``, ``TODAY`` for a single day, ``LASTING`` if it may also
happen on the following days) and, on the day on which it has happened in every resolution, its first possible day.
"""

from enum import IntEnum

from msgspec import Struct

from inforce.model import Citation, Offset
from inforce.temporal import Span

NO, MAYBE, YES = 0, 1, 3
NONE, TODAY, LASTING = 0, 1, 2


class Kind(IntEnum):
    """The kinds of node; the meaning of each is its function in ``evaluate``."""

    STATE_INPUT = 0
    EVENT_INPUT = 1
    CONSTANT = 2
    NOT = 3
    AND = 4
    OR = 5
    COUNT = 6
    PICK = 7
    CHAIN = 8
    LATCH = 9
    ANY = 10
    GATE = 11
    ACT = 12
    RISE = 13
    TIMER = 14
    TERM = 15


INPUT_KINDS = frozenset({Kind.EVENT_INPUT, Kind.STATE_INPUT})
EVENT_KINDS = frozenset({Kind.EVENT_INPUT, Kind.ANY, Kind.GATE, Kind.ACT, Kind.RISE, Kind.TIMER, Kind.TERM})


class Reason(Struct, frozen=True):
    """Say which clause, rule or convention a node stands for, in words that an answer can use."""

    kind: str
    id: str
    text: str
    citations: tuple[Citation, ...] = ()


class TermEnds(Struct, frozen=True):
    """Describe the ends of a term: end k is the start plus (term + k periods), added once.

    ``latest`` leads from an end back to the last day for notice; ``period`` None means the first end only.
    """

    term: Span
    period: Span | None
    latest: Offset


class Node(Struct, frozen=True):
    """One node: its kind, the nodes it reads, and what it needs besides.

    ``inputs`` by kind: LATCH (set, reset); GATE and ACT (event, state); TIMER (start, cancel);
    TERM (start, notice, cancel); COUNT, AND, OR, ANY, CHAIN: all of them. ``mask`` has the statuses that a PICK
    asks for, ``value`` a constant, ``statuses`` the names along a CHAIN, or of what a power needs. -1 stands for no
    node.
    """

    kind: Kind
    inputs: tuple[int, ...] = ()
    name: str = ""
    value: int = 0
    mask: int = 0
    offset: Offset | None = None
    ends: TermEnds | None = None
    weights: tuple[float, ...] = ()
    threshold: float = 0.0
    restart: bool = False
    statuses: tuple[str, ...] = ()
    reason: Reason | None = None
    slot: tuple[object, ...] = ()


class Circuit(Struct, frozen=True):
    """Nodes in evaluation order, with who reads whom on the same day as bit masks.

    ``outputs`` name the nodes that answers ask for, ``inputs`` are those that receive signals,
    ``names`` are the signals' names, where a node stands for one. An ACT reads its power at the close of the day
    before, so that edge is not among the readers: every cycle passes through one (design, S6).
    """

    nodes: tuple[Node, ...]
    readers: tuple[int, ...]
    outputs: dict[str, int]
    inputs: tuple[int, ...] = ()
    names: dict[int, str] = {}


def readers_from_nodes(nodes: tuple[Node, ...]) -> tuple[int, ...]:
    """Return for each node the bit mask of the nodes that read it on the same day."""
    readers = [0] * len(nodes)
    for index, node in enumerate(nodes):
        for position, source in enumerate(node.inputs):
            if source >= 0 and not (node.kind is Kind.ACT and position == 1):
                readers[source] |= 1 << index
    return tuple(readers)
