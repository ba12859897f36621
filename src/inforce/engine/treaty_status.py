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


def _held(c: Compilation, treaty: str, instrument: str, party: str, other: str = "") -> dict[str, int]:
    """Build what holds for all, or for one party, or for it towards another."""
    if party and party not in parties_of(c, treaty):
        return {"not_a_party": c.builder.constant(YES)}
    alone = bool(party) and is_party_alone(c, treaty)
    in_force = c.node("member", treaty, party) if alone else c.node("in_force", treaty, instrument)
    if alone and instrument:
        in_force = c.builder.conjunction(in_force, c.node("in_force", treaty, instrument))
    return {
        "ended": _ended(c, treaty, instrument, party, alone),
        "suspended": c.builder.conjunction(in_force, _rests(c, treaty, party)),
        "in_force": in_force,
        **_before_force(c, treaty, instrument, (party, other), alone),
        "void": c.node("void", treaty, party),
    }


def _before_force(
    c: Compilation, treaty: str, instrument: str, pair: tuple[str, str], alone: bool
) -> dict[str, int]:
    """Build the states of one who is not bound yet: a signatory, one who applies it provisionally, or neither.

    Who refused, or whose consent is void, is no party; but as long as it applies the text provisionally it does that.
    """
    party, _ = pair
    over = joined(c, treaty, party) if alone else c.node("entered", treaty, instrument)
    waiting, signatory = c.builder.negation(over), c.node("signatory", treaty, party)
    applied = _applied(c, treaty, instrument, pair)
    refused = (
        c.builder.conjunction(c.node("refused", treaty, party), waiting) if party else c.builder.constant(NO)
    )
    failed = c.node("void_consent", treaty, party) if alone else c.builder.constant(NO)
    gone = c.node("extinct", party) if party else c.builder.constant(NO)
    outside = c.builder.disjunction(refused, failed, c.builder.conjunction(gone, waiting))
    return {
        "not_a_party": c.builder.conjunction(outside, c.builder.negation(applied)),
        "provisional": applied,
        "signed": c.builder.conjunction(signatory, waiting),
        "not_concluded": c.builder.conjunction(c.builder.negation(signatory), waiting),
    }


def _applied(c: Compilation, treaty: str, instrument: str, pair: tuple[str, str]) -> int:
    """Build the state that one applies a text provisionally, towards another if one is named.

    Where an objection keeps the treaty out of force between them, no entry into force is pending that it could be
    applied before (Vienna Convention, arts. 20(4)(b) and 25(1)).
    """
    applied = c.node("provisional", treaty, instrument, pair[0])
    if not pair[1]:
        return applied
    return c.builder.conjunction(applied, c.builder.negation(c.node("opposed", treaty, *pair)))


_TWO = 2


def _rests(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a treaty rests; of many parties, one whose consent is yet to come lets it rest for none."""
    named = c.treaty(treaty).parties
    of_whom = (party,) if party else named if len(named) == _TWO else ()
    waits = [c.node("awaiting", treaty, one) for one in of_whom]
    alone = (c.node("resting_alone", treaty, party),) if party else ()
    return c.builder.disjunction(c.node("suspended", treaty), *alone, *waits)


def _ended(c: Compilation, treaty: str, instrument: str, party: str, alone: bool) -> int:
    ended = c.node("ended", treaty, instrument)
    if not alone:
        return ended
    gone = left(c, treaty, party, c.node("end", treaty, ""), c.node("departure", treaty, party))
    if not instrument:
        return gone
    return c.builder.disjunction(gone, c.builder.conjunction(joined(c, treaty, party), ended))


_BEGUN = {"provisional": ("provisional", "in_force"), "signed": ("signed", "provisional", "in_force")}
"""What holds between two where it, or more than it, holds for each."""


def pair_status(c: Compilation, treaty: str, one: str, other: str, instrument: str = "") -> int:
    """Build the chain of a treaty or instrument between two: in force when it is for both (design, S14)."""
    held = tuple(_held(c, treaty, instrument, *pair) for pair in ((one, other), (other, one)))
    beside = between_two(c, treaty, one, other)
    states = tuple(_of_pair(c, held, status, beside.get(status, ())) for status in TREATY_STATUSES)
    return c.builder.add(Node(Kind.CHAIN, states, statuses=TREATY_STATUSES, name=f"{one}-{other}"))


def _of_pair(c: Compilation, held: tuple[dict[str, int], ...], status: str, beside: tuple[int, ...]) -> int:
    """Build one status between two: what begins or is in force is for both, anything else for one is for the pair.

    ``beside`` has what gives the status between the two alone. Void is a treaty of which both could be parties.
    """
    if status == "in_force":
        return c.builder.conjunction(*(each.get("in_force", c.builder.constant(NO)) for each in held))
    if status in _BEGUN:
        begun = (c.builder.disjunction(*_of(each, _BEGUN[status])) for each in held)
        return c.builder.conjunction(*begun)
    if not all(status in each or status == "not_a_party" for each in held):
        return c.builder.constant(NO)
    return c.builder.disjunction(*(state for each in held for state in _of(each, (status,))), *beside)


def _of(held: dict[str, int], statuses: tuple[str, ...]) -> list[int]:
    return [held[status] for status in statuses if status in held]
