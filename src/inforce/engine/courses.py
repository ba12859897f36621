"""From what each case came to, to rows: over which days which statuses are possible (design, S10 and S15)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from inforce.engine.circuit import Kind, Node
from inforce.temporal import BEGINNING, FOREVER, Day

_OF_STATES = ("no", "open", "", "yes")


class Row(Struct, frozen=True):
    """A maximal run of days with one set of possible statuses; ``until`` is None where it does not end.

    ``certainty`` is that of its first day.
    """

    since: Day
    until: Day | None
    possible: tuple[str, ...]
    certainty: str


class Course(Struct, frozen=True):
    """The course of one output in one case: from each day, the statuses that may hold, as bits of its node.

    ``sides`` says which side each dispute takes in the case.
    """

    sides: tuple[object, ...]
    node: Node
    changes: Sequence[tuple[Day, int]]


def statuses_from_bits(node: Node, bits: int) -> frozenset[str]:
    """Return the statuses that a value stands for."""
    if node.kind is not Kind.CHAIN:
        return frozenset({_OF_STATES[bits]})
    return frozenset(name for bit, name in enumerate(node.statuses) if bits >> bit & 1)


def order_of_statuses(nodes: Sequence[Node]) -> tuple[str, ...]:
    """Return the statuses of some chains in their order of priority."""
    seen: dict[str, None] = {}
    for node in nodes:
        names = node.statuses if node.kind is Kind.CHAIN else ("yes", "open", "no")
        seen.update(dict.fromkeys(names))
    return tuple(seen)


def rows_from_courses(courses: Sequence[Course], *, has_unknown: bool) -> list[Row]:
    """Join the courses of all cases: possible is what is possible in one of them.

    The rows cover all days and never overlap.
    """
    order = order_of_statuses([course.node for course in courses])
    found: list[tuple[Day, tuple[str, ...], str]] = []
    for day, values in _values(courses):
        whole = frozenset[str]().union(*values)
        possible = tuple(name for name in order if name in whole)
        if not found or found[-1][1] != possible:
            found.append((day, possible, certainty_of(courses, values, has_unknown=has_unknown)))
    ends: list[Day | None] = [day for day, _, _ in found[1:]]
    return [
        Row(since, until, possible, certainty)
        for (since, possible, certainty), until in zip(found, [*ends, None], strict=True)
    ]


def _values(courses: Sequence[Course]) -> Iterator[tuple[Day, list[frozenset[str]]]]:
    """Yield each day of change with the statuses that may hold on it in each case."""
    changes = [(BEGINNING, turn, 0) for turn in range(len(courses))]
    changes += [
        (max(day, BEGINNING), turn, bits)
        for turn, course in enumerate(courses)
        for day, bits in course.changes
        if day < FOREVER
    ]
    now = [statuses_from_bits(course.node, 0) for course in courses]
    ordered = sorted(changes, key=lambda change: change[0])
    for (day, turn, bits), (following, _, _) in pairwise([*ordered, (FOREVER, 0, 0)]):
        now[turn] = statuses_from_bits(courses[turn].node, bits)
        if day != following:
            yield day, now


def certainty_of(courses: Sequence[Course], values: Sequence[frozenset[str]], *, has_unknown: bool) -> str:
    """Say why a value is open: disputed if it differs between the sides of a dispute, else uncertain or unknown."""
    by_sides: dict[tuple[object, ...], frozenset[str]] = {}
    for course, value in zip(courses, values, strict=True):
        by_sides[course.sides] = by_sides.get(course.sides, frozenset()) | value
    if len(frozenset[str]().union(*by_sides.values())) == 1:
        return "certain"
    if len(set(by_sides.values())) > 1:
        return "disputed"
    return "unknown" if has_unknown else "uncertain"
