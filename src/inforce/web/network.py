"""Who is bound to whom on a day: membership of every treaty over time, and the pairs that share one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import cos, pi, sin

from msgspec import Struct

from inforce.answers.each import asked_of_each
from inforce.answers.hearings import hearing_of
from inforce.answers.membership import possible_parties
from inforce.engine import Row
from inforce.model import Question
from inforce.temporal import Day
from inforce.web.shelf import Shelf

_BOUND = frozenset({"in_force", "provisional", "suspended"})
FEW = 12
"""A treaty among more than so many parties is counted, but its pairs are not drawn."""


class Bound(Struct, frozen=True):
    """Two who share treaties on a day; ``open`` are those of which it is open whether they do."""

    one: str
    other: str
    sure: tuple[str, ...]
    open: tuple[str, ...]


class Member(Struct, frozen=True):
    """One who is bound on a day, where it is drawn, and by how many treaties."""

    code: str
    x: float
    y: float
    treaties: tuple[str, ...]


class Network(Struct, frozen=True):
    """Who is bound to whom on a day; ``many`` are treaties among more than a few, which are not drawn."""

    members: tuple[Member, ...]
    bounds: tuple[Bound, ...]
    many: tuple[tuple[str, int], ...]


def network_on(shelf: Shelf, day: Day, view: str, known: Day | None = None) -> Network:
    """Return who is bound to whom on a day in a view."""
    rolls = shelf.kept(("rolls", view, known), lambda: _rolls(shelf, view, known))
    bound = {treaty: _bound_on(roll, day) for treaty, roll in rolls.items()}
    few = {treaty: who for treaty, who in bound.items() if len(who) <= FEW}
    many = tuple((treaty, len(who)) for treaty, who in bound.items() if len(who) > FEW)
    pairs = tuple(_pairs(few))
    codes = sorted({code for pair in pairs for code in (pair.one, pair.other)})
    return Network(tuple(_placed(codes, bound)), pairs, many)


def _rolls(shelf: Shelf, view: str, known: Day | None) -> dict[str, dict[str, list[Row]]]:
    hearing = hearing_of(shelf.book, view, known)
    who = possible_parties(shelf.book)
    return {
        treaty: {
            each.party: each.rows
            for each in asked_of_each(hearing, Question(treaty, Day(0), view=view, known=known), who[treaty])
        }
        for treaty in shelf.book.treaties
    }


def _bound_on(roll: dict[str, list[Row]], day: Day) -> dict[str, bool]:
    """Return who is or may be bound on a day, and whether it is certain."""
    found = {}
    for party, rows in roll.items():
        possible = set(next(row for row in reversed(rows) if row.since <= day).possible)
        if possible & _BOUND:
            found[party] = possible <= _BOUND
    return found


def _pairs(bound: dict[str, dict[str, bool]]) -> Iterator[Bound]:
    shared: dict[tuple[str, str], dict[str, bool]] = {}
    for treaty, who in bound.items():
        for one, other in combinations(sorted(who), 2):
            shared.setdefault((one, other), {})[treaty] = who[one] and who[other]
    for (one, other), treaties in sorted(shared.items()):
        sure = tuple(treaty for treaty, is_sure in treaties.items() if is_sure)
        yield Bound(one, other, sure, tuple(treaty for treaty in treaties if treaty not in sure))


def _placed(codes: list[str], bound: dict[str, dict[str, bool]]) -> Iterator[Member]:
    for number, code in enumerate(codes):
        angle = 2 * pi * number / len(codes) - pi / 2
        treaties = tuple(treaty for treaty, who in bound.items() if code in who)
        yield Member(code, round(300 + 245 * cos(angle), 1), round(290 + 245 * sin(angle), 1), treaties)
