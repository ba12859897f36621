"""The kernel and the reference evaluator are one meaning: whatever the circuit, every signal is the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.engine import Evaluator
from inforce.engine.circuit import EVENT_KINDS, NO, YES, Circuit, Kind, Node, readers_from_nodes
from inforce.engine.kernel.batch import Batch
from inforce.engine.kernel.jobs import Job, rows_of_jobs
from inforce.engine.kernel.plan import plan_from_circuit
from inforce.engine.run import Run
from inforce.engine.signals import Change
from inforce.model import Offset
from inforce.temporal import BEGINNING, FOREVER, Day
from tests.properties.circuits import circuits, few_days, signals_of

UNSET = -(2**62)


@dataclass
class Trial:
    """A circuit with the signals of one case, and what other runs have found about its acts."""

    circuit: Circuit
    signals: Mapping[int, list[Change]]
    turns: Mapping[int, int]
    secure: Mapping[int, bool]
    frozen: Mapping[tuple[int, Day], int]


@st.composite
def trials(draw: st.DrawFn, *, is_open: bool = True) -> Trial:
    circuit = draw(circuits())
    signals = draw(signals_of(circuit, is_open=is_open))
    acts = [i for i, node in enumerate(circuit.nodes) if node.kind is Kind.ACT]
    if not is_open:
        return Trial(circuit, signals, {}, {}, {})
    turns = draw(st.one_of(st.just({}), st.dictionaries(st.sampled_from(circuit.inputs), st.integers(0, 2))))
    if not acts:
        return Trial(circuit, signals, turns, {}, {})
    secure = draw(st.dictionaries(st.sampled_from(acts), st.booleans(), max_size=2))
    verdicts = st.dictionaries(
        st.tuples(st.sampled_from(acts), few_days), st.sampled_from((0, 1, 3)), max_size=3
    )
    return Trial(circuit, signals, turns, secure, draw(verdicts))


def course_of_reference(run: Run, circuit: Circuit, node: int) -> list[tuple[int, ...]]:
    """Return what a run kept of a node: a state's changes, or an event's days with its first day if it is sure."""
    history = run.history[node]
    if circuit.nodes[node].kind in EVENT_KINDS:
        return [one for one in (*history, *run.settlements.get(node, ())) if one[0] >= BEGINNING]
    days: dict[int, int] = {BEGINNING: 0}
    for day, value in history:
        if day < FOREVER:
            days[max(day, BEGINNING)] = value
    return merged(sorted(days.items()))


def merged(changes: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    return [one for turn, one in enumerate(changes) if not turn or changes[turn - 1][1] != one[1]]


def course_of_kernel(rows: np.ndarray, circuit: Circuit, node: int, output: int) -> list[tuple[int, ...]]:
    mine = [(int(row[2]), int(row[3]), int(row[4])) for row in rows if row[1] == output]
    if circuit.nodes[node].kind in EVENT_KINDS:
        settled = [(day, first) for day, first, _ in mine if first != UNSET]
        return [*((day, maybe) for day, _, maybe in mine), *settled]
    assert all(one[1] == following[0] for one, following in pairwise(mine))
    assert not mine or mine[-1][1] == FOREVER
    return merged([(since, value) for since, _, value in mine])


def reference(trial: Trial) -> Run:
    return Evaluator(trial.circuit).run(trial.signals, trial.secure, trial.frozen, trial.turns)


def job(trial: Trial, wanted: Sequence[int], verdicts: Sequence[int] = ()) -> Job:
    planned = plan_from_circuit(trial.circuit, wanted, verdicts)
    return Job(Batch(planned), planned.node_of, dict(trial.signals), trial.turns, trial.secure, trial.frozen)


def check(trial: Trial, wanted: Sequence[int], compared: Sequence[int]) -> None:
    run = reference(trial)
    (rows,) = rows_of_jobs([job(trial, wanted)])
    for output, node in enumerate(wanted):
        if node in compared:
            theirs, ours = (
                course_of_reference(run, trial.circuit, node),
                course_of_kernel(rows, trial.circuit, node, output),
            )
            assert ours == theirs, (node, trial.circuit.nodes[node])


@settings(max_examples=40)
@given(trials())
def test_every_signal_of_a_circuit_is_that_of_the_reference(trial: Trial) -> None:
    check(trial, range(len(trial.circuit.nodes)), range(len(trial.circuit.nodes)))


@settings(max_examples=30)
@given(trials(is_open=False))
def test_every_signal_is_that_of_the_reference_where_nothing_is_open(trial: Trial) -> None:
    check(trial, range(len(trial.circuit.nodes)), range(len(trial.circuit.nodes)))


@settings(max_examples=40)
@given(trials(), st.data())
def test_a_state_is_that_of_the_reference_whatever_else_is_left_out(
    trial: Trial, data: st.DataObject
) -> None:
    states = [i for i, node in enumerate(trial.circuit.nodes) if node.kind not in EVENT_KINDS]
    wanted = data.draw(st.lists(st.sampled_from(states), min_size=1, max_size=3, unique=True))
    check(trial, wanted, wanted)


def verdicts_of(trial: Trial) -> list[tuple[dict[int, int], dict[int, int]]]:
    """Return for each act the verdicts of the kernel and those of the reference, by day."""
    acts = [i for i, node in enumerate(trial.circuit.nodes) if node.kind is Kind.ACT]
    (rows,) = rows_of_jobs([job(trial, (), acts)])
    judged = reference(trial).judged
    return [
        ({int(row[2]): int(row[4]) for row in rows if row[1] == output}, dict(judged.get(act, ())))
        for output, act in enumerate(acts)
    ]


def verdict_by(judged: Mapping[int, int], day: int) -> int:
    """Return the last verdict up to a day; before the first there is none."""
    return next((judged[on] for on in sorted(judged, reverse=True) if on <= day), NO)


@given(trials())
def test_the_verdict_on_an_act_is_that_of_the_reference(trial: Trial) -> None:
    for ours, theirs in verdicts_of(trial):
        assert ours == {day: theirs.get(day, NO) for day in ours}


@given(trials())
def test_the_reference_only_repeats_a_verdict_that_the_kernel_does_not_note(trial: Trial) -> None:
    """The reference judges what is open again whenever something happens, the kernel when it may have changed."""
    for ours, theirs in verdicts_of(replace(trial, frozen={})):
        assert theirs == {day: verdict_by(ours, day) for day in theirs}


@pytest.mark.parametrize("turns", [{}, {4: 1}], ids=["acts on days", "acts ordered within a day"])
def test_a_timer_to_a_fixed_day_runs_from_what_has_always_held(turns: dict[int, int]) -> None:
    day = Day(712_250)
    nodes = (
        Node(Kind.CONSTANT, value=YES),
        Node(Kind.RISE, (0,)),
        Node(Kind.TIMER, (1, -1), offset=Offset(on=day)),
        Node(Kind.LATCH, (2, -1)),
        Node(Kind.EVENT_INPUT),
    )
    trial = Trial(Circuit(nodes, readers_from_nodes(nodes), {}, (4,)), {}, turns, {}, {})
    assert reference(trial).value_on(3, Day(day - 1)) == NO
    assert reference(trial).value_on(3, day) == YES
    check(trial, range(4), range(4))
