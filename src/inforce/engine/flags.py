"""What may stand beside a status without replacing it (design, 3.5)."""

from inforce.engine.circuit import NO
from inforce.engine.compilation import Compilation
from inforce.engine.duties import acts_on_clause
from inforce.engine.ending import holders
from inforce.engine.parties import parties_of

_SAID = {"breach_alleged": "allege", "breach_found": "finding", "breach_admitted": "admit"}


def flag(c: Compilation, treaty: str, clause: str, bearer: str, name: str) -> int:
    """Build the state of one flag: of a clause for its bearer, or of the treaty as a whole."""
    if not clause:
        return _of_treaty(c, treaty, bearer, name)
    if name in _SAID:
        return c.node("breach_said", treaty, clause, bearer, _SAID[name])
    if name == "breach_unremedied":
        return _unremedied(c, treaty, clause, bearer)
    if name == "tolerated":
        slots = acts_on_clause(c, c.clause(treaty, clause), "tolerate", "")
        return c.builder.latch(c.builder.any_of(*(c.event(slot) for slot in slots)))
    if name == "performance_suspended":
        return c.node("suspended", treaty)
    return c.builder.constant(NO)


def _unremedied(c: Compilation, treaty: str, clause: str, bearer: str) -> int:
    found = c.clause(treaty, clause)
    if found.kind not in ("achieve", "maintain", "prohibition"):
        return c.builder.constant(NO)
    return c.node("unremedied", treaty, found.id, bearer)


def _of_treaty(c: Compilation, treaty: str, bearer: str, name: str) -> int:
    if name == "notice_running":
        valid = c.builder.negation(c.node("void", treaty, bearer))
        return c.builder.conjunction(c.builder.disjunction(*_notices(c, treaty)), valid)
    if name == "performance_suspended":
        return c.node("suspended", treaty)
    if name not in _SAID:
        return c.builder.constant(NO)
    parties = (bearer,) if bearer else parties_of(c, treaty)
    return c.builder.disjunction(
        *(c.node("breach_said", treaty, "", party, _SAID[name]) for party in parties)
    )


def _notices(c: Compilation, treaty: str) -> list[int]:
    """Return, for each power used by notice, the state that its notice runs and has not worked yet."""
    running = []
    for clause in c.clauses(treaty):
        if clause.effect is None or not (clause.notice or clause.effect.at_end_of):
            continue
        for who in holders(c, clause):
            used = c.node("exercise", treaty, clause.id, who)
            running.append(c.builder.latch(used, c.node("effect", treaty, clause.id, who)))
    return running
