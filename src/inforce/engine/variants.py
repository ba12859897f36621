"""Many questions under every way of reading the clauses on which they turn: a circuit for each."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from inforce.engine.circuit import Circuit
from inforce.engine.compilation import ReadAs
from inforce.engine.solve import Hearing, Signal, compile_signals, readings_of

_Clauses = frozenset[tuple[str, str]]


class Sought(Struct, frozen=True):
    """One question: the signals that make its cases, and those that are run beside them."""

    signals: Mapping[str, Signal]
    beside: Mapping[str, Signal] = {}

    @property
    def wanted(self) -> dict[str, Signal]:
        """All its signals."""
        return {**self.signals, **self.beside}


class Text(Struct, frozen=True):
    """Questions on one circuit, under one of the ``variants`` of reading the clauses on which they turn."""

    turns: tuple[int, ...]
    circuit: Circuit
    names: tuple[str, ...]
    variants: int


def texts_of(hearing: Hearing, questions: Sequence[Sought]) -> Iterator[Text]:
    """Yield the circuits on which questions are to be run, each with those that it is for.

    Raises:
        CycleError: if a signal depends on itself without an act.
    """
    yield from _Reader(hearing, questions).texts()


class _Reader:
    """Compile questions under every way of reading the clauses on which they turn."""

    def __init__(self, hearing: Hearing, questions: Sequence[Sought]) -> None:
        self.hearing, self.questions = hearing, questions
        self._read = {(each.clause.treaty, each.clause.id) for each in hearing.book.readings}
        self._known: dict[tuple[int, ...], tuple[Circuit, _Clauses]] = {}

    def texts(self) -> Iterator[Text]:
        """Yield a circuit for each way of reading."""
        for turns in self._by_reading(tuple(range(len(self.questions)))):
            circuit, touched = self._as_it_stands(turns)
            variants = list(readings_of(self.hearing.book, self.hearing.view, {*touched}))
            for read_as, names in variants:
                own = self._compiled(turns, read_as)[0] if read_as else circuit
                yield Text(turns, own, names, len(variants))

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
