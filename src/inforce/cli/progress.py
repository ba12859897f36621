"""How far something long has come, on a terminal that is looked at, and only once it has taken a second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Timer

AFTER_S = 1.0
"""What takes less says nothing."""


@contextmanager
def shown_progress(after: float = AFTER_S) -> Iterator[Callable[[str, float], None]]:
    """Give something to tell the step and the share done to; it draws a bar on the terminal of the error output.

    A share below 0 is one that nobody knows. Nothing is drawn into a file or a pipe, and the bar is gone at the end.
    """
    if not sys.stderr.isatty():
        yield lambda step, share: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("", total=1.0)
    timer = Timer(after, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda step, share: bar.update(
            task, description=step, total=1.0 if share >= 0 else None, completed=max(share, 0.0)
        )
    finally:
        timer.cancel()
        timer.join()
        bar.stop()


@contextmanager
def waiting(what: str) -> Iterator[Callable[[float], None] | None]:
    """Give what is told how far one long step is; None where nobody looks, so that nobody need ask for it."""
    if not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as drawn:
        bar: list[Callable[[str, float], None]] = []

        def tell(share: float) -> None:
            if not bar:  # another step may draw a bar of its own before this one begins
                bar.append(drawn.enter_context(shown_progress()))
            bar[0](what, share)

        yield tell
