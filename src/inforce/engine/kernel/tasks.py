"""Questions for the kernel, many at once."""

from collections.abc import Iterator, Sequence

from inforce.engine.circuit import Kind
from inforce.engine.courses import Row
from inforce.engine.kernel.agenda import NODE_BITS
from inforce.engine.kernel.batch import Batch
from inforce.engine.kernel.columns import WORD
from inforce.engine.kernel.plan import Planned, plan_from_circuit
from inforce.engine.kernel.sittings import Sitting, run_sittings, wanted_of
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

    def rows(self, tasks: Sequence[Task]) -> list[list[list[Row]]]:
        """Return the rows of each output of each task: those of all its cases, joined as the reference joins them."""
        sittings = [list(self._sittings(task)) if fits_kernel(task) else [] for task in tasks]
        found = iter(run_sittings([one for several in sittings for one in several]))
        by_case = [
            [one.courses(next(found), task.outputs) for one in several]
            for task, several in zip(tasks, sittings, strict=True)
        ]
        return [
            [task.rows(courses) for courses in zip(*cases, strict=True)] if cases else self._route(task)
            for task, cases in zip(tasks, by_case, strict=True)
        ]

    def _route(self, task: Task) -> list[list[Row]]:
        self.routed += len(task.outputs)
        return Reference().rows([task])[0]

    def _sittings(self, task: Task) -> Iterator[Sitting]:
        for setting in task.settings:
            wanted = wanted_of(setting, task.outputs)
            planned = plan_from_circuit(setting.circuit, wanted.nodes, wanted.acts)
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


def fits_kernel(task: Task) -> bool:
    """Whether the nodes of a task can be numbered and the statuses of its chains told apart in one word."""
    nodes = [node for setting in task.settings for node in setting.circuit.nodes]
    chains = (len(node.inputs) for node in nodes if node.kind is Kind.CHAIN)
    return len(nodes) < 1 << NODE_BITS and max(chains, default=0) < WORD - 1
