"""A columnar book over processes: the parts of ``partition``, several at a time, their rows in order."""

from __future__ import annotations

import os
import signal
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
from msgspec import Struct

from inforce.corpus.columnar import Columnar
from inforce.corpus.partition import (
    TREATIES_IN_PART,
    Shared,
    intervals_of_part,
    joined,
    parts_from_columnar,
    shared_by_parts,
)
from inforce.corpus.progress import progress
from inforce.corpus.table import schema_of
from inforce.model import ALL_VOICES, View
from inforce.temporal import Day

if TYPE_CHECKING:
    from types import FrameType

_PARTS_EACH = 4
"""A process has so many parts to do, if parts are not bigger than they need to be."""

_AHEAD = 2
"""So many parts wait for each process: enough that none is idle, few enough to fit into memory."""


class Spread(Struct, frozen=True):
    """Say over how many processes a run is spread, and how many treaties make a part.

    Without a number of processes there are as many as this one may use cores; one is this process itself. Without a
    number of treaties there are some parts for each process, so that none waits long for the last.
    """

    processes: int | None = None
    treaties: int | None = None

    @property
    def workers(self) -> int:
        """How many processes are started or used."""
        return self.processes or _cores()

    def size(self, count: int) -> int:
        """Return how many of so many treaties make a part.

        >>> Spread(processes=2).size(1_000), Spread(processes=2).size(1_000_000)
        (125, 4096)
        """
        return self.treaties or max(1, min(TREATIES_IN_PART, -(-count // (self.workers * _PARTS_EACH))))


_WIDE = Spread()


def results_over_processes(
    columnar: Columnar, *, view: View | str = ALL_VOICES.id, known: Day | None = None, spread: Spread = _WIDE
) -> pa.Table:
    """Return every interval of a columnar book, computed over processes, treaty by treaty.

    The rows are those of ``intervals.results``, in the order of the treaties, however the run is spread. New processes
    import the program that starts them: a script has to start the run under ``if __name__ == "__main__":``.

    Raises:
        CorpusError: if a template has problems, or a treaty has not the parties that its template asks for.
        UnknownNameError: if there is no such view.

    >>> from inforce.corpus.schema import Manifest
    >>> results_over_processes(Columnar(Manifest(), {}), spread=Spread(processes=1)).num_rows
    0
    """
    return joined(list(_tables(columnar, shared_by_parts(columnar, view, known), spread)))


def write_over_processes(
    columnar: Columnar,
    path: str | Path,
    *,
    view: View | str = ALL_VOICES.id,
    known: Day | None = None,
    spread: Spread = _WIDE,
) -> int:
    """Write every interval of a columnar book to a Parquet file; return how many rows.

    The file is there when it is whole. No more than a few parts are in memory, so no book is too big.

    Raises:
        CorpusError: if a template has problems, or a treaty has not the parties that its template asks for.
        UnknownNameError: if there is no such view.
        OSError: if the file cannot be written.
    """
    import pyarrow.parquet as pq

    schema, rows = schema_of({}), 0
    with whole_file(Path(path)) as scratch, pq.ParquetWriter(scratch, schema, compression="zstd") as file:
        for table in _tables(columnar, shared_by_parts(columnar, view, known), spread):
            file.write_table(table.cast(schema))
            rows += table.num_rows
    return rows


def _tables(columnar: Columnar, shared: Shared, spread: Spread) -> Iterator[pa.Table]:
    """Yield the intervals of each part in order, telling on a terminal how far it is."""
    size = spread.size(len(columnar.treaties))
    parts, count = parts_from_columnar(columnar, size), -(-len(columnar.treaties) // size)
    with progress("intervals", count) as advance, _running(min(spread.workers, count)) as run:
        for table in run(parts, shared):
            advance()
            yield table


Running = Callable[[Iterator[pa.Table], Shared], Iterator[pa.Table]]


@contextmanager
def _running(workers: int) -> Iterator[Running]:
    """Give what runs parts: here, if one process is enough, else in others that end with the run."""
    if workers <= 1:
        yield lambda parts, shared: (intervals_of_part(part, shared) for part in parts)
        return
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _leave_interrupts_to_the_parent)
    try:
        yield lambda parts, shared: _in_order(pool, parts, shared, workers * _AHEAD)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(pool: Executor, parts: Iterator[pa.Table], shared: Shared, ahead: int) -> Iterator[pa.Table]:
    waiting: deque[Future[pa.Table]] = deque()
    for part in parts:
        waiting.append(pool.submit(intervals_of_part, part, shared))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _leave_interrupts_to_the_parent() -> None:
    """Let the process that was asked end the run: an interrupt reaches all of them at once."""
    ignore: Callable[[int, FrameType | None], object] | signal.Handlers = signal.SIG_IGN
    signal.signal(signal.SIGINT, ignore)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a file beside one that is to be written; it takes its name when it is whole, and else goes."""
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.absolute().parent)
    os.close(number)
    scratch = Path(name)
    try:
        yield scratch
        scratch.chmod(0o644)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
