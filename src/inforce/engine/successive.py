"""Clauses that give way to those of a later treaty (Vienna Convention, art. 30(3) and (4))."""

from inforce.engine.circuit import NO, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.parties import parties_of
from inforce.model import Clause


def displaced(c: Compilation, clause: Clause, bearer: str) -> int:
    """Build the state that a clause gives way: to its bearer, towards the one for whom it is asked or towards all.

    It comes back when the later treaty ends, for it was never repealed.
    """
    rule = next((rule for rule, residual in c.residuals(clause.treaty) if residual.later_goes_before), None)
    later = dict.fromkeys(
        each.later for each in c.treaty(clause.treaty).displaced if each.clause == clause.id
    )
    if rule is None or not later:
        return c.builder.constant(NO)
    gives_way = c.builder.disjunction(*(_for_whom(c, clause, each, bearer) for each in later))
    return c.builder.under(gives_way, Reason("rule", rule.id, rule.sentence))


def _for_whom(c: Compilation, clause: Clause, later: str, bearer: str) -> int:
    """Build the state that a later treaty governs all that a clause is asked about."""
    parties = parties_of(c, clause.treaty)
    if c.pair[1]:
        return c.builder.conjunction(*(_bound(c, later, who) for who in c.pair))
    others = [
        c.builder.disjunction(_bound(c, later, one), c.builder.negation(c.node("member", clause.treaty, one)))
        for one in parties
        if one != bearer
    ]
    own = [_bound(c, later, bearer)] if bearer in parties else []
    return c.builder.conjunction(c.node("in_force", later, ""), *own, *others)


def _bound(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a treaty is in force for a party, and not void for it."""
    valid = c.builder.negation(c.node("void", treaty, party))
    return c.builder.conjunction(c.node("member", treaty, party), valid)
