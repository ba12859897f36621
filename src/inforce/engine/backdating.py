"""Acts with effect from an earlier day: the verdict falls on the act day, the effect is placed before (design, S13).

The act is judged on the position as it then stood. Then its effect is placed on its day and the treaty is run again,
with every verdict up to the act day as it was: later acts never change earlier verdicts.
"""

from collections.abc import Mapping

from inforce.engine.cases import Case
from inforce.engine.circuit import Circuit
from inforce.engine.evaluate import Evaluator
from inforce.engine.run import Run
from inforce.engine.signals import changes_from_candidates
from inforce.temporal import Day, UncertainDay


def run_with_backdating(evaluator: Evaluator, case: Case, secure: Mapping[int, bool]) -> Run:
    """Run a case; place the effect of each backdated act in the order of the act days, and run again."""
    waiting = placed_inputs(evaluator.circuit)
    signals = dict(case.signals)
    frozen: dict[tuple[int, Day], int] = {}
    run = evaluator.run(signals, secure, turns=case.turns)
    while waiting:
        judged = [
            (run.history[judge][0][0], index) for index, (judge, _) in waiting.items() if run.history[judge]
        ]
        if not judged:
            return run
        day, index = min(judged)
        judge, effect = waiting.pop(index)
        sure = bool(run.settlements.get(judge)) and not effect.doubtful
        signals[index] = changes_from_candidates(effect.candidates, sure)
        frozen |= {(act, on): held for act, found in run.judged.items() for on, held in found if on <= day}
        run = evaluator.run(signals, secure, frozen, case.turns)
    return run


def placed_inputs(circuit: Circuit) -> dict[int, tuple[int, UncertainDay]]:
    """Return the inputs that receive a backdated effect, each with the node that judges its act."""
    found: dict[int, tuple[int, UncertainDay]] = {}
    for index in circuit.inputs:
        match circuit.nodes[index].slot:
            case ("placed", int() as judge, UncertainDay() as effect):
                found[index] = (judge, effect)
    return found
