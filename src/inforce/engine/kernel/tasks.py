"""Questions for the kernel, many at once."""

from collections.abc import Iterator, Sequence

from inforce.engine.circuit import Circuit, Kind
from inforce.engine.courses import Row
from inforce.engine.kernel.agenda import NODE_BITS
from inforce.engine.kernel.batch import Batch
from inforce.engine.kernel.columns import WORD
from inforce.engine.kernel.plan import Planned, plan_from_circuit
from inforce.engine.kernel.sittings import Sitting, courses_of, wanted_of
from inforce.engine.tasks import Reference, Task

_MOST_PLANS = 4096


class Kernel:
    """Run questions in the kernel; circuits of one shape share a plan.

    What the kernel's numbers cannot hold goes to the reference evaluator: ``routed`` counts these questions.
    """

    def __init__(self) -> None:
        self.name = "kernel"
        self.routed = 0
        self._batches: dict[bytes, Batch] = {}

    def rows(self, tasks: Sequence[Task]) -> list[list[Row]]:
        """Return the rows of each question: those of all its cases, joined as the reference joins them."""
        fits = [all(fits_kernel(setting.circuit) for setting in task.settings) for task in tasks]
        sittings = [list(self._sittings(task)) if fit else [] for task, fit in zip(tasks, fits, strict=True)]
        courses = iter(courses_of([one for several in sittings for one in several]))
        return [
            task.rows([next(courses) for _ in several]) if fit else self._route(task)
            for task, several, fit in zip(tasks, sittings, fits, strict=True)
        ]

    def _route(self, task: Task) -> list[Row]:
        self.routed += 1
        return Reference().rows([task])[0]

    def _sittings(self, task: Task) -> Iterator[Sitting]:
        for setting in task.settings:
            wanted = wanted_of(setting, setting.circuit.outputs[task.output])
            planned = plan_from_circuit(setting.circuit, (wanted.output, *wanted.nodes), wanted.acts)
            batch = self._batch(planned)
            for turn in range(len(setting.cases)):
                yield Sitting(setting, wanted, turn, batch, planned.node_of)

    def _batch(self, planned: Planned) -> Batch:
        key = planned.plan.tobytes()
        if key not in self._batches:
            if len(self._batches) >= _MOST_PLANS:
                self._batches.clear()
            self._batches[key] = Batch(planned)
        return self._batches[key]


def fits_kernel(circuit: Circuit) -> bool:
    """Whether a circuit's nodes can be numbered and the statuses of its chains told apart in one word."""
    chains = (len(node.inputs) for node in circuit.nodes if node.kind is Kind.CHAIN)
    return len(circuit.nodes) < 1 << NODE_BITS and max(chains, default=0) < WORD - 1
