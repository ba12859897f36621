"""A process of its own: print the seconds from the first import to the first rows, without those of the bench."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))


def first_call() -> float:
    """Import the kernel, run one treaty; what makes that treaty up is not counted."""
    started = time.perf_counter()
    from inforce.engine.kernel.batch import Batch

    imported = time.perf_counter() - started
    import workload
    from kernel_work import circuit_of_everything, plan_of_work, run_all
    from work_columns import Signals, columns_from_events

    circuit = circuit_of_everything()
    planned = plan_of_work(circuit)
    cases = Signals(circuit, planned).cases(columns_from_events(workload.gen(1)))
    started = time.perf_counter()
    run_all(Batch(planned), cases)
    return imported + time.perf_counter() - started


if __name__ == "__main__":
    print(first_call())
