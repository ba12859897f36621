"""The arrays that compiled code works on, by name."""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]


class Cases(NamedTuple):
    """The signals of many cases: those of case k are the rows from ``at[k]`` to ``at[k + 1]``, in order of days.

    A row of ``signals`` is day, node, value and, for an event that is sure, its first possible day. ``moments`` says
    how many moments a day has. ``secure`` has rows of act and verdict, ``frozen`` of act, day and verdict.
    """

    at: Ints
    signals: Ints
    moments: Ints
    secure_at: Ints
    secure: Ints
    frozen_at: Ints
    frozen: Ints
