"""How far something long has come: a bar on a terminal, and nothing elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

_PATIENCE = 1.0
"""What is done within so many seconds needs no bar."""

Advance = Callable[[], None]


@contextmanager
def progress(what: str, total: int, stream: TextIO | None = None) -> Iterator[Advance]:
    """Give a function to call as each of so many steps is done; on a terminal it moves a bar, after a second.

    >>> with progress("parts", 2) as advance:
    ...     advance()
    """
    stream = stream or sys.stderr
    if not stream.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(file=stream), transient=True)
    task, started = bar.add_task(what, total=total), time.monotonic()

    def advance() -> None:
        bar.advance(task)
        if not bar.live.is_started and time.monotonic() - started > _PATIENCE:
            bar.start()

    try:
        yield advance
    finally:
        if bar.live.is_started:
            bar.stop()
