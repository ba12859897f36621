"""What may stand beside a status without replacing it (design, 3.5)."""

from inforce.engine.circuit import NO
from inforce.engine.compilation import Compilation
from inforce.engine.duties import about, acts_on_clause
from inforce.engine.effect_days import revocation
from inforce.engine.ending import holders
from inforce.engine.notices import steps_of
from inforce.engine.parties import parties_of
from inforce.engine.powers import exercises

_SAID = {"breach_alleged": "allege", "breach_found": "finding", "breach_admitted": "admit"}
_OWN = ("leaves", "unsigns", "unapplies")
"""Effects of a power that concern the one who uses it, and nobody else."""


def flag(c: Compilation, treaty: str, clause: str, bearer: str, name: str, other: str = "") -> int:
    """Build the state of one flag: of a clause for its bearer, of the treaty as a whole, for one or between two."""
    if not clause:
        named = tuple(party for party in (bearer, other) if party)
        return _of_treaty(c, treaty, named or parties_of(c, treaty), name)
    if name in _SAID:
        return c.node("breach_said", treaty, clause, bearer, _SAID[name])
    if name == "breach_unremedied":
        return _unremedied(c, treaty, clause, bearer)
    if name == "tolerated":
        slots = acts_on_clause(c, c.clause(treaty, clause), "tolerate", "")
        return c.builder.latch(c.builder.any_of(*(c.event(slot) for slot in slots if about(slot, bearer))))
    if name == "performance_suspended":
        return c.node("suspended", treaty)
    return c.builder.constant(NO)


def _unremedied(c: Compilation, treaty: str, clause: str, bearer: str) -> int:
    found = c.clause(treaty, clause)
    if found.kind not in ("achieve", "maintain", "prohibition"):
        return c.builder.constant(NO)
    return c.node("unremedied", treaty, found.id, bearer)


def _of_treaty(c: Compilation, treaty: str, parties: tuple[str, ...], name: str) -> int:
    if name == "notice_running":
        whole = parties == parties_of(c, treaty)
        void = (
            c.node("void", treaty, "" if whole else party) for party in (parties[:1] if whole else parties)
        )
        running = c.builder.disjunction(*_notices(c, treaty, parties))
        return c.builder.conjunction(running, c.builder.negation(c.builder.disjunction(*void)))
    if name == "performance_suspended":
        return c.node("suspended", treaty)
    if name not in _SAID:
        return c.builder.constant(NO)
    return c.builder.disjunction(
        *(c.node("breach_said", treaty, "", party, _SAID[name]) for party in parties)
    )


def _notices(c: Compilation, treaty: str, parties: tuple[str, ...]) -> list[int]:
    """Return, for each notice under a power, the state that it runs: it has not worked yet and was not revoked.

    A notice by which a party leaves, or will not become one, is its own affair; one that ends the treaty runs for all.
    """
    running = []
    for clause in c.clauses(treaty):
        if clause.effect is None or not (clause.notice or clause.effect.at_end_of or steps_of(clause)):
            continue
        for who in holders(c, clause):
            if clause.effect.what in _OWN and who not in parties:
                continue
            worked = c.node("effect", treaty, clause.id, who)
            for used, _, occurrence in exercises(c, treaty, clause.id, who):
                over = c.builder.any_of(worked, revocation(c, treaty, occurrence))
                running.append(c.builder.latch(used, over))
    return running
