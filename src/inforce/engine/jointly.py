"""Many questions solved on one circuit, each with its own cases: as if each had been asked alone, only sooner."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from inforce.engine.cases import BUDGET
from inforce.engine.choices import choices_from_evidence
from inforce.engine.circuit import Circuit
from inforce.engine.cutting import cut
from inforce.engine.evaluate import Evaluator
from inforce.engine.solve import Hearing, Resolution, Solution, cone_of, resolutions_of
from inforce.engine.variants import Sought, Text, texts_of


def solve_jointly(hearing: Hearing, questions: Sequence[Sought], budget: int = BUDGET) -> list[Solution]:
    """Solve questions of a book as it is heard, in their order, each as `solve_heard` would solve it.

    Those that turn on the same readings share a circuit, and those on which the same things are open share its runs.

    Raises:
        CycleError: if a signal depends on itself without an act.
    """
    found: list[list[Resolution]] = [[] for _ in questions]
    for text in texts_of(hearing, questions):
        for turns in _by_openness(hearing, text.circuit, {turn: questions[turn] for turn in text.turns}):
            ran = _run(hearing, text, [questions[turn] for turn in turns], max(1, budget // text.variants))
            for turn in turns:
                found[turn] += _as_asked(ran, questions[turn])
    return [Solution(hearing.view, hearing.known, hearing.evidence, tuple(each)) for each in found]


def _by_openness(hearing: Hearing, circuit: Circuit, questions: Mapping[int, Sought]) -> Iterable[list[int]]:
    """Part questions by what is open in what they ask, and in what is run beside it."""
    _, choices = choices_from_evidence(circuit, hearing.evidence)
    found: dict[object, list[int]] = {}
    for turn, sought in questions.items():
        cones = [cone_of(circuit, map(repr, each.values())) for each in (sought.signals, sought.wanted)]
        about = [tuple(at for at, choice in enumerate(choices) if choice.inputs & cone) for cone in cones]
        found.setdefault(tuple(about), []).append(turn)
    return found.values()


def _run(hearing: Hearing, text: Text, group: Sequence[Sought], budget: int) -> list[Resolution]:
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
