"""One case of a question, made ready for the kernel, and run until all its acts are judged."""

from collections.abc import Mapping, Sequence

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
from inforce.engine.solve import Setting
from inforce.temporal import Day, UncertainDay


class Wanted(Struct, frozen=True):
    """The nodes of a setting that have to give rows.

    The output comes first, then ``nodes``: those that judge backdated acts, and the powers of acts of uncertain day;
    then the verdicts on ``acts``, where some act is backdated. ``uncertain`` has, case by case, the acts of uncertain
    day.
    """

    output: int
    nodes: tuple[int, ...]
    acts: tuple[int, ...]
    placed: dict[int, tuple[int, UncertainDay]]
    uncertain: tuple[dict[int, list[int]], ...]

    def number_of(self, node: int) -> int:
        """Return by which number the rows of a node go."""
        return 1 + self.nodes.index(node)


def wanted_of(setting: Setting, output: int) -> Wanted:
    """Return what a setting needs besides the output itself."""
    circuit = setting.circuit
    placed = placed_inputs(circuit)
    uncertain = tuple(uncertain_acts(circuit, case) for case in setting.cases)
    powers = [circuit.nodes[act].inputs[1] for of in uncertain for acts in of.values() for act in acts]
    nodes = tuple(dict.fromkeys((*(judge for judge, _ in placed.values()), *powers)))
    acts = tuple(i for i, node in enumerate(circuit.nodes) if node.kind is Kind.ACT) if placed else ()
    return Wanted(output, nodes, acts, placed, uncertain)


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
                changes = changes_of(rows, self.wanted.number_of(nodes[act].inputs[1]))
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
        of_judge = rows[rows[:, at.ROW_OUTPUT] == self.wanted.number_of(judge)]
        sure = bool((of_judge[:, at.ROW_UNTIL] != at.UNSET).any()) and not effect.doubtful
        self._signals[index] = changes_from_candidates(effect.candidates, sure)
        for number, act in enumerate(self.wanted.acts, 1 + len(self.wanted.nodes)):
            self._frozen |= {(act, on): held for on, held in changes_of(rows, number) if on <= day}
        return True

    def _first_day(self, rows: Ints, node: int) -> list[Day]:
        return [day for day, _ in changes_of(rows, self.wanted.number_of(node))[:1]]

    def course(self, rows: Ints) -> Course:
        """Return the course of the output."""
        node = self.setting.circuit.nodes[self.wanted.output]
        return Course((*self.setting.readings, *self.case.sides), node, changes_of(rows, 0))


def changes_of(rows: Ints, output: int) -> list[tuple[Day, int]]:
    """Return since when an output had which value."""
    mine = rows[rows[:, at.ROW_OUTPUT] == output]
    since, values = mine[:, at.ROW_SINCE].tolist(), mine[:, at.ROW_VALUE].tolist()
    return list(zip(since, values, strict=True))


def courses_of(sittings: Sequence[Sitting]) -> list[Course]:
    """Run all cases, again while a backdated effect is still to be placed, and return the course of each output."""
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
    return [sitting.course(one) for sitting, one in zip(sittings, rows, strict=True)]
