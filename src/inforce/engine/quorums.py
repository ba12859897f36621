"""Whether the consents that an entry into force asks for are there: by name, by number, by share, by part."""

from collections.abc import Iterator

from inforce.engine.circuit import NO, YES, Kind, Node
from inforce.engine.compilation import Compilation
from inforce.engine.groups import everyone_ever_in
from inforce.engine.parties import parties_of
from inforce.model import Quorum, Weight

_PARTS = {"a majority": (1, 2, 1), "two thirds": (2, 3, 0), "three quarters": (3, 4, 0)}
"""A part of the signatories: numerator, denominator, and 1 where it has to be more than that."""


def quorum(c: Compilation, treaty: str, asked: Quorum) -> int:
    """Build the state that the acts of consent that a clause asks for are there."""
    if asked.part:
        return _part_of_signatories(c, treaty, asked)
    if asked.each_party or asked.actors:
        parties = asked.actors or c.treaty(treaty).parties
        return c.builder.conjunction(
            *(c.node("in_place_of", treaty, party, asked.manner) for party in parties)
        )
    if asked.group and not asked.number and not asked.weight:
        return _each_member(c, treaty, asked)
    counted = [
        (state, weight)
        for party in parties_of(c, treaty)
        for state, weight in _counted(c, treaty, party, asked)
    ]
    return _count(c, counted, asked.share if asked.weight else float(asked.number))


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


def _counted(c: Compilation, treaty: str, party: str, asked: Quorum) -> Iterator[tuple[int, float]]:
    """Yield the states in which a party counts, each with its weight: consented, and in the group if one is asked."""
    state = c.node("standing", treaty, party, asked.manner)
    if asked.group:
        state = c.builder.conjunction(state, c.node("in_group", asked.group, party))
    if not asked.weight:
        yield state, 1.0
        return
    own = [item for item in c.terms(treaty, "").weights if (item.name, item.actor) == (asked.weight, party)]
    own.sort(key=lambda item: (item.since is not None, item.since or 0))
    for turn, weight in enumerate(own):
        yield c.builder.conjunction(state, _while(c, weight, own[turn + 1 :])), weight.value


def _while(c: Compilation, weight: Weight, later: list[Weight]) -> int:
    """Build the state that a weight is the one of the day: it has begun, and no later one has."""
    over = [c.builder.latch(c.on_day(item.since)) for item in later[:1] if item.since is not None]
    begun = c.builder.constant(YES) if weight.since is None else c.builder.latch(c.on_day(weight.since))
    return c.builder.conjunction(begun, *(c.builder.negation(state) for state in over))


def _each_member(c: Compilation, treaty: str, asked: Quorum) -> int:
    """Build the state that every member of a group, as it stands on the day, has consented."""
    states = []
    for member in everyone_ever_in(c, asked.group):
        consented = c.node("standing", treaty, member, asked.manner)
        outside = c.builder.negation(c.node("in_group", asked.group, member))
        states.append(c.builder.disjunction(outside, consented))
    return c.builder.conjunction(*states)
