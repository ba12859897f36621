"""Whether a power has been used up: by an act that was not taken back, in the same membership."""

from inforce.engine.builder import NOBODY
from inforce.engine.compilation import Compilation
from inforce.engine.effect_days import revocation
from inforce.engine.parties import is_party_alone
from inforce.engine.powers import exercises
from inforce.model import Clause


def used_up(c: Compilation, treaty: str, name: str, holder: str) -> int:
    """Build the state that a power has been used; a use that is revoked before it works is none.

    Who comes back after leaving may leave again. General law: Vienna Convention, art. 68.
    """
    clause = c.clause(treaty, name)
    effect = c.node("effect", clause.treaty, clause.id, holder) if clause.effect else NOBODY
    unworked = c.builder.negation(c.builder.latch(effect))
    anew = _new_membership(c, clause, holder)
    states = []
    for act, _, occurrence in exercises(c, clause.treaty, clause.id, holder):
        revoked = c.builder.gate(revocation(c, clause.treaty, occurrence), unworked)
        states.append(c.builder.latch(act, c.builder.any_of(revoked, anew)))
    return c.builder.disjunction(*states)


def _new_membership(c: Compilation, clause: Clause, holder: str) -> int:
    leaves = clause.effect is not None and clause.effect.what == "leaves"
    if not holder or not leaves or not is_party_alone(c, clause.treaty):
        return NOBODY
    return c.builder.rise(c.node("member", clause.treaty, holder))
