"""The procedure for what is invoked against a treaty: notice, time, objection (Vienna Convention, arts. 65 to 68)."""

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import YES
from inforce.engine.compilation import Compilation
from inforce.engine.effect_days import named_objects, revocation
from inforce.engine.evidence import Occurrence, actors_of
from inforce.engine.parties import parties_of
from inforce.model import Act, Clause
from inforce.rules import RULES
from inforce.temporal import Span

_RULE = "procedure"
_OPEN = "whether an objection bars what is invoked against a treaty"
_SIDES = ("an objection does not bar it", "an objection bars it until it is settled")


def waiting(c: Compilation, clause: Clause, occurrence: Occurrence | None) -> Span | None:
    """Return how long one use waits for an objection; None where the procedure plays no part in it.

    It plays one for the grounds of the Convention: where the view applies the rule, and, since it is disputed whether
    it is law, where somebody has objected and the view does not say.
    """
    if clause.effect is None or not clause.effect.under:
        return None
    applied = _applied(c, clause.treaty)
    if applied is not None or c.view.rules is not None or _RULE in c.view.without:
        return applied
    return _usual(c, clause.treaty) if _objections(c, clause.treaty, occurrence) else None


def _applied(c: Compilation, treaty: str) -> Span | None:
    return next((residual.waits for _, residual in c.residuals(treaty) if residual.waits), None)


def _usual(c: Compilation, treaty: str) -> Span | None:
    return RULES[_RULE].residual(c.treaty(treaty)).waits


def is_law(c: Compilation, treaty: str) -> int:
    """Build the state that the procedure is law: it is in a view that applies the rule, else it is disputed."""
    return c.builder.constant(YES) if _applied(c, treaty) else c.open_law(_OPEN, _SIDES)


def not_objected(c: Compilation, treaty: str, worked: int, occurrence: Occurrence | None) -> int:
    """Build the event that what was invoked works: its time has run, and no objection stands, or none any more."""
    if worked == NOBODY:
        return NOBODY
    standing = c.builder.disjunction(*_objections(c, treaty, occurrence))
    return c.builder.rise(c.builder.conjunction(c.builder.latch(worked), c.builder.negation(standing)))


def _objections(c: Compilation, treaty: str, occurrence: Occurrence | None) -> list[int]:
    """Return the states that a party has objected to one use, which must have a label for that."""
    done = occurrence.proposition if occurrence else None
    if not isinstance(done, Act) or not done.label:
        return []
    by, others = {actor.code for actor in done.actors}, set(parties_of(c, treaty))
    return [
        c.builder.latch(event, revocation(c, treaty, objection))
        for slot in c.act_slots("contest", treaty)
        if done.label in named_objects(slot) and set(actors_of(slot)) & (others - by)
        for event, objection in c.occurrences(slot)
    ]
