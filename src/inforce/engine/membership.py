"""Clauses as between those who have joined: from the later entry on, until the first of them leaves (design, S14)."""

from collections.abc import Mapping

from inforce.engine.circuit import YES
from inforce.engine.compilation import Compilation
from inforce.engine.parties import is_party_alone, parties_of
from inforce.model import Clause


def as_between(
    c: Compilation, clause: Clause, held: Mapping[str, int], who: tuple[str, str]
) -> dict[str, int]:
    """Return the statuses of a clause, narrowed to the days on which its bearer and its counterparty are members.

    ``held`` has the state of each status, ``who`` the bearer and the counterparty; the latter is empty where the
    clause is not asked as between two. Who cannot be a party is not concerned by a clause about each party.
    """
    found = dict(held)
    named = tuple(party for party in who if party in c.book.actors)
    everyone = parties_of(c, clause.treaty)
    if clause.bearer.each and set(named) - set(everyone) and "not_applicable" in found:
        return found | {"not_applicable": c.builder.constant(YES)}
    members = [party for party in named if party in everyone]
    if clause.from_signature or not is_party_alone(c, clause.treaty):
        return found
    found["not_yet_operative"] = c.builder.disjunction(
        held["not_yet_operative"], *(_outside(c, clause, party) for party in members)
    )
    over = "ceased" if clause.kind == "constitutive" else "ended"
    if who[1] in members and not clause.survives and not clause.on_expiry:
        gone = c.builder.latch(c.node("departure", clause.treaty, who[1]))
        found[over] = c.builder.disjunction(held[over], gone)
    return found


def _outside(c: Compilation, clause: Clause, party: str) -> int:
    """Build the state that a party has not joined yet, while there still is something to join."""
    joined = c.builder.latch(c.builder.rise(c.node("member", clause.treaty, party)))
    over = c.node("ended", clause.treaty, clause.instrument)
    return c.builder.conjunction(c.builder.negation(joined), c.builder.negation(over))
