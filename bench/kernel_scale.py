"""How the kernel's time grows with the number of treaties, and how much memory a process of its own takes."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from kernel_work import circuit_of_everything, plan_of_work
from scale import Scale
from timing import interleaved
from work_columns import BLOCK, KINDS, Columns, Signals

from inforce.engine.kernel.batch import Batch

Figures = dict[str, object]
_SMALLEST = 1_000


def scale_figures(columns: Columns, scale: Scale) -> Figures:
    """Fit the exponent of the kernel's time, and measure the peak of a process of its own."""
    return {**_exponent(columns, scale), **_peak(columns, scale)}


def _exponent(columns: Columns, scale: Scale) -> Figures:
    """Time events in memory to rows, block by block; nothing is kept, so that no size is too big."""
    sizes = [_SMALLEST]
    while sizes[-1] < scale.top:
        sizes.append(sizes[-1] * 10)
    circuit = circuit_of_everything()
    planned = plan_of_work(circuit)
    batch, signals = Batch(planned), Signals(circuit, planned)

    def run(size: int) -> int:
        cases = (signals.cases(block) for block in columns.blocks(size))
        return sum(len(rows) for one in cases for rows in batch.rows(one))

    works = {str(size): (lambda size=size: run(size)) for size in sizes}
    again = {str(size): max(1, scale.top // 20 // size) for size in sizes}
    seconds = interleaved(works, scale.rounds, again)
    medians = [statistics.median(seconds[str(size)]) for size in sizes]
    return {
        "kernel_exponent": float(np.polyfit(np.log(sizes), np.log(medians), 1)[0]),
        "kernel_exponent_seconds": dict(zip(map(str, sizes), medians, strict=True)),
        "kernel_exponent_generated": len(columns),
    }


def _peak(columns: Columns, scale: Scale) -> Figures:
    """Have a process of its own read events from a file and write the intervals to another."""
    with tempfile.TemporaryDirectory() as folder:
        events, rows = Path(folder) / "events.parquet", Path(folder) / "rows.parquet"
        write_events(columns, events)
        command = [sys.executable, str(Path(__file__).with_name("kernel_process.py"))]
        asked = [*command, str(events), str(rows), str(scale.top)]
        told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    return {f"kernel_{name}": value for name, value in json.loads(told).items()}


def write_events(columns: Columns, path: Path) -> None:
    """Write events as Parquet: treaty, day, event, party; a row group has whole treaties."""
    names = {name: pa.array([kind[place] for kind in KINDS]) for place, name in enumerate(("event", "party"))}
    numbers = pa.int32()
    kinds = pa.dictionary(numbers, pa.string())
    schema = pa.schema({"treaty": numbers, "day": numbers, "event": kinds, "party": kinds})
    with pq.ParquetWriter(path, schema) as file:
        for turn, block in enumerate(columns.blocks(len(columns))):
            treaty = np.repeat(np.arange(len(block)) + turn * BLOCK, np.diff(block.begins))
            found = [pa.array(one, numbers) for one in (treaty, block.days)]
            found += [names[name].take(pa.array(block.kinds)).dictionary_encode() for name in names]
            file.write_table(pa.Table.from_arrays(found, schema=schema))
