"""Every resolution of the same evidence: one alternative of each dispute, one day of each thing (design, S2, S9).

Read from the design alone; it shares nothing with what the engine does to hear claims.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
from typing import TypeVar

from inforce.model import Book, Claim, Clause, Event, Finding, Act, Proposition, State, View
from inforce.temporal import BEGINNING, FOREVER, Day, UncertainDay
from tests.properties.resolved import World

NEVER = None
"""Stands among the days for: it never happened."""

Possible = frozenset[int | None]
Held = frozenset[int]
T = TypeVar("T")


@dataclass(frozen=True)
class Alternatives:
    """What is open about one thing: the sides of its dispute, each with the ways in which it may have been."""

    about: object
    sides: tuple[frozenset[object], ...]

    def ways(self) -> list[object]:
        """Return every way, whichever side it is on."""
        return list(dict.fromkeys(chain.from_iterable(sorted(side, key=repr) for side in self.sides)))


# Knowing and hearing


def tier(view: View, voice: str) -> int | None:
    """Return the place of a voice in a view; None if it is not heard."""
    if view.tiers is None:
        return 0
    return next((place for place, voices in enumerate(view.tiers) if voice in voices), None)


def is_known(claim: Claim, known: Day | None) -> tuple[bool, ...]:
    """Return whether a claim was known by a day: surely, surely not, or both are open."""
    since = claim.known or claim.said or claim.when or (claim.stretch.start if claim.stretch else None)
    if known is None or since is None or (since.last <= known and not since.doubtful):
        return (True,)
    return (False, True) if since.first <= known else (False,)


def knowable(claims: Sequence[Claim], known: Day | None) -> Iterator[list[Claim]]:
    """Yield each set of claims that may have been known by a day."""
    for kept in product(*(is_known(claim, known) for claim in claims)):
        yield [claim for claim, is_kept in zip(claims, kept, strict=True) if is_kept]


def days_of(when: UncertainDay) -> set[int]:
    """Return all the candidate days."""
    return {day for first, last in when.candidates for day in range(first, last + 1)}


# Things that happen


def sides_of_occurrence(claims: Sequence[Claim], view: View) -> list[Possible]:
    """Return the sides of the dispute about one thing that happens: the highest tier that speaks decides."""
    ranked = [(place, claim) for claim in claims if (place := tier(view, claim.voice)) is not None]
    if not any(not claim.against for _, claim in ranked):
        return [frozenset({NEVER})]
    places = sorted({place for place, _ in ranked})
    sides = [possible for _, possible in agreeing([claim for place, claim in ranked if place == places[0]])]
    for lower in places[1:]:
        said = [claim for place, claim in ranked if place == lower]
        sides = [narrowed(side, said) for side in sides]
    return sides


def narrowed(decided: Possible, lower: Sequence[Claim]) -> Possible:
    """Let lower claims narrow what is decided: those that can be true with it, largest groups first."""
    fitting = [claim for claim in lower if open_to(claim) & decided or leaves(claim, decided)]
    found = [result for _, possible in agreeing_within(fitting, decided) if (result := possible)]
    return frozenset().union(*found) if found else decided


def agreeing(claims: Sequence[Claim]) -> list[tuple[tuple[Claim, ...], Possible]]:
    """Return the largest groups of claims that can be true together, with what each leaves open."""
    groups = largest(claims, lambda group: bool(left_open(group)))
    return [(group, left_open(group)) for group in groups]
