"""Refusing to become a party: who is a signatory still, and who may end the interim duty or provisional application.

General law: Vienna Convention, arts. 18 and 25(2).
"""

from inforce.engine.circuit import NO, YES, Kind, Node
from inforce.engine.compilation import Compilation
from inforce.engine.effect_days import revocation
from inforce.engine.entry import entry_rule
from inforce.engine.lost_rights import lost
from inforce.engine.membership import of_others
from inforce.engine.parties import parties_of
from inforce.engine.powers import BEFORE_FORCE, basis, exercises
from inforce.engine.provisional import pending
from inforce.model import STATUSES


def unbound_signatory(c: Compilation, treaty: str, name: str, party: str) -> int:
    """Build the state that a party has signed and not consented to be bound: it owes the interim duty alone."""
    consented = c.builder.latch(_consent(c, treaty, party))
    return c.builder.conjunction(c.node("signed", treaty, party), c.builder.negation(consented))


def _consent(c: Compilation, treaty: str, party: str) -> int:
    """Return the event that a party consents to be bound, in a manner that the entry into force asks for."""
    rule, _ = entry_rule(c, treaty, "")
    manners = tuple(quorum.manner for quorum in rule.quorums) if rule and rule.quorums else ("ratification",)
    return c.builder.any_of(
        *(c.node("consent_event", treaty, party, manner) for manner in (*manners, "accession"))
    )


def signatory(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a party, or anyone if none is named, has signed and not refused since."""
    if not party:
        return c.builder.disjunction(*(c.node("signatory", treaty, one) for one in parties_of(c, treaty)))
    return c.builder.conjunction(
        c.node("signed", treaty, party), c.builder.negation(c.node("refused", treaty, party))
    )


def refused(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a signatory has made clear that it will not become a party.

    It is a signatory again if it revokes its notice, or consents to be bound after all.
    """
    states = [
        c.builder.latch(act, c.builder.any_of(_consent(c, treaty, party), revocation(c, treaty, occurrence)))
        for clause in c.clauses_that(treaty, "unsigns")
        for act, _, occurrence in exercises(c, treaty, clause.id, party)
    ]
    return c.builder.disjunction(*states)


def right_status(c: Compilation, treaty: str, name: str, holder: str, verb: str) -> int:
    """Build the chain of a power that needs no treaty in force: to refuse, to decline to apply it, to impeach it."""
    build = {"refuse": _refusing, "decline": _declining, "impeach": _impeaching}[verb]
    clause, held = c.clause(treaty, name), build(c, treaty, name, holder)
    absent = held.get("not_applicable", c.builder.constant(NO))
    held["not_applicable"] = c.builder.disjunction(absent, of_others(c, clause, holder))
    order = STATUSES["power"]
    states = tuple(held.get(status, c.builder.constant(NO)) for status in order[:-1])
    chain = (*states, c.builder.constant(YES))
    return c.builder.add(Node(Kind.CHAIN, chain, statuses=order, reason=basis(c, clause)))


def _refusing(c: Compilation, treaty: str, name: str, holder: str) -> dict[str, int]:
    effect = c.clause(treaty, name).effect
    assert effect is not None
    ability = c.node(BEFORE_FORCE[effect.what], treaty, name, holder)
    was = c.builder.latch(c.builder.rise(ability))
    return {
        "not_applicable": c.node("void", treaty, holder),
        "not_yet_operative": c.builder.negation(was),
        "exercised": c.node("used_up", treaty, name, holder),
        "ended": c.builder.negation(ability),
    }


def _declining(c: Compilation, treaty: str, name: str, holder: str) -> dict[str, int]:
    clause = c.clause(treaty, name)
    assert clause.provisional is not None
    at_signature = clause.opting_out == "at signature"
    return {
        "not_applicable": c.node("void", treaty, holder) if clause.opting_out else c.builder.constant(YES),
        "exercised": c.builder.latch(c.node("declined", treaty, name, holder)),
        "ended": c.builder.negation(pending(c, treaty, clause.provisional.instrument, holder)),
        "lost": c.node("signed", treaty, holder) if at_signature else c.builder.constant(NO),
    }


def _impeaching(c: Compilation, treaty: str, name: str, holder: str) -> dict[str, int]:
    return {
        "not_yet_operative": c.builder.negation(c.node("begun", treaty)),
        "exercised": c.builder.latch(c.node("exercise", treaty, name, holder)),
        "lost": lost(c, treaty, name, holder),
        "conditional": c.builder.negation(c.node("once_met", treaty, name, holder)),
    }
