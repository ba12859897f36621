"""Which evaluator runs the questions of a table, and how it says so."""

from collections.abc import Sequence
from typing import Protocol

from inforce.corpus.needed import has_numba
from inforce.engine import Reference, Row, Task

NOTE_OF_REFERENCE = (
    "numba is not installed, so every question was run by the reference evaluator: the same rows, more slowly "
    "(pip install 'inforce[corpus]')"
)


class Evaluating(Protocol):
    """What runs questions: the kernel or the reference evaluator. ``routed`` counts those that the latter ran."""

    name: str
    routed: int

    def rows(self, tasks: Sequence[Task]) -> list[list[list[Row]]]:
        """Return the rows of each output of each task."""
        ...


def evaluating() -> Evaluating:
    """Return the kernel wherever numba is installed, else the reference evaluator."""
    if not has_numba():
        return Reference()
    from inforce.engine.kernel.tasks import Kernel

    return Kernel()


def metadata_of(evaluator: str, routed: int | None = None) -> dict[str, str]:
    """Tell with a table how it was computed; ``inforce.routed`` is known once all is run."""
    found = {"inforce.evaluator": evaluator}
    if evaluator == "reference":
        found["inforce.note"] = NOTE_OF_REFERENCE
    return found if routed is None else found | {"inforce.routed": str(routed)}
