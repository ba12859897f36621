"""The values of the evaluator of resolved records: a world, and where duties and notices stand in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from inforce.model import Act, Clause, Offset, Proposition, State, Terms
from inforce.temporal import Day, Span, day_after, day_before

Asked = tuple[str, str]
"""What is asked: a clause and its bearer; no clause is the treaty itself."""


@dataclass(frozen=True)
class World:
    """One way in which everything was: when each thing happened, when each state held, who spoke, what was read."""

    happened: Mapping[Proposition, int]
    held: Mapping[State, frozenset[int]] = field(default_factory=dict)
    speakers: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    readings: Mapping[str, Clause] = field(default_factory=dict)
    named_effects: Mapping[Proposition, int] = field(default_factory=dict)
    counted_from: Mapping[Proposition, int] = field(default_factory=dict)
    lengths: Mapping[Proposition, Span] = field(default_factory=dict)
    short_works: Mapping[Proposition, bool] = field(default_factory=dict)
    """Whether a notice that names too early a day works when its time has run, or not at all."""


@dataclass
class Duty:
    """Where one duty to achieve stands: ``""`` (not arisen), due, overdue, performed, performed_late.

    ``done`` says that it was performed at least once, ``again`` that it arises anew once the text binds again.
    """

    phase: str = ""
    last: int | None = None
    done: bool = False
    again: bool = False


@dataclass
class Pending:
    """A power was used and works on a day, unless revoked before."""

    works: int
    act: Act
    clause: Clause
    holder: str


def first_of(order: tuple[str, ...], held: Mapping[str, bool]) -> str:
    """Return the first status that holds; the last of the order is what is left."""
    return next((status for status in order[:-1] if held.get(status)), order[-1])


def later(base: int, offset: Offset) -> int:
    """Return the day to which an offset leads: forward, back, then single days."""
    return day_before(day_after(Day(base), offset.after), offset.before) + offset.days


def whole_term(terms: Terms) -> Span | None:
    """Return the whole length after which a treaty expires by itself, if it does."""
    if terms.term is None or (terms.renewal is not None and terms.renewal.times is None):
        return None
    if terms.renewal is None or terms.renewal.period is None or terms.renewal.times is None:
        return terms.term
    return terms.term + terms.renewal.period * terms.renewal.times
