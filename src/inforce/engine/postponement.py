"""An effect that is held back: on the day on which it would follow it is asked whether something still goes on."""

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import Reason
from inforce.engine.compilation import Compilation
from inforce.engine.parties import consents_of
from inforce.engine.powers import other_party
from inforce.model import Clause


def unless_held_back(c: Compilation, clause: Clause, holder: str, event: int, revoked: int) -> int:
    """Build the event that an effect comes about: on its day, or on the first day on which nothing holds it back.

    While it waits the act can still be revoked. A party that consents anew begins anew.
    """
    if clause.postponed is None or event == NOBODY:
        return event
    other = other_party(c, clause.treaty, holder)
    free = c.builder.negation(c.node("condition", clause.treaty, clause.postponed, holder, other))
    come = c.builder.conjunction(c.builder.latch(event), free)
    in_time = c.builder.gate(revoked, c.builder.negation(come))
    anew = [consent for consent, _ in consents_of(c, clause.treaty, holder)] if holder else []
    run = c.builder.latch(event, c.builder.any_of(in_time, *anew), _reason(clause))
    return c.builder.rise(c.builder.conjunction(run, free))


def _reason(clause: Clause) -> Reason:
    text = next((line.text for line in clause.lines if line.key == "postponed so long as"), "")
    return Reason("clause", clause.id, f"postponed so long as {text}", clause.citations)
