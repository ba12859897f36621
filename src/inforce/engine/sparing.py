"""What spares a clause: that it protects persons, or that a third state has not consented to it."""

from inforce.engine.circuit import NO
from inforce.engine.compilation import Compilation
from inforce.engine.duties import acts_on_clause
from inforce.engine.parties import parties_of
from inforce.model import Clause

_BREACH = "60"
_DUTIES = ("achieve", "maintain", "prohibition")


def spared(c: Compilation, clause: Clause) -> tuple[str, ...]:
    """Return the articles under which a clause is neither suspended nor ended (Vienna Convention, art. 60(5))."""
    applied = any(residual.spares_humanitarian for _, residual in c.residuals(clause.treaty))
    return (_BREACH,) if clause.humanitarian and applied else ()


def unconsented(c: Compilation, treaty: str, name: str, bearer: str) -> int:
    """Build the state that a clause does not concern a third state: a duty not accepted, a right declined.

    General law: Vienna Convention, arts. 34 to 36. Who becomes a party is no third state.
    """
    clause = c.clause(treaty, name)
    applied = any(residual.consent_of_third for _, residual in c.residuals(treaty))
    if not applied or bearer not in c.treaty(treaty).third or bearer in parties_of(c, treaty):
        return c.builder.constant(NO)
    duty = clause.kind in _DUTIES
    slots = acts_on_clause(c, clause, "consent" if duty else "waive", bearer)
    said = c.builder.latch(c.builder.any_of(*(c.event(slot) for slot in slots)))
    return c.builder.negation(said) if duty else said
