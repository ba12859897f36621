"""A bar for whoever waits longer than a second, on a terminal and nowhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

    from inforce.corpus.duck import Watching

_PATIENCE_S = 1.0


@contextmanager
def waiting(what: str) -> Iterator[Watching | None]:
    """Give what is told how far work is, and draws it once it has taken a second; None where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = _Bar(what)
    try:
        yield bar.show
    finally:
        bar.stop()


class _Bar:
    def __init__(self, what: str) -> None:
        self._what, self._started = what, time.monotonic()
        self._drawn: Progress | None = None

    def show(self, done: float) -> None:
        """Draw how far the work is: from 0 to 1, or that it goes on where that is not known."""
        if time.monotonic() - self._started < _PATIENCE_S:
            return
        if self._drawn is None:
            self._drawn = _drawn(self._what)
        task = self._drawn.task_ids[0]
        self._drawn.update(task, total=1.0 if done >= 0 else None, completed=max(done, 0.0))

    def stop(self) -> None:
        """Take the bar away."""
        if self._drawn is not None:
            self._drawn.stop()


def _drawn(what: str) -> Progress:
    from rich.console import Console
    from rich.progress import Progress

    progress = Progress(console=Console(stderr=True), transient=True)
    progress.add_task(what, total=None)
    progress.start()
    return progress
