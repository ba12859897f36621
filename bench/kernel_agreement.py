"""Whether every interval is the oracle's, in both evaluators; ``python bench/kernel_agreement.py N`` says it of N."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import workload
from engine_work import Found, Occurred, OracleRow, Work, claims_from_events, found_in_run, oracle_rows
from kernel_work import circuit_of_everything, found_in_rows, plan_of_work, run_all
from scale import Scale
from work_columns import Columns, Signals, generated_columns

from inforce.engine.kernel.batch import Batch

Figures = dict[str, object]
FoundIn = Callable[[Columns], Iterator[Found]]
_PARAMETERS = workload.P("day")


def agreement_figures(columns: Columns, scale: Scale) -> Figures:
    """Count the treaties of which an interval is not the oracle's, in the kernel and in the reference evaluator."""
    kernel = columns.part(0, scale.compared)
    reference = columns.part(0, scale.compared_by_reference)
    return {
        **_compared("kernel", kernel, by_kernel(two_rails=False)),
        **_compared("kernel_two_rails", kernel, by_kernel(two_rails=True)),
        **_compared("reference", reference, by_reference),
    }


def _compared(name: str, columns: Columns, found_in: FoundIn) -> Figures:
    differing, seconds = 0, 0.0
    for block in columns.blocks(len(columns)):
        started = time.perf_counter()
        found = list(found_in(block))
        seconds += time.perf_counter() - started
        differing += sum(
            oracle_rows(one, _PARAMETERS.H) != rows
            for one, rows in zip(found, _wanted(block.events()), strict=True)
        )
    return {
        f"{name}_differing_treaties": differing,
        f"{name}_compared_treaties": len(columns),
        f"{name}_compared_s": seconds,
    }


def _wanted(events: Iterator[Sequence[Occurred]]) -> Iterator[list[OracleRow]]:
    return (sorted(workload.oracle(found, _PARAMETERS)[0]) for found in events)


def by_kernel(*, two_rails: bool) -> FoundIn:
    """Return what finds the intervals of a block in the kernel."""
    circuit = circuit_of_everything()
    planned = plan_of_work(circuit)
    batch, signals = Batch(planned, two_rails=two_rails), Signals(circuit, planned)
    return lambda columns: found_in_rows(run_all(batch, signals.cases(columns)), circuit, len(columns))


def by_reference(columns: Columns) -> Iterator[Found]:
    """Yield what the reference evaluator finds, from claims on."""
    work = Work()
    for events in columns.events():
        yield found_in_run(*work.intervals(claims_from_events(events)))


def main() -> None:
    """Print how many treaties differ in each evaluator."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
    scale = Scale(compared=count, compared_by_reference=count)
    print(json.dumps(agreement_figures(generated_columns(count), scale), indent=2))


if __name__ == "__main__":
    main()
