"""Split what is open into cases within a budget; what does not fit stays on rails (design, S2)."""

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct

from inforce.engine.choices import Choice, Option, Signals
from inforce.temporal import Candidates

BUDGET = 32
"""The most cases that a circuit is run on."""


class Case(Struct, frozen=True):
    """One option of every choice, with the signals that follow.

    ``sides`` says which side each dispute takes: cases of equal sides differ only in candidate days. ``turns`` has the
    inputs of acts that the record orders within a day.
    """

    signals: Signals
    options: tuple[Option, ...]
    sides: tuple[int, ...]
    open_days: dict[int, Candidates]
    turns: dict[int, int]


def detail_within(choices: Sequence[Choice], budget: int = BUDGET) -> list[tuple[Option, ...]]:
    """Choose for each choice how far it is split: disputes first, then the fewest candidate days first."""
    chosen: list[tuple[Option, ...]] = [(choice.on_rails,) for choice in choices]
    cases = 1
    names = [repr(choice.about) for choice in choices]  # so that the order of the nodes does not choose
    by_size = sorted(
        range(len(choices)), key=lambda i: (not choices[i].disputed, len(choices[i].by_side), names[i])
    )
    for at in by_size:
        size = len(choices[at].by_side)
        if cases * size <= budget:
            chosen[at], cases = choices[at].by_side, cases * size
    for at in sorted(range(len(choices)), key=lambda i: (len(choices[i].by_day), names[i])):
        size, now = len(choices[at].by_day), len(chosen[at])
        if now == len(choices[at].by_side) and cases // now * size <= budget:
            chosen[at], cases = choices[at].by_day, cases // now * size
    return chosen


def cases_from_choices(settled: Signals, choices: Sequence[Choice], budget: int = BUDGET) -> Iterator[Case]:
    """Yield cases that together cover every resolution of the evidence."""
    for options in product(*detail_within(choices, budget)):
        signals = dict(settled)
        open_days: dict[int, Candidates] = {}
        for option in options:
            signals.update(option.signals)
            open_days.update(option.open_days)
        sides = tuple(o.side for o, choice in zip(options, choices, strict=True) if choice.disputed)
        yield Case(signals, options, sides, open_days, turns_of(options))


def turns_of(options: Sequence[Option]) -> dict[int, int]:
    """Return the turns of the acts that the record orders within a day, by their inputs."""
    return {
        index: claim.then
        for option in options
        for claim in option.claims
        if claim.then
        for index in option.signals
    }
