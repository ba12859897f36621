"""Whether the power of an act of uncertain day was certain before each of its candidate days (design, S4).

An act judged in the run of which it is part would block itself: on its first candidate day it may have used up the
power that it needs on the second. So its power is read from a run without it.
"""

from inforce.engine.cases import Case
from inforce.engine.circuit import YES, Circuit, Kind
from inforce.engine.evaluate import Evaluator
from inforce.engine.run import Run
from inforce.temporal import Candidates


def secure_acts(evaluator: Evaluator, case: Case) -> dict[int, bool]:
    """Return, for each act of uncertain day, whether its power is secure; others are judged as they happen."""
    found: dict[int, bool] = {}
    circuit = evaluator.circuit
    for source, candidates in case.open_days.items():
        days = sum(last - first + 1 for first, last in candidates)
        acts = _acts_of(circuit, source) if days > 1 else []
        if not acts:
            continue
        without = evaluator.run({**case.signals, source: []}, turns=case.turns)
        for act in acts:
            found[act] = _certain_before(without, circuit.nodes[act].inputs[1], candidates)
    return found


def _acts_of(circuit: Circuit, source: int) -> list[int]:
    """Return the acts that an input feeds, directly or through the state that its speaker speaks."""
    gates = {source} | {
        i for i, node in enumerate(circuit.nodes) if node.kind is Kind.GATE and node.inputs[0] == source
    }
    return [i for i, node in enumerate(circuit.nodes) if node.kind is Kind.ACT and node.inputs[0] in gates]


def _certain_before(run: Run, power: int, candidates: Candidates) -> bool:
    """Whether a power is certain at the close of the day before every candidate day."""
    for first, last in candidates:
        if run.value_on(power, type(first)(first - 1)) != YES:
            return False
        if any(first <= day < last and value != YES for day, value in run.history[power]):
            return False
    return True
