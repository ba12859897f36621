"""The status of a treaty: for all, for one party, or between two."""

from inforce.engine.circuit import NO, YES, Kind, Node
from inforce.engine.compilation import Compilation
from inforce.engine.entry import entry_rule
from inforce.engine.parties import is_party_alone, parties_of
from inforce.model import TREATY_STATUSES


def treaty_status(c: Compilation, treaty: str, instrument: str, party: str) -> int:
    """Build the chain of a treaty or instrument, for one party if one is named."""
    held = _held(c, treaty, instrument, party)
    states = tuple(held.get(status, c.builder.constant(NO)) for status in TREATY_STATUSES[:-1])
    _, reason = entry_rule(c, treaty, instrument)
    chain = (*states, held.get("not_concluded", c.builder.constant(YES)))
    return c.builder.add(Node(Kind.CHAIN, chain, statuses=TREATY_STATUSES, reason=reason, name=party))


def _held(c: Compilation, treaty: str, instrument: str, party: str) -> dict[str, int]:
    if party and party not in parties_of(c, treaty):
        return {"not_a_party": c.builder.constant(YES)}
    alone = bool(party) and is_party_alone(c, treaty) and not instrument
    in_force = c.node("member", treaty, party) if alone else c.node("in_force", treaty, instrument)
    waiting = c.builder.negation(c.node("entered", treaty, instrument))
    if alone:
        waiting = c.builder.negation(c.builder.latch(c.builder.rise(in_force)))
    return {
        "ended": _ended(c, treaty, instrument, party, alone),
        "suspended": c.builder.conjunction(in_force, _rests(c, treaty, party)),
        "in_force": in_force,
        "signed": c.builder.conjunction(c.node("signatory", treaty, party), waiting),
        "not_concluded": c.builder.conjunction(
            c.builder.negation(c.node("signatory", treaty, party)), waiting
        ),
        **_before_force(c, treaty, instrument, party, waiting),
    }


def _before_force(c: Compilation, treaty: str, instrument: str, party: str, waiting: int) -> dict[str, int]:
    """Build the states of applying it provisionally, of having said that one will not join, and of its being void."""
    applied = c.node("provisional", treaty, instrument, party)
    refused = c.node("refused", treaty, party) if party else c.builder.constant(NO)
    outside = c.builder.conjunction(refused, waiting, c.builder.negation(applied))
    return {"provisional": applied, "not_a_party": outside, "void": c.node("void", treaty, party)}


def _rests(c: Compilation, treaty: str, party: str) -> int:
    waits = [c.node("awaiting", treaty, one) for one in ((party,) if party else c.treaty(treaty).parties)]
    return c.builder.disjunction(c.node("suspended", treaty), *waits)


def _ended(c: Compilation, treaty: str, instrument: str, party: str, alone: bool) -> int:
    ended = c.node("ended", treaty, instrument)
    if not alone:
        return ended
    was = c.builder.latch(c.builder.rise(c.node("member", treaty, party)))
    return c.builder.conjunction(was, c.builder.negation(c.node("member", treaty, party)))


_BEGUN = {"provisional": ("provisional", "in_force"), "signed": ("signed", "provisional", "in_force")}
"""What holds between two where it, or more than it, holds for each."""


def pair_status(c: Compilation, treaty: str, one: str, other: str) -> int:
    """Build the chain of a treaty between two: in force when it is for both (design, S14)."""
    held = tuple(_held(c, treaty, "", party) for party in (one, other))
    states = tuple(_of_pair(c, held, status) for status in TREATY_STATUSES)
    return c.builder.add(Node(Kind.CHAIN, states, statuses=TREATY_STATUSES, name=f"{one}-{other}"))


def _of_pair(c: Compilation, held: tuple[dict[str, int], ...], status: str) -> int:
    """Build one status between two: what begins or is in force is for both, anything else for one is for the pair."""
    if status == "in_force":
        return c.builder.conjunction(*(each.get("in_force", c.builder.constant(NO)) for each in held))
    if status in _BEGUN:
        begun = (c.builder.disjunction(*_of(each, _BEGUN[status])) for each in held)
        return c.builder.conjunction(*begun)
    return c.builder.disjunction(*(state for each in held for state in _of(each, (status,))))


def _of(held: dict[str, int], statuses: tuple[str, ...]) -> list[int]:
    return [held[status] for status in statuses if status in held]
