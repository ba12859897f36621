"""Many questions solved on one circuit, each with its own cases: as if each had been asked alone, only sooner."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from inforce.engine.cases import BUDGET
from inforce.engine.choices import choices_from_evidence
from inforce.engine.circuit import Circuit
from inforce.engine.compilation import ReadAs
from inforce.engine.cutting import cut
from inforce.engine.evaluate import Evaluator
from inforce.engine.solve import (
    Hearing,
    Resolution,
    Signal,
    Solution,
    compile_signals,
    cone_of,
    readings_of,
    resolutions_of,
)

_Clauses = frozenset[tuple[str, str]]


class Sought(Struct, frozen=True):
    """One question: the signals that make its cases, and those that are run beside them."""

    signals: Mapping[str, Signal]
    beside: Mapping[str, Signal] = {}

    @property
    def wanted(self) -> dict[str, Signal]:
        """All its signals."""
        return {**self.signals, **self.beside}


def solve_jointly(hearing: Hearing, questions: Sequence[Sought], budget: int = BUDGET) -> list[Solution]:
    """Solve questions of a book as it is heard, in their order, each as `solve_heard` would solve it.

    Those that turn on the same readings share a circuit, and those on which the same things are open share its runs.

    Raises:
        CycleError: if a signal depends on itself without an act.
    """
    found: list[list[Resolution]] = [[] for _ in questions]
    for text in _Reader(hearing, questions).texts():
        for turns in _by_openness(hearing, text.circuit, {turn: questions[turn] for turn in text.turns}):
            ran = _run(hearing, text, [questions[turn] for turn in turns], max(1, budget // text.variants))
            for turn in turns:
                found[turn] += _as_asked(ran, questions[turn])
    return [Solution(hearing.view, hearing.known, hearing.evidence, tuple(each)) for each in found]


class _Text(Struct, frozen=True):
    """Questions on one circuit, under one of the ``variants`` of reading the clauses on which they turn."""

    turns: tuple[int, ...]
    circuit: Circuit
    names: tuple[str, ...]
    variants: int


class _Reader:
    """Compile questions under every way of reading the clauses on which they turn."""

    def __init__(self, hearing: Hearing, questions: Sequence[Sought]) -> None:
        self.hearing, self.questions = hearing, questions
        self._read = {(each.clause.treaty, each.clause.id) for each in hearing.book.readings}
        self._known: dict[tuple[int, ...], tuple[Circuit, _Clauses]] = {}

    def texts(self) -> Iterator[_Text]:
        """Yield a circuit for each way of reading."""
        for turns in self._by_reading(tuple(range(len(self.questions)))):
            circuit, touched = self._as_it_stands(turns)
            variants = list(readings_of(self.hearing.book, self.hearing.view, {*touched}))
            for read_as, names in variants:
                own = self._compiled(turns, read_as)[0] if read_as else circuit
                yield _Text(turns, own, names, len(variants))

    def _by_reading(self, turns: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        """Part questions by the clauses on which they turn and which are read in several ways.

        Few questions turn on such a clause, so these are found by halves.
        """
        found: dict[_Clauses, tuple[int, ...]] = {}
        waiting = [turns] if turns else []
        while waiting:
            those = waiting.pop()
            touched = self._as_it_stands(those)[1]
            if len(those) == 1 or not self._is_read_differently(touched):
                key = touched if self._is_read_differently(touched) else frozenset()
                found[key] = (*found.get(key, ()), *those)
            else:
                half = len(those) // 2
                waiting += [those[half:], those[:half]]
        yield from found.values()

    def _is_read_differently(self, touched: _Clauses) -> bool:
        return len(list(readings_of(self.hearing.book, self.hearing.view, {*touched}))) > 1

    def _as_it_stands(self, turns: tuple[int, ...]) -> tuple[Circuit, _Clauses]:
        if turns not in self._known:
            circuit, touched = self._compiled(turns, {})
            self._known[turns] = circuit, frozenset(touched & self._read)
        return self._known[turns]

    def _compiled(self, turns: tuple[int, ...], read_as: ReadAs) -> tuple[Circuit, set[tuple[str, str]]]:
        named = {repr(each): each for turn in turns for each in self.questions[turn].wanted.values()}
        heard = self.hearing
        return compile_signals(heard.book, heard.view, heard.evidence, named, read_as)


def _by_openness(hearing: Hearing, circuit: Circuit, questions: Mapping[int, Sought]) -> Iterable[list[int]]:
    """Part questions by what is open in what they ask, and in what is run beside it."""
    _, choices = choices_from_evidence(circuit, hearing.evidence)
    found: dict[object, list[int]] = {}
    for turn, sought in questions.items():
        cones = [cone_of(circuit, map(repr, each.values())) for each in (sought.signals, sought.wanted)]
        about = [tuple(at for at, choice in enumerate(choices) if choice.inputs & cone) for cone in cones]
        found.setdefault(tuple(about), []).append(turn)
    return found.values()


def _run(hearing: Hearing, text: _Text, group: Sequence[Sought], budget: int) -> list[Resolution]:
    """Run what some questions ask on every case of it."""
    circuit = cut(text.circuit, (repr(each) for sought in group for each in sought.wanted.values()))
    split = cone_of(circuit, (repr(each) for sought in group for each in sought.signals.values()))
    return resolutions_of(Evaluator(circuit), hearing.evidence, text.names, budget, split)


def _as_asked(ran: Sequence[Resolution], sought: Sought) -> Iterator[Resolution]:
    """Yield cases with the outputs of one question under its own names."""
    if ran:
        outputs = ran[0].circuit.outputs
        own = {name: outputs[repr(signal)] for name, signal in sought.wanted.items()}
        circuit = replace(ran[0].circuit, outputs=own)
        yield from (replace(each, circuit=circuit) for each in ran)
