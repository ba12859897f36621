"""Whether the consents that an entry into force asks for are there: by name, by number, by share, by part."""

from itertools import pairwise

from inforce.engine.circuit import NO, YES, Kind, Node
from inforce.engine.compilation import Compilation
from inforce.engine.groups import everyone_ever_in
from inforce.engine.parties import parties_of
from inforce.engine.tacit import COMMUNICATION, communicated
from inforce.model import Quorum
from inforce.temporal import BEGINNING, Day

_PARTS = {"a majority": (1, 2, 1), "two thirds": (2, 3, 0), "three quarters": (3, 4, 0)}
"""A part of the signatories: numerator, denominator, and 1 where it has to be more than that."""


def quorum(c: Compilation, treaty: str, asked: Quorum) -> int:
    """Build the state that the acts of consent that a clause asks for are there."""
    if asked.manner == COMMUNICATION:
        return c.builder.latch(communicated(c, treaty))
    if asked.part:
        return _part_of_signatories(c, treaty, asked)
    if asked.each_party or asked.actors:
        parties = asked.actors or c.treaty(treaty).parties
        return c.builder.conjunction(
            *(c.node("in_place_of", treaty, party, asked.manner) for party in parties)
        )
    if asked.group and not asked.number and not asked.weight:
        return _each_member(c, treaty, asked)
    everyone = parties_of(c, treaty)
    states = [_counting(c, treaty, party, asked) for party in everyone]
    if not asked.weight:
        return _count(c, [(state, 1.0) for state in states], float(asked.number))
    return _share(c, treaty, asked, dict(zip(everyone, states, strict=True)))


def _counting(c: Compilation, treaty: str, party: str, asked: Quorum) -> int:
    """Build the state that a party counts for a quorum: it has consented, and is in the group if one is asked."""
    state = c.node("standing", treaty, party, asked.manner)
    return c.builder.conjunction(state, c.node("in_group", asked.group, party)) if asked.group else state


def _share(c: Compilation, treaty: str, asked: Quorum, states: dict[str, int]) -> int:
    """Build the state that those who count hold a share, by the numbers of the day."""
    table = [item for item in c.terms(treaty, "").weights if item.name == asked.weight]
    begins = sorted({item.since for item in table if item.since is not None})
    met = []
    for since, until in pairwise((None, *begins, None)):
        then = [item for item in table if item.since is None or (since is not None and item.since <= since)]
        then.sort(key=lambda item: item.since or BEGINNING)
        now = {item.actor: item for item in then}
        counted = [(state, now[party].value if party in now else 0.0) for party, state in states.items()]
        enough = _count(c, counted, asked.share * (then[-1].total if then else 0.0) / 100)
        met.append(c.builder.conjunction(enough, _from_until(c, since, until)))
    return c.builder.disjunction(*met)


def _from_until(c: Compilation, since: Day | None, until: Day | None) -> int:
    """Build the state that it is not before one day, and before another."""
    begun = c.builder.constant(YES) if since is None else c.builder.latch(c.on_day(since))
    over = c.builder.constant(NO) if until is None else c.builder.latch(c.on_day(until))
    return c.builder.conjunction(begun, c.builder.negation(over))


def _count(c: Compilation, counted: list[tuple[int, float]], needed: float) -> int:
    """Build the state that the weights of those that hold come up to what is needed."""
    if not counted:
        return c.builder.constant(NO)
    states, weights = zip(*counted, strict=True)
    return c.builder.add(Node(Kind.COUNT, states, weights=weights, threshold=needed))


def _part_of_signatories(c: Compilation, treaty: str, asked: Quorum) -> int:
    """Build the state that a part of the signatories has consented, as many as have signed by the day.

    With s of n who may sign and k of them who consent, p/q of them is k >= s p/q, which is q k + p (n - s) >= p n.
    """
    p, q, more = _PARTS[asked.part]
    everyone = [party for party in parties_of(c, treaty) if party not in asked.beside]
    signed = [c.node("consented", treaty, party, "signature") for party in everyone]
    counted = [(c.builder.negation(state), float(p)) for state in signed]
    for party, state in zip(everyone, signed, strict=True):
        consented = c.node("standing", treaty, party, asked.manner)
        counted.append((c.builder.conjunction(state, consented), float(q)))
    enough = _count(c, counted, float(p * len(everyone) + more))
    return c.builder.conjunction(enough, c.builder.disjunction(*signed))


def _each_member(c: Compilation, treaty: str, asked: Quorum) -> int:
    """Build the state that every member of a group, as it stands on the day, has consented."""
    states = []
    for member in everyone_ever_in(c, asked.group):
        consented = c.node("standing", treaty, member, asked.manner)
        outside = c.builder.negation(c.node("in_group", asked.group, member))
        states.append(c.builder.disjunction(outside, consented))
    return c.builder.conjunction(*states)
