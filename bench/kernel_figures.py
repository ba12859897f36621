"""What the kernel does on the oracle's work, each ratio in the same run; the time is that of the processor.

``python bench/kernel_figures.py N`` compares every interval of N treaties with the oracle. A fresh process that is
asked for the ``first`` prints the seconds from its first import to the first rows.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import workload

Figures = dict[str, object]
FIGURES = (
    "kernel_treaties_per_s",
    "kernel_two_rails_treaties_per_s",
    "kernel_vs_oracle",
    "kernel_two_rails_vs_oracle",
    "kernel_vs_reference",
    "kernel_first_call_s",
    "kernel_differing_treaties",
    "kernel_nodes",
)
_OF_REFERENCE = 300
"""So many treaties are enough to time the reference evaluator."""

_AGAIN = 10
"""The kernel is done with 3,000 treaties in milliseconds: once is too short to be timed."""


def kernel_figures(count: int, rounds: int) -> Figures:
    """Measure the kernel; without the extra every figure is None, with the reason."""
    missing = [name for name in ("numpy", "numba") if find_spec(name) is None]
    if missing:
        reason = f"{', '.join(missing)} not installed: pip install 'inforce[corpus]'"
        return {**dict.fromkeys(FIGURES), "kernel_reason": reason}
    return {**_measured(count, rounds), "kernel_first_call_s": first_call_s()}


def _measured(count: int, rounds: int) -> Figures:
    from kernel_work import cases_of, circuit_of_everything, plan_of_work, run_all, signals_of

    from inforce.engine import Evaluator
    from inforce.engine.kernel.batch import Batch

    events, parameters = workload.gen(count), workload.P("day")
    circuit = circuit_of_everything()
    planned = plan_of_work(circuit)
    cases = cases_of(events, circuit, planned)
    batch, on_two_rails = Batch(planned), Batch(planned, two_rails=True)
    few, evaluator = [signals_of(found, circuit) for found in events[:_OF_REFERENCE]], Evaluator(circuit)
    times: dict[str, list[float]] = {"oracle": [], "one": [], "two": [], "reference": []}
    for _ in range(rounds):
        times["oracle"].append(
            timed(lambda: [workload.oracle(found, parameters) for found in events]) / count
        )
        times["one"].append(timed(lambda: run_all(batch, cases), again=_AGAIN) / count)
        times["two"].append(timed(lambda: run_all(on_two_rails, cases), again=_AGAIN) / count)
        times["reference"].append(timed(lambda: [evaluator.run(found) for found in few]) / len(few))
    return {
        "kernel_treaties_per_s": 1 / statistics.median(times["one"]),
        "kernel_two_rails_treaties_per_s": 1 / statistics.median(times["two"]),
        "kernel_vs_oracle": _ratio(times["oracle"], times["one"]),
        "kernel_two_rails_vs_oracle": _ratio(times["oracle"], times["two"]),
        "kernel_vs_reference": _ratio(times["reference"], times["one"]),
        "kernel_differing_treaties": differing(count),
        "kernel_nodes": planned.nodes,
    }


def _ratio(theirs: list[float], ours: list[float]) -> float:
    return statistics.median(one / other for one, other in zip(theirs, ours, strict=True))


def timed(work: Callable[[], object], again: int = 1) -> float:
    """Return the seconds that this thread has the processor for some work, on average if it is done again."""
    gc.collect()
    started = time.thread_time()
    for _ in range(again):
        work()
    return (time.thread_time() - started) / again


def differing(count: int, *, two_rails: bool = False) -> int:
    """Count the treaties of which an interval is not the oracle's."""
    from engine_work import oracle_rows
    from kernel_work import cases_of, circuit_of_everything, found_in_rows, plan_of_work, run_all

    from inforce.engine.kernel.batch import Batch

    events, parameters = workload.gen(count), workload.P("day")
    circuit = circuit_of_everything()
    planned = plan_of_work(circuit)
    blocks = run_all(Batch(planned, two_rails=two_rails), cases_of(events, circuit, planned))
    wanted = (sorted(workload.oracle(found, parameters)[0]) for found in events)
    ours = (oracle_rows(found, parameters.H) for found in found_in_rows(blocks, circuit, count))
    return sum(one != other for one, other in zip(ours, wanted, strict=True))


def first_call_s(rounds: int = 5) -> float:
    """Measure a fresh process from its first import to the first rows, what numba compiled before at hand."""
    command = [sys.executable, __file__, "first"]
    subprocess.run(command, check=True, capture_output=True)
    found = [
        subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(rounds)
    ]
    return statistics.median(map(float, found))


def _first() -> float:
    started = time.perf_counter()
    from inforce.engine.kernel.batch import Batch

    imported = time.perf_counter() - started
    from kernel_work import cases_of, circuit_of_everything, plan_of_work, run_all

    circuit, events = circuit_of_everything(), workload.gen(1)
    planned = plan_of_work(circuit)
    cases = cases_of(events, circuit, planned)
    started = time.perf_counter()
    run_all(Batch(planned), cases)
    return imported + time.perf_counter() - started


def main() -> None:
    """Print the first call, or how many of so many treaties differ from the oracle."""
    asked = sys.argv[1] if len(sys.argv) > 1 else "3000"
    if asked == "first":
        print(_first())
        return
    count = int(asked)
    found = {"one rail": differing(count), "two rails": differing(count, two_rails=True)}
    print(json.dumps({"treaties": count, "differing": found}))


if __name__ == "__main__":
    main()
