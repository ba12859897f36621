"""Rights to invoke a ground that are lost, because the treaty was affirmed (Vienna Convention, art. 45)."""

from inforce.engine.circuit import NO
from inforce.engine.compilation import Compilation
from inforce.engine.conditions import saying
from inforce.engine.evidence import actors_of
from inforce.model import BreachEstablished, Clause

_LOSABLE = ("46", "47", "48", "49", "50", "60", "62")
"""The articles that art. 45 names."""


def lost(c: Compilation, treaty: str, name: str, holder: str) -> int:
    """Build the state that a right to invoke is lost, where the view applies the rule.

    What was defective in a consent stays affirmed. A breach or a change can be accepted only once it has come about,
    and a later breach gives a right anew.
    """
    clause = c.clause(treaty, name)
    under = clause.effect.under if clause.effect else ""
    if under not in _LOSABLE or not any(residual.rights_lost for _, residual in c.residuals(treaty)):
        return c.builder.constant(NO)
    affirmed = c.node("affirming", treaty, holder)
    if clause.effect and clause.effect.what == "voids":
        return c.builder.latch(affirmed)
    known = c.builder.gate(affirmed, c.node("once_met", treaty, name, holder))
    return c.builder.latch(known, c.builder.any_of(*_breaches(c, clause, holder)))


def affirming(c: Compilation, treaty: str, holder: str) -> int:
    """Build the event that a party agrees, in words or by conduct, that the treaty is valid or goes on."""
    slots = [slot for slot in c.act_slots("affirm", treaty) if holder in actors_of(slot)]
    return c.builder.any_of(*(c.event(slot) for slot in slots))


def _breaches(c: Compilation, clause: Clause, holder: str) -> list[int]:
    """Return the events that establish a breach on which a power rests, by any other party."""
    named = [asked for asked in clause.once if isinstance(asked, BreachEstablished)]
    return [
        saying(c, clause.treaty, broken, party, how)
        for asked in named
        for broken in asked.clauses
        for party in c.treaty(clause.treaty).parties
        if party != holder
        for how in ("finding", "admit")
        if c.evidence.breaches.get((how, clause.treaty, party))
    ]
