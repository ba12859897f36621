"""Possible worlds: one resolution of the evidence, drawn by a seed (design, S2).

Every side of a dispute is as likely as another, every candidate day as another, and that something never was as one
day more. This is a convention and no finding: nobody knows how likely the People's Republic is to be China.
"""

from __future__ import annotations

from random import Random
from typing import TypeVar

from msgspec.structs import replace

from inforce.engine.evidence import Condition, EventOption, Evidence, Occurrence, Speakers, StateOption
from inforce.model import Book, Claim, Reading, View
from inforce.temporal import (
    BEGINNING,
    FOREVER,
    Candidates,
    Day,
    Interval,
    Timeline,
    UncertainDay,
    count,
    intersect,
    intervals_from_rail,
)
from inforce.temporal.rail import Rail, any_of

Drawn = TypeVar("Drawn")


def world_of(evidence: Evidence, chance: Random) -> Evidence:
    """Return evidence in which everything has been drawn: one side of each dispute, one day of each act."""
    occurrences = {
        slot: tuple(drawn for each in found if (drawn := _occurrence(each, chance)) is not None)
        for slot, found in evidence.occurrences.items()
    }
    return Evidence(
        {slot: found for slot, found in occurrences.items() if found},
        {
            slot: tuple(_condition(each, chance) for each in found)
            for slot, found in evidence.conditions.items()
        },
        {state: _speakers(each, chance) for state, each in evidence.speakers.items()},
    )


def readings_drawn(book: Book, view: View, chance: Random) -> tuple[Book, View]:
    """Return a book and a view in which each clause that is read in several ways is read in one of them."""
    by_clause: dict[tuple[str, str], list[Reading]] = {}
    for reading in book.readings:
        by_clause.setdefault((reading.clause.treaty, reading.clause.id), []).append(reading)
    if view.tiers is not None or not by_clause:
        return book, view
    kept, said = [], list(view.readings)
    for (_, clause), readings in sorted(by_clause.items()):
        chosen = chance.choice([None, *readings])
        if chosen is not None and clause not in dict(view.readings):
            said.append((clause, chosen.voice))
        if chosen is not None or clause in dict(view.readings):
            kept += readings
    return replace(book, readings=tuple(kept)), replace(view, readings=tuple(said))


def _occurrence(found: Occurrence, chance: Random) -> Occurrence | None:
    option = chance.choice(found.options)
    days = count(option.candidates)
    turn = chance.randrange(days + option.may_not)
    if turn == days:
        return None
    day = _nth(option.candidates, turn)
    claims = tuple(_claim(claim, day, chance) for claim in option.claims)
    return replace(found, options=(EventOption(((day, day),), False, claims),))


def _claim(claim: Claim, day: Day, chance: Random) -> Claim:
    """Draw the other days of an act; what is received is received no earlier than it was sent."""
    received, counting, effect, until = (
        _one(days, chance, since)
        for days, since in (
            (claim.received, day),
            (claim.counting_from, BEGINNING),
            (claim.effect, BEGINNING),
            (claim.until, BEGINNING),
        )
    )
    return replace(claim, received=received, counting_from=counting, effect=effect, until=until)


def _one(days: UncertainDay | None, chance: Random, since: Day) -> UncertainDay | None:
    if days is None:
        return None
    candidates = intersect(days.candidates, ((since, FOREVER),)) or days.candidates
    day = _nth(candidates, chance.randrange(count(candidates)))
    return UncertainDay(((day, day),))


def _nth(candidates: Candidates, turn: int) -> Day:
    for first, last in candidates:
        if turn <= last - first:
            return Day(first + turn)
        turn -= last - first + 1
    raise IndexError(turn)


def _condition(found: Condition, chance: Random) -> Condition:
    option = chance.choice(found.options)
    drawn = StateOption(_timeline(option.timeline, chance), option.claims)
    return replace(found, options=(drawn,), unknown=False)


def _speakers(found: Speakers, chance: Random) -> Speakers:
    turn = chance.randrange(len(found.options))
    timelines = {who: _timeline(line, chance) for who, line in found.options[turn].items()}
    return Speakers(found.state, (timelines,), (found.names[turn],), (found.claims[turn],))


def _timeline(line: Timeline, chance: Random) -> Timeline:
    """Draw when a state held: each stretch begins on one of its possible first days and stops on one of its last."""
    certain = intervals_from_rail(line.certain)
    rail: Rail = ()
    for stretch in intervals_from_rail(line.possible):
        inside = [each for each in certain if each.since >= stretch.since and _end(each) <= _end(stretch)]
        held = _stretch(stretch, inside, chance)
        rail = any_of(rail, held)
    return Timeline(rail, rail)


def _stretch(stretch: Interval, certain: list[Interval], chance: Random) -> Rail:
    """Return the days drawn of one stretch; where nothing of it is certain, it may not have been at all."""
    if stretch.since == BEGINNING and stretch.until is None and not certain:
        return chance.choice(((), (BEGINNING,)))
    if not certain:
        if chance.random() < 0.5:
            return ()
        since = _between(stretch.since, _end(stretch) - 1, chance)
        until = _between(since + 1, _end(stretch), chance)
    else:
        since = _between(stretch.since, certain[0].since, chance)
        until = _between(_end(certain[-1]), _end(stretch), chance)
    return (Day(since),) if until >= FOREVER else (Day(since), Day(until))


def _end(stretch: Interval) -> int:
    return FOREVER if stretch.until is None else stretch.until


def _between(first: int, last: int, chance: Random) -> int:
    """Draw a day; where one end is open it is one of the two ends, for no day is as likely as another then."""
    if first <= BEGINNING or last >= FOREVER:
        return chance.choice((first, last))
    return chance.randint(first, last)
