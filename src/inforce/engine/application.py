"""Provisional application by a clause: when it begins for a party, who may declare otherwise, how it stops."""

from collections.abc import Iterable

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import NO, Kind, Node
from inforce.engine.compilation import Compilation
from inforce.engine.general_law import hears
from inforce.engine.parties import consents_of, parties_of
from inforce.engine.powers import basis, other_party
from inforce.engine.provisional import clauses_on, notices_by_rule, pending, slots_on
from inforce.model import Clause


def applied_by(c: Compilation, treaty: str, name: str, party: str) -> int:
    """Build the state that a clause has a party apply a text, and nothing that the party did has stopped it."""
    clause = c.clause(treaty, name)
    begun = c.node("application_begun", treaty, name, party)
    stops = [c.node("declined", treaty, name, party), *_notices(c, clause, party)]
    over = [c.builder.latch(stop) for stop in stops] + _own_limits(c, clause, party)
    met = c.node("conditions_met", treaty, name, party)
    applied = c.builder.conjunction(begun, met, c.builder.negation(c.builder.disjunction(*over)))
    if c.builder.nodes[applied].kind is Kind.CONSTANT:
        return applied
    return c.builder.add(Node(Kind.AND, (applied,), reason=basis(c, clause)))


def application_begun(c: Compilation, treaty: str, name: str, party: str) -> int:
    """Build the state that the day has come from which a clause has a party apply a text."""
    clause = c.clause(treaty, name)
    assert clause.provisional is not None
    named = clause.bearer.actors
    heard = not clause.inferred_by or any(hears(c.view, voice) for voice in clause.inferred_by)
    if not heard or (named and party not in named):
        return c.builder.constant(NO)
    joins = c.node("signed", treaty, party)
    if named:
        joins = c.builder.disjunction(joins, _consented(c, treaty, party))
    if clause.provisional.since is None:
        return joins
    return c.builder.conjunction(joins, c.builder.latch(c.on_day(clause.provisional.since)))


def _consented(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a party has consented to be bound, in any manner, whether the treaty is in force or not."""
    return c.builder.latch(c.builder.any_of(*(event for event, _ in consents_of(c, treaty, party))))


def _notices(c: Compilation, clause: Clause, party: str) -> Iterable[int]:
    """Return the events that a notice not to become a party works: by the clause, else by the rule in its silence."""
    if clause.notice is not None:
        return [c.node("effect", clause.treaty, clause.id, party)]
    return notices_by_rule(c, clause.treaty, party)


def _own_limits(c: Compilation, clause: Clause, party: str) -> list[int]:
    """Return the states that the day or the condition has come until which a clause has a text applied."""
    other = other_party(c, clause.treaty, party)
    states = [
        c.builder.latch(c.builder.rise(c.node("condition", clause.treaty, asked, party, other)))
        for asked in clause.until
    ]
    if clause.until_day is not None:
        states.append(c.builder.latch(c.on_day(clause.until_day)))
    return states


def declined(c: Compilation, treaty: str, name: str, party: str) -> int:
    """Build the event that a party declares that it does not apply a text, as far as the clause lets it."""
    clause = c.clause(treaty, name)
    assert clause.provisional is not None
    slots = slots_on(c, "decline", treaty, party, clause.provisional.instrument)
    reason = basis(c, clause)
    if not clause.opting_out:
        return NOBODY
    return c.builder.any_of(
        *(
            c.builder.act(
                event, lambda: c.node("may_decline", treaty, name, party), reason, f"{name}:{party}"
            )
            for slot in slots
            for event, _ in c.occurrences(slot)
        )
    )


def may_decline(c: Compilation, treaty: str, name: str, party: str) -> int:
    """Build the state that a party may declare tomorrow that it does not apply a text."""
    clause = c.clause(treaty, name)
    assert clause.provisional is not None
    parts = {"pending": pending(c, treaty, clause.provisional.instrument, party)}
    if not clause.opting_out:
        parts["opting_out"] = c.builder.constant(NO)
    if clause.opting_out == "at signature":
        parts["unsigned"] = c.builder.negation(c.node("signed", treaty, party))
    return c.builder.named_conjunction(parts)


def application_status(c: Compilation, clause: Clause, party: str) -> dict[str, int]:
    """Return when a clause on provisional application has not begun yet, has ceased, or waits for a condition."""
    assert clause.provisional is not None
    asked = (clause.treaty, clause.id, party)
    waits = pending(c, clause.treaty, clause.provisional.instrument, party)
    stops = [c.node("declined", *asked), *_notices(c, clause, party)]
    over = [c.builder.latch(stop) for stop in stops] + _own_limits(c, clause, party)
    begun = c.node("application_begun", *asked)
    return {
        "not_yet_operative": c.builder.conjunction(waits, c.builder.negation(begun)),
        "ceased": c.builder.disjunction(c.builder.negation(waits), *over),
        "conditional": c.builder.negation(c.node("conditions_met", *asked)),
    }


def applying(c: Compilation, treaty: str, name: str, party: str) -> int:
    """Build the state that a party applies a text of which this clause or rule says how that is ended."""
    clause = c.clause(treaty, name)
    if clause.provisional is not None:
        waits = pending(c, treaty, clause.provisional.instrument, party)
        return c.builder.conjunction(c.node("applied_by", treaty, name, party), waits)
    states = [c.builder.constant(NO)]
    texts = ("", *(item.id for item in c.treaty(treaty).instruments))
    for text in texts if party in parties_of(c, treaty) else ():
        silent = [item for item in clauses_on(c, treaty, text) if item.notice is None]
        bases = [c.node("applied_by", treaty, item.id, party) for item in silent]
        bases.append(c.node("applied_by_agreement", treaty, text, party))
        states.append(c.builder.conjunction(c.builder.disjunction(*bases), pending(c, treaty, text, party)))
    return c.builder.disjunction(*states)
