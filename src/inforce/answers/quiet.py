"""Who of many bearers of a clause has nothing coming in a window: asked of all together, on rails.

On rails the possible is never too narrow. So where a status cannot change in the window, and nothing can happen in it,
no case has anything there either, and the question need not be put for that bearer by itself.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from inforce.answers.clause_days import brought_about, signals_beside
from inforce.answers.question import treaty_named
from inforce.engine import (
    Hearing,
    Resolution,
    Signal,
    happenings_of,
    solve_heard,
    status_signal,
    statuses_within,
)
from inforce.model import Clause, Question
from inforce.temporal import Day, intersect

FEW = 3
"""So many bearers are asked one by one: what is shared would not be worth its building."""


def unquiet(
    hearing: Hearing, question: Question, clause: Clause, bearers: Sequence[str], window: tuple[Day, Day]
) -> Sequence[str]:
    """Return the bearers of a clause for whom something may come within a window."""
    if len(bearers) <= FEW or _comes_round(clause):
        return bearers
    signals = {
        f"{bearer} {name}": signal
        for bearer in bearers
        for name, signal in _signals(hearing, question, clause, bearer)
    }
    ways = solve_heard(hearing, signals, budget=1).resolutions
    events = {name for name in signals if not name.endswith(" status")}
    return [each for each in bearers if any(_may_come(way, each, events, window) for way in ways)]


def _comes_round(clause: Clause) -> bool:
    """Whether a clause has days in every period, which are reckoned without the circuit."""
    return clause.window is not None and clause.window.term == "running"


def _signals(
    hearing: Hearing, question: Question, clause: Clause, bearer: str
) -> Iterator[tuple[str, Signal]]:
    treaty = treaty_named(hearing.book, clause.treaty)
    yield "status", status_signal(replace(question, clause=clause.id), treaty, clause, bearer)
    yield from signals_beside(clause, bearer).items()
    yield from brought_about(hearing, clause, bearer).items()


def _may_come(way: Resolution, bearer: str, events: set[str], window: tuple[Day, Day]) -> bool:
    """Tell whether something may come, by the day after the window: a last day is the one before its time is over."""
    first, last = window[0], Day(window[1] + 1)
    if len(statuses_within(way, f"{bearer} status", Day(first - 1), last)) > 1:
        return True
    own = (name for name in events if name.partition(" ")[0] == bearer)
    found = (each for name in own for each in happenings_of(way, name))
    return any(intersect(each.days, ((first, last),)) for each in found)
