"""One case of a question, made ready for the kernel, and run until all its acts are judged."""

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct

from inforce.engine.backdating import placed_inputs
from inforce.engine.circuit import Kind
from inforce.engine.courses import Course
from inforce.engine.kernel import columns as at
from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.batch import Batch
from inforce.engine.kernel.jobs import Job, rows_of_jobs
from inforce.engine.secure import is_certain_before, uncertain_acts
from inforce.engine.signals import changes_from_candidates
from inforce.engine.solve import Setting, cone_of
from inforce.temporal import Day, UncertainDay


class Wanted(Struct, frozen=True):
    """What has to give rows in a setting, numbered in this order.

    ``nodes`` are the outputs, those that judge backdated acts, and the powers of acts of uncertain day; behind them
    come the verdicts on ``acts``, where some act is backdated. ``uncertain`` has, case by case, the acts of uncertain
    day.
    """

    nodes: tuple[int, ...]
    acts: tuple[int, ...]
    placed: dict[int, tuple[int, UncertainDay]]
    uncertain: tuple[dict[int, list[int]], ...]


def wanted_of(setting: Setting, outputs: Sequence[str]) -> Wanted:
    """Return what a setting needs besides the outputs themselves."""
    circuit = setting.circuit
    cone = cone_of(circuit, outputs)
    placed = {index: found for index, found in placed_inputs(circuit).items() if index in cone}
    uncertain = tuple(
        {
            source: [act for act in acts if act in cone]
            for source, acts in uncertain_acts(circuit, case).items()
        }
        for case in setting.cases
    )
    powers = [circuit.nodes[act].inputs[1] for of in uncertain for acts in of.values() for act in acts]
    asked = (circuit.outputs[name] for name in outputs)
    nodes = tuple(dict.fromkeys((*asked, *(judge for judge, _ in placed.values()), *powers)))
    acts = tuple(i for i in sorted(cone) if circuit.nodes[i].kind is Kind.ACT) if placed else ()
    return Wanted(nodes, acts, placed, uncertain)


class Sitting:
    """One case of a setting: which acts are secure, which backdated effects wait to be placed, which verdicts stand."""

    def __init__(
        self, setting: Setting, wanted: Wanted, turn: int, batch: Batch, numbers: Mapping[int, int]
    ) -> None:
        self.setting, self.wanted, self.case = setting, wanted, setting.cases[turn]
        self._uncertain, self._batch, self._numbers = wanted.uncertain[turn], batch, numbers
        self._signals = dict(self.case.signals)
        self._secure: dict[int, bool] = {}
        self._frozen: dict[tuple[int, Day], int] = {}
        self._waiting = dict(wanted.placed)
        self._number_of = {node: number for number, node in enumerate(wanted.nodes)}

    def jobs_before(self) -> list[Job]:
        """Return the runs without each of the acts of uncertain day (design, S4)."""
        return [
            Job(self._batch, self._numbers, {**self._signals, source: []}, self.case.turns)
            for source in self._uncertain
        ]

    def take_before(self, found: Sequence[Ints]) -> None:
        """Take from these runs whether the powers were certain before every candidate day."""
        nodes = self.setting.circuit.nodes
        for (source, acts), rows in zip(self._uncertain.items(), found, strict=True):
            for act in acts:
                changes = changes_of(rows, self._number_of[nodes[act].inputs[1]])
                self._secure[act] = is_certain_before(changes, self.case.open_days[source])

    def job(self) -> Job:
        """Return the run as it now stands."""
        return Job(self._batch, self._numbers, self._signals, self.case.turns, self._secure, self._frozen)

    def take(self, rows: Ints) -> bool:
        """Place the effect of the earliest backdated act that was judged; return whether there was one (S13)."""
        judged = [
            (day, index)
            for index, (judge, _) in self._waiting.items()
            for day in self._first_day(rows, judge)
        ]
        if not judged:
            return False
        day, index = min(judged)
        judge, effect = self._waiting.pop(index)
        of_judge = rows[rows[:, at.ROW_OUTPUT] == self._number_of[judge]]
        sure = bool((of_judge[:, at.ROW_UNTIL] != at.UNSET).any()) and not effect.doubtful
        self._signals[index] = changes_from_candidates(effect.candidates, sure)
        for number, act in enumerate(self.wanted.acts, len(self.wanted.nodes)):
            self._frozen |= {(act, on): held for on, held in changes_of(rows, number) if on <= day}
        return True

    def _first_day(self, rows: Ints, node: int) -> list[Day]:
        return [day for day, _ in changes_of(rows, self._number_of[node])[:1]]

    def courses(self, rows: Ints, outputs: Sequence[str]) -> list[Course]:
        """Return the course of each output."""
        sides, circuit = (*self.setting.readings, *self.case.sides), self.setting.circuit
        ordered = rows[np.argsort(rows[:, at.ROW_OUTPUT], kind="stable")]
        begins = np.searchsorted(ordered[:, at.ROW_OUTPUT], np.arange(len(self.wanted.nodes) + 1)).tolist()
        since, values = ordered[:, at.ROW_SINCE].tolist(), ordered[:, at.ROW_VALUE].tolist()
        found = []
        for node in (circuit.outputs[name] for name in outputs):
            part = slice(begins[self._number_of[node]], begins[self._number_of[node] + 1])
            found.append(
                Course(sides, circuit.nodes[node], list(zip(since[part], values[part], strict=True)))
            )
        return found


def changes_of(rows: Ints, output: int) -> list[tuple[Day, int]]:
    """Return since when an output had which value."""
    mine = rows[rows[:, at.ROW_OUTPUT] == output]
    since, values = mine[:, at.ROW_SINCE].tolist(), mine[:, at.ROW_VALUE].tolist()
    return list(zip(since, values, strict=True))


def run_sittings(sittings: Sequence[Sitting]) -> list[Ints]:
    """Run all cases, again while a backdated effect is still to be placed, and return the rows of each."""
    before = [sitting.jobs_before() for sitting in sittings]
    found = iter(rows_of_jobs([job for jobs in before for job in jobs]))
    for sitting, jobs in zip(sittings, before, strict=True):
        sitting.take_before([next(found) for _ in jobs])
    rows = rows_of_jobs([sitting.job() for sitting in sittings])
    running = [turn for turn, sitting in enumerate(sittings) if sitting.take(rows[turn])]
    while running:
        again = rows_of_jobs([sittings[turn].job() for turn in running])
        for turn, one in zip(running, again, strict=True):
            rows[turn] = one
        running = [turn for turn in running if sittings[turn].take(rows[turn])]
    return rows
