"""Questions for the kernel, many at once."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from inforce.engine.courses import Row, rows_from_courses
from inforce.engine.kernel.batch import Batch
from inforce.engine.kernel.plan import Planned, plan_from_circuit
from inforce.engine.kernel.sittings import Sitting, courses_of, wanted_of
from inforce.engine.solve import Setting


class Task(Struct, frozen=True):
    """One question: its settings, one for each way of reading, and the name of the output."""

    settings: tuple[Setting, ...]
    output: str = "status"


class Kernel:
    """Run questions in the kernel; circuits of one shape share a plan."""

    def __init__(self) -> None:
        self._batches: dict[bytes, Batch] = {}

    def rows(self, tasks: Sequence[Task]) -> list[list[Row]]:
        """Return the rows of each question: those of all its cases, joined as the reference joins them."""
        sittings = [list(self._sittings(task)) for task in tasks]
        courses = iter(courses_of([one for several in sittings for one in several]))
        joined = []
        for task, several in zip(tasks, sittings, strict=True):
            has_unknown = any(choice.unknown for setting in task.settings for choice in setting.choices)
            joined.append(rows_from_courses([next(courses) for _ in several], has_unknown=has_unknown))
        return joined

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
            self._batches[key] = Batch(planned)
        return self._batches[key]
