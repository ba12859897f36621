"""Clauses as between those who have joined: from the later entry on, until the first of them leaves (design, S14)."""

from collections.abc import Mapping

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import NO, YES
from inforce.engine.compilation import Compilation
from inforce.engine.parties import is_party_alone, left, parties_of
from inforce.engine.sparing import spared
from inforce.model import Clause, Offset


def begun_for(c: Compilation, clause: Clause, who: str) -> int:
    """Build the state that the text of a clause has begun for one: in force, or applied provisionally before.

    A power to end what is in force has nothing to work on before that.
    """
    party = who if who in parties_of(c, clause.treaty) else ""
    bound = c.node("bound", clause.treaty, clause.instrument, party)
    if clause.kind == "power" and clause.effect:
        return bound
    actor = who if who in c.book.actors else ""
    applied = c.node("provisional", clause.treaty, clause.instrument, actor)
    return c.builder.disjunction(bound, c.builder.latch(c.builder.rise(applied)))


def of_others(c: Compilation, clause: Clause, bearer: str) -> int:
    """Build the state that a clause is borne by others: by actors that it names, or by a group as it then stands."""
    if bearer not in c.book.actors or clause.bearer.subject:
        return c.builder.constant(NO)
    if clause.bearer.group:
        return c.builder.negation(c.node("in_group", clause.bearer.group, bearer))
    named = clause.bearer.actors
    return c.builder.constant(YES if named and bearer not in named else NO)


def as_between(
    c: Compilation, clause: Clause, held: Mapping[str, int], who: tuple[str, str]
) -> dict[str, int]:
    """Return the statuses of a clause, narrowed to the days on which its counterparty is a member.

    ``held`` has the state of each status, ``who`` the bearer and the counterparty; the latter is empty where the
    clause is not asked as between two. Who cannot be a party is not concerned by a clause about each party.
    """
    found = dict(held)
    everyone = parties_of(c, clause.treaty)
    named = {party for party in who if party in c.book.actors}
    if clause.bearer.each and named - set(everyone) and "not_applicable" in found:
        return found | {"not_applicable": c.builder.constant(YES)}
    other = who[1]
    if other not in everyone or clause.from_signature or not is_party_alone(c, clause.treaty):
        return found
    found["not_yet_operative"] = c.builder.disjunction(held["not_yet_operative"], _outside(c, clause, other))
    over = "ceased" if clause.kind == "constitutive" else "ended"
    if not clause.survives and not clause.on_expiry:
        departure = c.node("departure", clause.treaty, other, *spared(c, clause))
        gone = left(c, clause.treaty, other, departure)
        found[over] = c.builder.disjunction(held[over], gone)
    elif clause.outlives is not None:
        found[over] = c.builder.disjunction(held[over], outlived(c, clause, other))
    return found


def outlived(c: Compilation, clause: Clause, who: str) -> int:
    """Build the state that the time is over for which a clause outlives the treaty, for one party or for all.

    It is counted from the end of the treaty or, before that, from the day on which the party left it or stopped
    applying it provisionally; who comes back has it anew.
    """
    if clause.outlives is None:
        return c.builder.constant(NO)
    text = (clause.treaty, clause.instrument)
    actor = who if who in c.book.actors else ""
    over = [c.node("end", *text), c.builder.rise(c.node("lapsed_application", *text, actor))]
    back = NOBODY
    if who in parties_of(c, clause.treaty):
        over.append(c.node("departure", clause.treaty, who))
        back = c.builder.rise(c.node("member", clause.treaty, who))
    time = c.builder.timer(c.builder.any_of(*over), Offset(after=clause.outlives), back)
    return c.builder.latch(time, back)


def _outside(c: Compilation, clause: Clause, party: str) -> int:
    """Build the state that a clause has not begun for a party yet, while there still is something to join."""
    over = c.node("ended", clause.treaty, clause.instrument)
    outside = c.builder.negation(begun_for(c, clause, party))
    return c.builder.conjunction(outside, c.builder.negation(over))
