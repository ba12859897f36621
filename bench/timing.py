"""How long some work takes, alone or beside its peers."""

import gc
import os
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

Work = Callable[[], object]


def timed(work: Work) -> float:
    """Return the seconds that some work takes once, the garbage of others collected before."""
    gc.collect()
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def cpu_timed(work: Work, again: int = 1) -> float:
    """Return the seconds of processor that some work takes, on average if it is done again.

    Every thread of this process is counted, so that a peer with threads of its own gains nothing by them.
    """
    gc.collect()
    started = time.process_time()
    for _ in range(again):
        work()
    return (time.process_time() - started) / again


def interleaved(works: Mapping[str, Work], rounds: int, again: Mapping[str, int]) -> dict[str, list[float]]:
    """Return the seconds of processor of each work, round by round: each round does all of them in turn."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            found[name].append(cpu_timed(work, again.get(name, 1)))
    return found


def ratio(theirs: list[float], ours: list[float]) -> float:
    """Return how many times faster we are: the median of the ratios within a round."""
    return statistics.median(one / other for one, other in zip(theirs, ours, strict=True))


@contextmanager
def pinned() -> Iterator[None]:
    """Keep this process and those that it starts on one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)
