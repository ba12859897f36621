"""How long some work takes."""

import gc
import time
from collections.abc import Callable


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that some work takes once, the garbage of others collected before."""
    gc.collect()
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
