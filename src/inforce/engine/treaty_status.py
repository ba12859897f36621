"""The status of a treaty: for all, for one party, or between two."""

from inforce.engine.circuit import NO, YES, Kind, Node
from inforce.engine.compilation import Compilation
from inforce.engine.entry import entry_rule
from inforce.engine.pairs import between_two
from inforce.engine.parties import is_party_alone, joined, left, parties_of
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
    alone = bool(party) and is_party_alone(c, treaty)
    in_force = c.node("member", treaty, party) if alone else c.node("in_force", treaty, instrument)
    if alone and instrument:
        in_force = c.builder.conjunction(in_force, c.node("in_force", treaty, instrument))
    waiting = c.builder.negation(c.node("entered", treaty, instrument))
    if alone:
        waiting = c.builder.negation(joined(c, treaty, party))
    return {
        "not_a_party": c.node("void_consent", treaty, party) if alone else c.builder.constant(NO),
        "ended": _ended(c, treaty, instrument, party, alone),
        "suspended": c.builder.conjunction(in_force, _rests(c, treaty, party)),
        "in_force": in_force,
        "signed": c.builder.conjunction(c.node("signed", treaty, party), waiting),
        "not_concluded": c.builder.conjunction(c.builder.negation(c.node("signed", treaty, party)), waiting),
    }


def _rests(c: Compilation, treaty: str, party: str) -> int:
    waits = [c.node("awaiting", treaty, one) for one in ((party,) if party else c.treaty(treaty).parties)]
    return c.builder.disjunction(c.node("suspended", treaty), *waits)


def _ended(c: Compilation, treaty: str, instrument: str, party: str, alone: bool) -> int:
    ended = c.node("ended", treaty, instrument)
    if not alone:
        return ended
    gone = left(c, treaty, party, c.node("end", treaty, ""), c.node("departure", treaty, party))
    if not instrument:
        return gone
    return c.builder.disjunction(gone, c.builder.conjunction(joined(c, treaty, party), ended))


def pair_status(c: Compilation, treaty: str, one: str, other: str, instrument: str = "") -> int:
    """Build the chain of a treaty or instrument between two: in force when it is for both (design, S14)."""
    held = tuple(_held(c, treaty, instrument, party) for party in (one, other))
    beside = between_two(c, treaty, one, other)
    states = tuple(_of_pair(c, held, status, beside.get(status, ())) for status in TREATY_STATUSES)
    return c.builder.add(Node(Kind.CHAIN, states, statuses=TREATY_STATUSES, name=f"{one}-{other}"))


def _of_pair(c: Compilation, held: tuple[dict[str, int], ...], status: str, beside: tuple[int, ...]) -> int:
    """Build one status between two: in force and signed are for both, anything else for one is for the pair.

    ``beside`` has what gives the status between the two alone.
    """
    if status == "in_force":
        return c.builder.conjunction(*(each.get("in_force", c.builder.constant(NO)) for each in held))
    if status == "signed":
        begun = (c.builder.disjunction(*_of(each, ("signed", "in_force"))) for each in held)
        return c.builder.conjunction(*begun)
    return c.builder.disjunction(*(state for each in held for state in _of(each, (status,))), *beside)


def _of(held: dict[str, int], statuses: tuple[str, ...]) -> list[int]:
    return [held[status] for status in statuses if status in held]
