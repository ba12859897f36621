"""From what size processes and a cluster pay: the same corpora one way and another, in seconds of the clock.

``python bench/partition_figures.py [N ...]`` prints a row for each number of treaties and each way.
"""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from timing import timed

Figures = dict[str, object]
Ways = dict[str, Callable[[], object]]
_ROUNDS = 3
_CLOSED, _OPEN = 20_000, 500
"""So many treaties by default: those with every day known, those of which each has an open one."""


def partition_figures() -> Figures:
    """Return the seconds of each way on a corpus with every day known, and on one with an open day in each treaty."""
    missing = [name for name in ("numba", "pyarrow") if find_spec(name) is None]
    if missing:
        return {"partition_one_s": None, "partition_reason": f"{', '.join(missing)} not installed"}
    found: Figures = {"partition_treaties": _CLOSED, "partition_open_treaties": _OPEN}
    with ways_to_run() as ways:
        for name, count, open_every in (("partition", _CLOSED, 0), ("partition_open", _OPEN, 1)):
            for way, seconds in seconds_of(ways, count, open_every).items():
                found[f"{name}_{way}_s"] = seconds
    return found


def seconds_of(ways: Ways, count: int, open_every: int) -> dict[str, float]:
    """Return the median seconds of each way for a corpus of so many treaties."""
    from pairs_corpus import corpus_of_pairs

    corpus = corpus_of_pairs(count, open_every=open_every)
    rounds = [{way: timed(lambda run=run: run(corpus)) for way, run in ways.items()} for _ in range(_ROUNDS)]
    return {way: statistics.median(one[way] for one in rounds) for way in ways}


@contextmanager
def ways_to_run() -> Iterator[Ways]:
    """Give the ways: this process, as many as there are cores, and Sail where it is installed, already running."""
    from inforce.corpus.processes import Spread, results_over_processes

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    alone, spread = Spread(processes=1), Spread(processes=cores)
    ways: Ways = {
        "one": lambda corpus: results_over_processes(corpus, spread=alone),
        "processes": lambda corpus: results_over_processes(corpus, spread=spread),
    }
    if find_spec("pysail") is None or find_spec("pyspark") is None:
        yield ways
        return
    with _sail(cores) as run:
        yield {**ways, "sail": run}


@contextmanager
def _sail(cores: int) -> Iterator[Callable[[object], object]]:
    """Run Sail beside this process; its workers have done something before they are timed."""
    from pairs_corpus import corpus_of_pairs
    from pysail.spark import SparkConnectServer
    from pyspark.sql import SparkSession

    from inforce.corpus.processes import Spread
    from inforce.corpus.spark import results_on_spark

    server = SparkConnectServer("127.0.0.1", 0)
    server.start(background=True)
    session = SparkSession.builder.remote(f"sc://127.0.0.1:{server.listening_address[1]}").getOrCreate()
    spread = Spread(processes=cores)

    def run(corpus: object) -> object:
        size = spread.size(len(corpus.treaties))  # type: ignore[attr-defined]
        return results_on_spark(session, corpus, treaties_in_part=size)  # type: ignore[arg-type]

    try:
        run(corpus_of_pairs(10))
        yield run
    finally:
        session.stop()
        server.stop()


def main() -> None:
    """Print the seconds of each way for each number of treaties."""
    sizes = [int(word) for word in sys.argv[1:]] or [1_000, 10_000, 100_000]
    with ways_to_run() as ways:
        for open_every, what in ((0, "every day known"), (1, "an open day in each")):
            for size in sizes if not open_every else [max(1, size // 100) for size in sizes]:
                told = ", ".join(f"{way} {s:.2f} s" for way, s in seconds_of(ways, size, open_every).items())
                print(f"{size:>9,} treaties, {what}: {told}", flush=True)


if __name__ == "__main__":
    main()
