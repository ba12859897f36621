"""Whether the power of an act of uncertain day was certain before each of its candidate days (design, S4).

An act judged in the run of which it is part would block itself: on its first candidate day it may have used up the
power that it needs on the second. So its power is read from a run without it.
"""

from collections.abc import Sequence

from inforce.engine.cases import Case
from inforce.engine.circuit import YES, Circuit, Kind
from inforce.engine.evaluate import Evaluator
from inforce.temporal import Candidates, Day


def secure_acts(evaluator: Evaluator, case: Case) -> dict[int, bool]:
    """Return, for each act of uncertain day, whether its power is secure; others are judged as they happen."""
    found: dict[int, bool] = {}
    for source, acts in uncertain_acts(evaluator.circuit, case).items():
        without = evaluator.run({**case.signals, source: []}, turns=case.turns)
        for act in acts:
            power = evaluator.circuit.nodes[act].inputs[1]
            found[act] = is_certain_before(without.history[power], case.open_days[source])
    return found


def uncertain_acts(circuit: Circuit, case: Case) -> dict[int, list[int]]:
    """Return the acts of uncertain day in a case, by the input that feeds them."""
    found: dict[int, list[int]] = {}
    for source, candidates in case.open_days.items():
        if sum(last - first + 1 for first, last in candidates) > 1 and (acts := _acts_of(circuit, source)):
            found[source] = acts
    return found


def _acts_of(circuit: Circuit, source: int) -> list[int]:
    """Return the acts that an input feeds, directly or through the state that its speaker speaks."""
    nodes = circuit.nodes
    readers = _readers_of(circuit, source)
    gates = [i for i in readers if nodes[i].kind is Kind.GATE and nodes[i].inputs[0] == source]
    readers += [i for gate in gates for i in _readers_of(circuit, gate)]
    return sorted({i for i in readers if nodes[i].kind is Kind.ACT})


def _readers_of(circuit: Circuit, source: int) -> list[int]:
    """Return the nodes that read a node on the same day."""
    found, left = [], circuit.readers[source]
    while left:
        found.append((left & -left).bit_length() - 1)
        left &= left - 1
    return found


def is_certain_before(changes: Sequence[tuple[Day, int]], candidates: Candidates) -> bool:
    """Whether a power of such changes is certain at the close of the day before every candidate day."""
    for first, last in candidates:
        values = [value for day, value in changes if day < first]
        if not values or values[-1] != YES:
            return False
        if any(first <= day < last and value != YES for day, value in changes):
            return False
    return True
