"""Run what is asked under a view: compile, split into cases, run each, keep everything for the answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from inforce.engine.backdating import run_with_backdating
from inforce.engine.cases import BUDGET, Case, cases_from_choices
from inforce.engine.choices import Choice, choices_from_evidence
from inforce.engine.circuit import Circuit
from inforce.engine.compilation import Compilation, ReadAs
from inforce.engine.evaluate import Evaluator
from inforce.engine.evidence import Evidence
from inforce.engine.hear import evidence_from_claims
from inforce.engine.parties import parties_of
from inforce.engine.parts import PARTS
from inforce.engine.reservations import reservers
from inforce.engine.run import Run
from inforce.engine.secure import secure_acts
from inforce.model import Book, Clause, Reading, View
from inforce.temporal import Day

Signal = tuple[object, ...]
"""The name of a signal with its arguments, as the compiler's parts know it."""


class Resolution(Struct, frozen=True):
    """One case under one set of readings, run."""

    circuit: Circuit
    evidence: Evidence
    choices: tuple[Choice, ...]
    case: Case
    run: Run
    readings: tuple[str, ...] = ()

    @property
    def sides(self) -> tuple[object, ...]:
        """Which side every dispute takes here, readings included."""
        return (*self.readings, *self.case.sides)


class Solution(Struct, frozen=True):
    """All cases that were run for a question; together they cover every resolution of the evidence."""

    view: View
    known: Day | None
    evidence: Evidence
    resolutions: tuple[Resolution, ...]


class Hearing:
    """A book as a view hears it, as known on a day; many questions may share one."""

    def __init__(self, book: Book, view: View, known: Day | None = None) -> None:
        self.book, self.view, self.known = book, view, known
        self.evidence: Evidence = evidence_from_claims(book.claims, view, known, book)
        self._entries: dict[str, Compilation] = {}

    def compilation_for(self, signals: Iterable[Signal]) -> Compilation:
        """Return a compilation to build signals in.

        What is asked is often the status of one treaty after the other, party by party. All of these turn on the entry
        into force, and that turns on everybody's consent: it is built once.
        """
        found = Compilation(self.book, self.view, self.evidence, PARTS)
        treaty = next((str(signal[1]) for signal in signals if _turns_on_entry(found, signal)), "")
        if not treaty:
            return found
        if treaty not in self._entries:
            reservers(found, treaty)
            found.circuit({"entry": found.node("entry", treaty, "")})
            self._entries[treaty] = found
        return self._entries[treaty].continued()


def _turns_on_entry(c: Compilation, signal: Signal) -> bool:
    """Whether a signal is the status of a treaty, so that its circuit has all that the entry into force asks for.

    That of somebody who can be no party has nothing of it.
    """
    parties = {"treaty_status": signal[3:4], "pair_status": signal[2:4]}.get(str(signal[0]))
    return parties is not None and {*parties, ""} <= {*parties_of(c, str(signal[1])), ""}


def solve(
    book: Book,
    view: View,
    signals: Mapping[str, Signal],
    known: Day | None = None,
    budget: int = BUDGET,
    *,
    beside: Mapping[str, Signal] | None = None,
) -> Solution:
    """Compute named signals of a book under a view, as known on a day, on all cases within a budget.

    Signals ``beside`` are run along: what only they turn on stays on rails and makes no cases of its own.

    Raises:
        CycleError: if a signal depends on itself without an act.
    """
    return solve_heard(Hearing(book, view, known), signals, budget, beside=beside)


def solve_heard(
    hearing: Hearing,
    signals: Mapping[str, Signal],
    budget: int = BUDGET,
    *,
    beside: Mapping[str, Signal] | None = None,
) -> Solution:
    """Compute named signals of a book as it is heard.

    Raises:
        CycleError: if a signal depends on itself without an act.
    """
    found: list[Resolution] = []
    for setting in settings_of(hearing, signals, budget, beside=beside):
        found.extend(_run(Evaluator(setting.circuit), hearing.evidence, setting))
    return Solution(hearing.view, hearing.known, hearing.evidence, tuple(found))


class Setting(Struct, frozen=True):
    """What a question is run on: a circuit under one set of readings, and the cases that cover the evidence."""

    circuit: Circuit
    choices: tuple[Choice, ...]
    cases: tuple[Case, ...]
    readings: tuple[str, ...] = ()


def settings_of(
    hearing: Hearing,
    signals: Mapping[str, Signal],
    budget: int = BUDGET,
    *,
    beside: Mapping[str, Signal] | None = None,
) -> Iterator[Setting]:
    """Yield what a question is to be run on, one for each way of reading the clauses that matter.

    Where anything is named ``beside``, be it nothing, only what the signals turn on makes cases.

    Raises:
        CycleError: if a signal depends on itself without an act.
    """
    book, view, evidence = hearing.book, hearing.view, hearing.evidence
    wanted = {**signals, **(beside or {})}
    text, touched = _compiled(hearing.compilation_for(signals.values()), wanted)
    variants = list(readings_of(book, view, touched))
    for read_as, names in variants:
        circuit = compile_signals(book, view, evidence, wanted, read_as)[0] if read_as else text
        split = None if beside is None else cone_of(circuit, signals)
        yield _setting(circuit, evidence, names, max(1, budget // len(variants)), split)


def renamed(solution: Solution, names: Mapping[str, str]) -> Solution:
    """Return a solution of which some outputs are called otherwise; ``names`` has the old name for each new one."""
    circuits: dict[int, Circuit] = {}
    for item in solution.resolutions:
        if id(item.circuit) not in circuits:
            outputs = {new: item.circuit.outputs[old] for new, old in names.items()}
            circuits[id(item.circuit)] = replace(item.circuit, outputs={**item.circuit.outputs, **outputs})
    cases = tuple(replace(item, circuit=circuits[id(item.circuit)]) for item in solution.resolutions)
    return replace(solution, resolutions=cases)


def cone_of(circuit: Circuit, signals: Iterable[str]) -> frozenset[int]:
    """Return the nodes that some outputs depend on, the powers of acts included."""
    seen: set[int] = set()
    waiting = [circuit.outputs[name] for name in signals]
    while waiting:
        index = waiting.pop()
        if index >= 0 and index not in seen:
            seen.add(index)
            waiting.extend(circuit.nodes[index].inputs)
            waiting.extend(judge_of(circuit.nodes[index].slot))
    return frozenset(seen)


def judge_of(slot: tuple[object, ...]) -> tuple[int, ...]:
    """Return the node that judges the act of which an input receives the backdated effect."""
    return (slot[1],) if slot[:1] == ("placed",) and isinstance(slot[1], int) else ()


def compile_signals(
    book: Book, view: View, evidence: Evidence, signals: Mapping[str, Signal], read_as: ReadAs
) -> tuple[Circuit, set[tuple[str, str]]]:
    """Compile the circuit of some signals; return it with the clauses that it depends on."""
    compilation = Compilation(book, view, evidence, PARTS)
    compilation.read_as = read_as
    return _compiled(compilation, signals)


def _compiled(
    compilation: Compilation, signals: Mapping[str, Signal]
) -> tuple[Circuit, set[tuple[str, str]]]:
    outputs = {name: compilation.node(str(signal[0]), *signal[1:]) for name, signal in signals.items()}
    return compilation.circuit(outputs), compilation.touched


def resolutions_of(
    evaluator: Evaluator,
    evidence: Evidence,
    readings: tuple[str, ...] = (),
    budget: int = BUDGET,
    split: frozenset[int] | None = None,
) -> list[Resolution]:
    """Run a circuit on every case of the evidence; where ``split`` names inputs, only these make cases."""
    return _run(evaluator, evidence, _setting(evaluator.circuit, evidence, readings, budget, split))


def _setting(
    circuit: Circuit, evidence: Evidence, readings: tuple[str, ...], budget: int, split: frozenset[int] | None
) -> Setting:
    settled, choices = choices_from_evidence(circuit, evidence)
    kept = tuple(
        choice if split is None or split & choice.inputs else choice.left_on_rails() for choice in choices
    )
    return Setting(circuit, kept, tuple(cases_from_choices(settled, kept, budget)), readings)


def _run(evaluator: Evaluator, evidence: Evidence, setting: Setting) -> list[Resolution]:
    return [
        Resolution(
            setting.circuit,
            evidence,
            setting.choices,
            case,
            run_with_backdating(evaluator, case, secure_acts(evaluator, case)),
            setting.readings,
        )
        for case in setting.cases
    ]


def readings_of(
    book: Book, view: View, touched: set[tuple[str, str]]
) -> Iterable[tuple[dict[tuple[str, str], Clause], tuple[str, ...]]]:
    """Yield each way of reading the clauses that matter: as the view says, or, heard alike, as each voice does.

    A named view reads a clause as its line ``reads`` says, else as the text stands. A view that ranks no voices
    hears every reading, beside the text itself.
    """
    by_clause: dict[tuple[str, str], list[Reading]] = {}
    for reading in book.readings:
        key = (reading.clause.treaty, reading.clause.id)
        if key in touched:
            by_clause.setdefault(key, []).append(reading)
    options = [_options(key, found, view) for key, found in sorted(by_clause.items())]
    for combination in product(*options):
        read_as = {key: clause for key, clause, _ in combination if clause is not None}
        yield read_as, tuple(name for _, _, name in combination)


def _options(
    key: tuple[str, str], readings: Sequence[Reading], view: View
) -> list[tuple[tuple[str, str], Clause | None, str]]:
    chosen = dict(view.readings).get(key[1])
    if chosen is not None:
        return [
            (key, reading.clause, f"{key[1]} as {chosen} reads it")
            for reading in readings
            if reading.voice == chosen
        ]
    text = (key, None, f"{key[1]} as its text stands")
    if view.tiers is not None:
        return [text]
    return [text, *((key, reading.clause, f"{key[1]} as {reading.voice} reads it") for reading in readings)]
