"""Invalidity: what makes a treaty void from the start, for all or for the one whose consent is.

General law: Vienna Convention, arts. 46 to 53, 64 and 69. What is void masks the whole, from the first act on it, as it
now stands; the verdicts on earlier acts stand as they fell (design, S13).
"""

from collections.abc import Iterator

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import NO, Kind, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.effect_days import START, on_named_day
from inforce.engine.ending import holders
from inforce.engine.evidence import actors_of
from inforce.engine.lost_rights import lost
from inforce.engine.parties import parties_of
from inforce.model import FactHolds, Nullity, Rule, ground_named

_BILATERAL = 2
_MANNERS = ("signature", "ratification", "deposit", "exchange")


def void(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a treaty is void, for all or, where only its own consent is, for one party."""
    states = [*_found(c, treaty), _agreed(c, treaty), *_by_law(c, treaty), *_invoked(c, treaty, party)]
    nullity = c.builder.disjunction(*states)
    if c.builder.nodes[nullity].kind is Kind.CONSTANT:
        return nullity
    return c.builder.conjunction(c.node("begun", treaty), nullity)


def begun(c: Compilation, treaty: str) -> int:
    """Build the state that there is something to be void: somebody has signed or consented, or it has entered."""
    acts = [
        c.node("consent_event", treaty, one, manner) for one in parties_of(c, treaty) for manner in _MANNERS
    ]
    entered = c.node("entered", treaty, "")
    return c.builder.disjunction(c.builder.latch(c.builder.any_of(*acts)), entered)


def _found(c: Compilation, treaty: str) -> Iterator[int]:
    """Yield what bodies have found: void from the start, or on a new norm from its day (art. 64)."""
    for slot in c.evidence.of_kind.get("invalidity", ()):
        if slot[1] != treaty:
            continue
        anew = bool(slot[3]) and not ground_named(str(slot[3])).from_the_start
        for event, occurrence in c.occurrences(slot):
            placed = on_named_day(c, event, occurrence) if anew else c.placed(event, START)
            yield c.builder.latch(placed)


def _agreed(c: Compilation, treaty: str) -> int:
    """Build the state that all the parties have agreed that the treaty is void."""
    everyone = set(c.treaty(treaty).parties)
    acts = [
        c.builder.act(event, lambda: c.node("annullable", treaty), name="annul")
        for slot in c.act_slots("annul", treaty)
        if everyone <= set(actors_of(slot))
        for event, _ in c.occurrences(slot)
    ]
    return c.builder.disjunction(*(c.builder.latch(c.placed(act, START)) for act in acts if act != NOBODY))


def annullable(c: Compilation, treaty: str) -> int:
    """Build the state that the parties may agree that the treaty is void: there is one."""
    return c.builder.named_conjunction({"begun": c.node("begun", treaty)})


def _by_law(c: Compilation, treaty: str) -> Iterator[int]:
    """Yield what a rule makes void without anybody's invoking it."""
    for rule, residual in c.residuals(treaty):
        for nullity in residual.nullities:
            event = c.node("fact_event", treaty, FactHolds(nullity.fact), "", "")
            if event != NOBODY:
                reason = Reason("rule", rule.id, rule.sentence)
                placed = c.placed(event, START) if nullity.from_the_start else event
                so = c.builder.latch(placed, NOBODY, reason)
                yield c.builder.conjunction(so, _was_law(c, treaty, rule, nullity))


def _was_law(c: Compilation, treaty: str, rule: Rule, nullity: Nullity) -> int:
    """Build the state that a rule was law when the treaty was made; of an older treaty that is disputed."""
    if nullity.settled_from is None:
        return c.builder.negation(c.builder.constant(NO))
    settled = c.builder.latch(c.on_day(nullity.settled_from))
    first = c.builder.rise(c.node("begun", treaty))
    older = c.builder.latch(c.builder.gate(first, c.builder.negation(settled)))
    made = f"law when {treaty} was made"
    sides = (f"{rule.id} was not {made}", f"{rule.id} was {made}")
    disputed = c.open_law(f"whether {rule.id} was {made}", sides)
    return c.builder.disjunction(c.builder.negation(older), c.builder.conjunction(older, disputed))


# By invocation


def _invoked(c: Compilation, treaty: str, party: str) -> Iterator[int]:
    """Yield what a victim has invoked; among more than two parties it voids that one's consent alone (art. 69(4))."""
    bilateral = len(parties_of(c, treaty)) <= _BILATERAL
    for clause in c.clauses_that(treaty, "voids"):
        for who in holders(c, clause):
            if bilateral or who == party:
                yield c.builder.latch(c.node("effect", treaty, clause.id, who))


def impeachable(c: Compilation, treaty: str, name: str, holder: str) -> int:
    """Build the state that a victim may invoke its ground: it is established, and the right is not lost (art. 45)."""
    return c.builder.named_conjunction(
        {
            "begun": c.node("begun", treaty),
            "conditions_met": c.node("once_met", treaty, name, holder),
            "unaffirmed": c.builder.negation(lost(c, treaty, name, holder)),
        }
    )
