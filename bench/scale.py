"""How much of the work each figure is measured on: a little by default, all of it when asked."""

from __future__ import annotations

from typing import NamedTuple


class Scale(NamedTuple):
    """How many treaties each comparison has, and how many rounds.

    ``generated`` treaties are made up; a figure of ``top`` treaties runs through them as often as it takes. ``kills``
    and ``appends`` are what a claim log is put through.
    """

    treaties: int = 20_000
    of_reference: int = 3_000
    of_clingo: int = 200
    compared: int = 100_000
    compared_by_reference: int = 3_000
    generated: int = 100_000
    top: int = 1_000_000
    rounds: int = 5
    kills: int = 20
    appends: int = 2_000


FULL = Scale(
    treaties=100_000,
    of_clingo=1_000,
    compared_by_reference=100_000,
    generated=1_000_000,
    kills=100,
    appends=10_000,
)
