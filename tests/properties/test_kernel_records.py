"""Whatever a record leaves open, the kernel joins its cases to the rows of the reference evaluator."""

from hypothesis import given, settings

from inforce.engine import Hearing, Reference, Task, settings_of
from inforce.engine.kernel.tasks import Kernel
from tests.properties.compared import asked_of, signals_of
from tests.properties.records import Record, records

KERNEL = Kernel()


def tasks_of(record: Record, budget: int) -> list[Task]:
    """Return a question for everything in the record, all on the same cases."""
    signals = signals_of(asked_of(record.book, record.view))
    found = tuple(settings_of(Hearing(record.book, record.view), signals, budget))
    return [Task(found, tuple(signals), tuple(range(len(signals))))]


@settings(max_examples=20)
@given(records(most_open=3))
def test_the_rows_of_a_record_are_those_of_the_reference(record: Record) -> None:
    for budget in (1, 4, 32):
        tasks = tasks_of(record, budget)
        assert KERNEL.rows(tasks) == Reference().rows(tasks)
    assert KERNEL.routed == 0
