"""Provisional application, before entry into force: who applies a text, since when, and how it stops.

General law: Vienna Convention, art. 25. The text is applied because a clause says so or because some have agreed on
it; it stops with the entry into force, by declaring otherwise where the clause lets one, or by a notice not to become
a party.
"""

from collections.abc import Iterable, Iterator

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import NO, Kind, Node
from inforce.engine.compilation import Compilation
from inforce.engine.effects import on_named_day
from inforce.engine.evidence import Slot
from inforce.engine.general_law import hears
from inforce.engine.parties import actors_of, is_party_alone, parties_of
from inforce.engine.powers import basis, other_party
from inforce.model import Clause

_TWO = 2.0
"""A text that one alone applies is applied between nobody."""


def provisional(c: Compilation, treaty: str, instrument: str, party: str) -> int:
    """Build the state that a text is applied provisionally by a party; by two at least, if none is named."""
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
    for clause in c.clauses(treaty):
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
    if instrument or not party or not is_party_alone(c, treaty):
        return c.node("entered", treaty, instrument)
    return c.builder.latch(c.builder.rise(c.node("member", treaty, party)))


def lapsed_application(c: Compilation, treaty: str, instrument: str, party: str) -> int:
    """Build the state that a text was applied provisionally, is no longer, and has not entered into force."""
    applied = c.node("provisional", treaty, instrument, party)
    was = c.builder.latch(c.builder.rise(applied))
    over = c.builder.disjunction(applied, c.node("bound", treaty, instrument, party))
    return c.builder.conjunction(was, c.builder.negation(over))


# By a clause


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
    signed = c.node("signed", treaty, party)
    if clause.provisional.since is None:
        return signed
    return c.builder.conjunction(signed, c.builder.latch(c.on_day(clause.provisional.since)))


def _notices(c: Compilation, clause: Clause, party: str) -> Iterable[int]:
    """Return the events that a notice not to become a party works: by the clause, else by the rule in its silence."""
    if clause.notice is not None:
        return [c.node("effect", clause.treaty, clause.id, party)]
    return _notices_by_rule(c, clause.treaty, party)


def _notices_by_rule(c: Compilation, treaty: str, party: str) -> list[int]:
    supplied = [item for _, residual in c.residuals(treaty) for item in residual.clauses]
    return [
        c.node("effect", treaty, item.id, party)
        for item in supplied
        if item.effect is not None and item.effect.what == "unapplies"
    ]


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
    slots = _slots(c, "decline", treaty, party, clause.provisional.instrument)
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


# By agreement


def applied_by_agreement(c: Compilation, treaty: str, instrument: str, party: str) -> int:
    """Build the state that a party has agreed with others to apply a text provisionally."""
    begun = []
    for slot in _slots(c, "apply", treaty, party, instrument):
        for event, occurrence in c.occurrences(slot) if len(actors_of(slot)) > 1 else ():
            act = c.builder.act(event, lambda: c.node("may_agree", treaty, instrument, party), name="apply")
            begun.append(on_named_day(c, act, occurrence) if act != NOBODY else NOBODY)
    on = c.builder.any_of(*begun)
    if on == NOBODY:
        return c.builder.constant(NO)
    return c.builder.latch(on, c.builder.any_of(*_notices_by_rule(c, treaty, party)))


def may_agree(c: Compilation, treaty: str, instrument: str, party: str) -> int:
    """Build the state that a party may agree to apply a text: it has not entered into force for it, nor ended."""
    return c.builder.named_conjunction({"pending": pending(c, treaty, instrument, party)})


def _slots(c: Compilation, verb: str, treaty: str, party: str, instrument: str) -> list[Slot]:
    """Return the slots in which a party does something with a text, or with the treaty as a whole."""
    return [
        slot
        for slot in c.act_slots(verb, treaty)
        if party in actors_of(slot)
        and (not slot[4] or (isinstance(slot[4], tuple) and instrument in slot[4]))
    ]


# Who may end it


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
