"""A process of its own: events from a Parquet file, block by block, and intervals to another.

``python bench/kernel_process.py EVENTS INTERVALS N`` prints its peak in megabytes, its seconds, and how many rows.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from kernel_work import circuit_of_everything, plan_of_work
from work_columns import KINDS, Columns, Signals

from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.batch import Batch

_COLUMNS = ("treaty", "output", "since", "until", "value")


def blocks_from_file(path: Path, count: int) -> Iterator[Columns]:
    """Yield so many treaties, a row group at a time; the file is read as often as it takes."""
    file = pq.ParquetFile(path)
    while count > 0:
        for group in range(file.num_row_groups):
            if count > 0:
                block = columns_from_table(file.read_row_group(group))
                yield block.part(0, min(count, len(block)))
                count -= len(block)


def columns_from_table(table: pa.Table) -> Columns:
    """Return whole treaties as columns; their names are read as the numbers of their kinds."""
    treaty, days = (table[name].to_numpy() for name in ("treaty", "day"))
    kinds = np.zeros(len(days), np.int64)
    names = [table[name].combine_chunks() for name in ("event", "party")]
    labels = [np.array(one.dictionary.to_pylist())[one.indices.to_numpy()] for one in names]
    for number, (event, party) in enumerate(KINDS):
        kinds[(labels[0] == event) & (labels[1] == party)] = number
    begins = np.flatnonzero(np.diff(treaty)) + 1
    return Columns(np.concatenate(([0], begins, [len(days)])), days.astype(np.int64), kinds)


def table_of_rows(rows: Ints) -> pa.RecordBatch:
    """Return the kernel's rows as a batch of a table."""
    return pa.record_batch([pa.array(rows[:, turn]) for turn in range(len(_COLUMNS))], names=_COLUMNS)


def written(events: Path, intervals: Path, count: int) -> int:
    """Write the intervals of so many treaties; return how many rows they are."""
    circuit = circuit_of_everything()
    planned = plan_of_work(circuit)
    batch, signals, found = Batch(planned), Signals(circuit, planned), 0
    with pq.ParquetWriter(intervals, pa.schema([(name, pa.int64()) for name in _COLUMNS])) as file:
        for block in blocks_from_file(events, count):
            for rows in batch.rows(signals.cases(block)):
                file.write_batch(table_of_rows(rows))
                found += len(rows)
    return found


def peak_mb() -> float:
    """Return the most memory that this process has had; that of the one that started it is not in it."""
    status = Path("/proc/self/status")
    if status.exists():
        found = (line.split() for line in status.read_text().splitlines())
        return next(int(words[1]) for words in found if words[:1] == ["VmHWM:"]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Do it and tell."""
    events, intervals, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    started = time.perf_counter()
    rows = written(events, intervals, count)
    seconds = time.perf_counter() - started
    told = {"peak_mb": peak_mb(), "peak_treaties": count, "peak_rows": rows, "peak_s": seconds}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
