"""A proposition as it is recorded: with what stands behind it, and how its date is meant."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from inforce.load.marks import Marks
from inforce.model import RECORD, Proposition

Timing = Literal["day", "stretch", "onwards", "known"]
"""How the date of a record is meant: a day, a stretch, from a day on, or the day it became known."""


class Recorded(Struct, frozen=True):
    """A proposition with what stands behind it on its line, and whose statement it is by its wording."""

    proposition: Proposition
    marks: Marks
    timing: Timing = "day"
    voices: tuple[str, ...] = (RECORD,)


def label_of(marks: Marks, date: str) -> str:
    """Return the label of an occurrence; ``again`` makes it another one than all before."""
    return marks.label or (f"again-{date}" if marks.again else "")
