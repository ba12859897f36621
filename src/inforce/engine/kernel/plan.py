"""From a circuit to a plan: only the nodes that the outputs need, as numbers in one array."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from inforce.engine.circuit import Circuit, Kind, Node
from inforce.engine.kernel import columns as at
from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.numbering import Numbering
from inforce.model import Offset
from inforce.temporal import Span

_LISTS = frozenset({Kind.AND, Kind.OR, Kind.NOT, Kind.ANY, Kind.COUNT, Kind.CHAIN})
_PERMITTING = frozenset({Kind.ACT, Kind.GATE})
"""What follows its event alone: what permits it is read when the event may happen, and is no reason to look before."""

_REMEMBERING = {Kind.TIMER: 1, Kind.TERM: 2}


class Planned(Struct, frozen=True):
    """A plan with what leads back to its circuit.

    ``outputs`` are the plan's nodes that give rows, ``node_of`` has the plan's node for each of the circuit's, and
    ``memories`` says for how many events timers and terms remember.
    """

    plan: Ints
    outputs: tuple[int, ...]
    node_of: dict[int, int]
    memories: int

    @property
    def nodes(self) -> int:
        """How many nodes are evaluated."""
        return int(self.plan[at.NODES])


def plan_from_circuit(circuit: Circuit, wanted: Sequence[int], verdicts: Sequence[int] = ()) -> Planned:
    """Return the plan of a circuit for some of its nodes, and for the verdicts on some of its acts.

    Their rows are numbered as they are wanted, the verdicts last; -1 stands for no node and gives no rows.
    """
    numbering = Numbering(circuit, (*wanted, *verdicts))
    tables = Tables(numbering)
    for number, index in enumerate(numbering.kept):
        tables.add(number, circuit.nodes[index])
    for turn, act in enumerate(verdicts, len(wanted)):
        tables.rows[numbering.number[act]][at.VERDICTS] = turn
    outputs = tuple(numbering.number.get(index, -1) for index in wanted)
    return Planned(tables.plan(outputs), outputs, numbering.number, tables.memories)


class Tables:
    """Collect what a plan consists of, node by node."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        count = len(numbering.kept)
        self.rows = [[-1] * at.NODE_COLUMNS for _ in range(count)]
        self.readers: list[dict[int, int]] = [{} for _ in range(count)]
        self.start: list[int] = []
        self.behind = at.FIRST_NODE + count * at.NODE_COLUMNS
        self.tail: list[int] = []
        self.memories = 0

    def add(self, number: int, node: Node) -> None:
        """Enter a node."""
        row = self.rows[number]
        row[at.OPERATION] = at.AND if node.kind is Kind.NOT else at.OPERATIONS[node.kind]
        places = self.numbering.places(self.numbering.kept[number])
        if node.kind in _LISTS:
            row[at.LIST], row[at.LIST_END] = self._list(number, node, places)
        else:
            row[at.FIRST : at.FIRST + len(places)] = places
        if node.kind is Kind.TIMER:
            row[at.THIRD] = int(node.restart)
        row[at.PARAMETER] = self._parameter(node)
        if node.kind in _REMEMBERING:
            row[at.MEMORY], self.memories = self.memories, self.memories + _REMEMBERING[node.kind]
        for place in places[:1] if node.kind in _PERMITTING else places:
            self._read(place, number)
        self.start += _start_of(node)

    def _put(self, values: Sequence[int]) -> int:
        """Put numbers behind the nodes; return where they begin."""
        begin = self.behind + len(self.tail)
        self.tail += values
        return begin

    def _list(self, number: int, node: Node, places: list[int]) -> tuple[int, int]:
        begin = self.behind + len(self.tail)
        if node.kind is Kind.COUNT:
            for place, weight in zip(places, node.weights, strict=True):
                self._put([place, _bits_of(weight)])
        elif node.kind is Kind.CHAIN:
            for turn, term in self.numbering.terms(self.numbering.kept[number]):
                first = self._put([1 << turn, 0, *term])
                self.tail[first - self.behind + 1] = first + 2 + len(term)
        else:
            self._put(places)
        return begin, self.behind + len(self.tail)

    def _read(self, place: int, reader: int) -> None:
        if place >= 0:
            words = self.readers[(place - at.FIRST_PLACE) // at.PLACES]
            word, bit = divmod(reader, at.WORD)
            words[word] = words.get(word, 0) | 1 << bit

    def _parameter(self, node: Node) -> int:
        match node.kind:
            case Kind.PICK:
                return node.mask
            case Kind.CHAIN:
                return 1 << len(node.inputs) >> 1
            case Kind.COUNT:
                return _bits_of(node.threshold)
            case Kind.TIMER:
                return self._offset(node.offset or Offset())
            case Kind.TERM:
                return self._ends(node)
            case _:
                return node.value

    def _ends(self, node: Node) -> int:
        assert node.ends is not None
        period, latest = node.ends.period, self._offset(node.ends.latest)
        return self._put(
            [*_parts(node.ends.term), *_parts(period or Span()), int(period is not None), latest]
        )

    def _offset(self, offset: Offset) -> int:
        on = at.UNSET if offset.on is None else offset.on
        spans = [*_parts(offset.after), *_parts(offset.before)]
        return self._put([*spans, int(offset.following_month), offset.days, on, *(offset.annual or (0, 0))])

    def plan(self, outputs: Sequence[int]) -> Ints:
        """Return the whole as one array."""
        words = -(-len(self.rows) // at.WORD)
        for row, readers in zip(self.rows, self.readers, strict=True):
            pairs = [one for word, bits in sorted(readers.items()) for one in (word, _signed(bits))]
            row[at.READERS] = self._put(pairs)
            row[at.READERS_END] = row[at.READERS] + len(pairs)
        for turn, number in enumerate(outputs):
            if number >= 0:
                self.rows[number][at.OUTPUT] = turn
        head = [0] * at.FIRST_NODE
        head[at.NODES], head[at.WORDS], head[at.MEMORIES] = len(self.rows), words, self.memories
        head[at.OUTPUTS], head[at.OUTPUTS_AT] = len(outputs), self._put(outputs)
        head[at.START_AT], head[at.LASTING_AT] = self._put(self.start), self._put([0] * words)
        return np.array([*head, *(one for row in self.rows for one in row), *self.tail], np.int64)


def _parts(span: Span) -> tuple[int, int, int]:
    return span.years, span.months, span.days


def _bits_of(number: float) -> int:
    return int(np.float64(number).view(np.int64))


def _signed(bits: int) -> int:
    return bits - (1 << at.WORD) if bits >> at.WORD - 1 else bits


def _start_of(node: Node) -> list[int]:
    """Return how a node stands before it is evaluated for the first time."""
    row = [0] * at.PLACES
    if at.OPERATIONS[node.kind] < at.FIRST_EVENT:
        row[at.NEGATED] = at.YES
        row[at.CHANGED_ON] = row[at.LAST_ON] = row[at.LAST_OFF] = at.NEVER
    else:
        row[at.SETTLED] = row[at.SECURE] = row[at.INCOMING] = at.UNSET
        row[at.LASTED_UNTIL], row[at.SURE], row[at.POSSIBLE_SINCE] = at.NEVER, 1, at.BEFORE_ALL
    return row
