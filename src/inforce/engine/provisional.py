"""Provisional application, before entry into force: who applies a text, since when, and how it stops.

General law: Vienna Convention, art. 25. The text is applied because a clause says so or because some have agreed on
it; it stops with the entry into force, by declaring otherwise where the clause lets one, or by a notice not to become
a party.
"""

from collections.abc import Iterator

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import NO, Kind, Node
from inforce.engine.compilation import Compilation
from inforce.engine.effect_days import on_named_day
from inforce.engine.evidence import Slot, actors_of
from inforce.engine.parties import is_party_alone, joined, parties_of
from inforce.model import Clause

_TWO = 2.0
"""A text that one alone applies is applied between nobody."""


def provisional(c: Compilation, treaty: str, instrument: str, party: str) -> int:
    """Build the state that a text is applied provisionally by a party; by two at least, if none is named."""
    if not c.clauses_that(treaty, "applies") and not c.act_slots("apply", treaty):
        return c.builder.constant(NO)
    everyone = parties_of(c, treaty)
    if party:
        return _by_one(c, treaty, instrument, party) if party in everyone else c.builder.constant(NO)
    applying = [c.node("provisional", treaty, instrument, one) for one in everyone]
    by_any = c.builder.disjunction(*applying)
    if c.builder.nodes[by_any].kind is Kind.CONSTANT:
        return by_any
    states = tuple(
        c.builder.disjunction(state, c.node("member", treaty, one))
        for state, one in zip(applying, everyone, strict=True)
    )
    enough = c.builder.add(Node(Kind.COUNT, states, weights=(1.0,) * len(states), threshold=_TWO))
    return c.builder.conjunction(by_any, enough)


def _by_one(c: Compilation, treaty: str, instrument: str, party: str) -> int:
    bases = [c.node("applied_by", treaty, clause.id, party) for clause in clauses_on(c, treaty, instrument)]
    bases.append(c.node("applied_by_agreement", treaty, instrument, party))
    return c.builder.conjunction(c.builder.disjunction(*bases), pending(c, treaty, instrument, party))


def clauses_on(c: Compilation, treaty: str, instrument: str) -> Iterator[Clause]:
    """Yield the clauses by which a text is applied provisionally; what is said of the treaty goes for its parts."""
    for clause in c.clauses_that(treaty, "applies"):
        if clause.provisional is not None and clause.provisional.instrument in ("", instrument):
            yield clause


def pending(c: Compilation, treaty: str, instrument: str, party: str) -> int:
    """Build the state that a text has neither entered into force for a party nor ended."""
    over = c.builder.disjunction(
        c.node("bound", treaty, instrument, party), c.node("ended", treaty, instrument)
    )
    return c.builder.negation(over)


def bound(c: Compilation, treaty: str, instrument: str, party: str) -> int:
    """Build the state that a text has entered into force for a party, whatever became of that later."""
    entered = c.node("entered", treaty, instrument)
    if not party or not is_party_alone(c, treaty):
        return entered
    return c.builder.conjunction(entered, joined(c, treaty, party))


def lapsed_application(c: Compilation, treaty: str, instrument: str, party: str) -> int:
    """Build the state that a text was applied provisionally, is no longer, and has not entered into force."""
    applied = c.node("provisional", treaty, instrument, party)
    was = c.builder.latch(c.builder.rise(applied))
    over = c.builder.disjunction(applied, c.node("bound", treaty, instrument, party))
    return c.builder.conjunction(was, c.builder.negation(over))


# By agreement


def applied_by_agreement(c: Compilation, treaty: str, instrument: str, party: str) -> int:
    """Build the state that a party has agreed with others to apply a text provisionally."""
    begun = []
    for slot in slots_on(c, "apply", treaty, party, instrument):
        for event, occurrence in c.occurrences(slot) if len(actors_of(slot)) > 1 else ():
            act = c.builder.act(event, lambda: c.node("may_agree", treaty, instrument, party), name="apply")
            begun.append(on_named_day(c, act, occurrence) if act != NOBODY else NOBODY)
    on = c.builder.any_of(*begun)
    if on == NOBODY:
        return c.builder.constant(NO)
    return c.builder.latch(on, c.builder.any_of(*notices_by_rule(c, treaty, party)))


def may_agree(c: Compilation, treaty: str, instrument: str, party: str) -> int:
    """Build the state that a party may agree to apply a text: it has not entered into force for it, nor ended."""
    return c.builder.named_conjunction({"pending": pending(c, treaty, instrument, party)})


def slots_on(c: Compilation, verb: str, treaty: str, party: str, instrument: str) -> list[Slot]:
    """Return the slots in which a party does something with a text, or with the treaty as a whole."""
    return [
        slot
        for slot in c.act_slots(verb, treaty)
        if party in actors_of(slot)
        and (not slot[4] or (isinstance(slot[4], tuple) and instrument in slot[4]))
    ]


def notices_by_rule(c: Compilation, treaty: str, party: str) -> list[int]:
    """Return the events that a notice not to become a party works by the rule, where the clause is silent."""
    notices = (clause for clause in c.clauses_that(treaty, "unapplies") if clause.rule)
    return [c.node("effect", treaty, clause.id, party) for clause in notices]
