"""Duties to achieve something: when they arise, are performed, fall due and run late."""

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import YES
from inforce.engine.compilation import Compilation
from inforce.engine.evidence import Slot, actors_of
from inforce.engine.pairs import concerned, pair_binds, reserved_out
from inforce.engine.parties import parties_of
from inforce.engine.powers import other_party
from inforce.engine.priority import gives_way
from inforce.engine.successive import displaced
from inforce.model import Clause, FactHolds


def operative(c: Compilation, treaty: str, name: str, bearer: str) -> int:
    """Build the state that a clause binds its bearer: its treaty and its instrument are in force for it."""
    clause = c.clause(treaty, name)
    if clause.from_signature:
        over = c.builder.negation(c.node("ended", treaty, clause.instrument))
        return c.builder.conjunction(c.node("concluded", treaty), over)
    whole = (
        c.node("member", treaty, bearer) if bearer in c.book.actors and _is_party(c, treaty, bearer) else None
    )
    alive = c.node("in_force", treaty, clause.instrument) if whole is None or clause.instrument else whole
    applied = c.node("provisional", treaty, clause.instrument, bearer if bearer in c.book.actors else "")
    reserved = c.builder.negation(reserved_out(c, clause, bearer, c.pair[1]))
    towards = pair_binds(c, clause, *c.pair) if c.pair[1] else c.builder.constant(YES)
    accepted = c.builder.negation(c.node("unconsented", treaty, clause.id, bearer))
    return c.builder.conjunction(
        c.builder.disjunction(alive, applied),
        c.node("binding", treaty, clause.instrument),
        reserved,
        towards,
        accepted,
        c.builder.negation(displaced(c, clause, bearer)),
        c.builder.negation(gives_way(c, clause, bearer)),
    )


def _is_party(c: Compilation, treaty: str, bearer: str) -> bool:
    return bearer in parties_of(c, treaty)


def start(c: Compilation, treaty: str, name: str, bearer: str) -> int:
    """Build the event that a duty arises: each time of its trigger, or once, when its conditions are first met."""
    clause, other = c.clause(treaty, name), other_party(c, treaty, bearer)
    met = c.node("once_met", treaty, name, bearer)
    if clause.on_expiry:
        return c.builder.gate(c.node("expired", treaty, clause.instrument), met)
    opened = c.node("opened", treaty, name, bearer)
    bound = c.builder.conjunction(c.node("operative", treaty, name, bearer), met, opened)
    if clause.each_time:
        return c.builder.gate(trigger(c, treaty, clause.each_time, bearer, other), bound)
    return c.builder.rise(c.builder.latch(c.builder.rise(bound), application_end(c, clause, bearer)))


def application_end(c: Compilation, clause: Clause, bearer: str) -> int:
    """Return the event that provisional application lapses: what it asked for is over, and may arise anew.

    As between two, it is over when it lapses for either.
    """
    if clause.on_expiry or clause.survives or clause.from_signature:
        return NOBODY
    lapsed = (
        c.node("lapsed_application", clause.treaty, clause.instrument, who) for who in concerned(c, bearer)
    )
    return c.builder.any_of(*(c.builder.rise(state) for state in lapsed))


def trigger(c: Compilation, treaty: str, fact: str, bearer: str, other: str) -> int:
    """Build the event that a fact happens that starts a duty or its time: to the bearer, or to nobody in particular."""
    asked = (FactHolds(fact), FactHolds(fact, "it"))
    return c.builder.any_of(*(c.node("fact_event", treaty, one, bearer, other) for one in asked))


def performance(c: Compilation, treaty: str, name: str, bearer: str) -> int:
    """Build the event that a duty is performed: by a recorded act or by the fact that it names.

    It counts from the trigger's day, while the clause binds or the duty is overdue (design, S7).
    """
    clause, other = c.clause(treaty, name), other_party(c, treaty, bearer)
    acts = [c.event(slot) for slot in acts_on_clause(c, clause, "perform", bearer)]
    if clause.performed_by is not None:
        acts.append(c.node("fact_event", treaty, clause.performed_by, bearer, other))
    live = c.builder.disjunction(
        c.node("arisen", treaty, name, bearer), c.node("lapsed", treaty, name, bearer)
    )
    return c.builder.gate(c.builder.any_of(*acts), live)


def arisen(c: Compilation, treaty: str, name: str, bearer: str) -> int:
    """Build the state that a duty has arisen and its clause still binds."""
    began = c.builder.latch(c.node("start", treaty, name, bearer))
    if c.clause(treaty, name).on_expiry:
        return began
    return c.builder.conjunction(began, c.node("operative", treaty, name, bearer))


def acts_on_clause(c: Compilation, clause: Clause, verb: str, actor: str) -> list[Slot]:
    """Return the slots in which an actor does something with a clause, by its number or an alias."""
    names = {clause.id, *clause.aliases}
    return [
        slot
        for slot in c.act_slots(verb, clause.treaty)
        if isinstance(slot[4], tuple) and names & set(slot[4])
        if not actor or any(getattr(one, "code", "") == actor for one in slot[3])  # type: ignore[attr-defined]
    ]


def about(slot: Slot, bearer: str) -> bool:
    """Return whether an act is about a bearer: named behind ``for`` or ``by``, or nobody is."""
    return slot[5] in ("", bearer)


def waivers(c: Compilation, clause: Clause, bearer: str) -> list[int]:
    """Return the waivers of a duty by those to whom it is owed; nobody waives its own duty.

    A waiver for one party releases nobody else.
    """
    slots = acts_on_clause(c, clause, "waive", "")
    return [c.event(slot) for slot in slots if set(actors_of(slot)) - {bearer} and slot[5] in ("", bearer)]


def outstanding(c: Compilation, treaty: str, name: str, bearer: str) -> int:
    """Build the state that a duty has arisen and not been performed since; done once, it stays so unless it recurs."""
    start, done = c.node("start", treaty, name, bearer), c.node("performance", treaty, name, bearer)
    clause = c.clause(treaty, name)
    lapses = application_end(c, clause, bearer)
    if clause.each_time or lapses == NOBODY:
        return c.builder.latch(start, c.builder.any_of(done, lapses))
    return c.builder.conjunction(c.builder.latch(start), c.builder.negation(c.builder.latch(done)))


def late(c: Compilation, treaty: str, name: str, bearer: str) -> int:
    """Build the state that a duty was performed after its last day, and not in time before.

    What was done in time is not undone by doing it again.
    """
    done, lapsed = c.node("performance", treaty, name, bearer), c.node("lapsed", treaty, name, bearer)
    if c.clause(treaty, name).each_time:
        return c.builder.latch(c.builder.gate(done, lapsed), c.node("start", treaty, name, bearer))
    in_time = c.builder.latch(c.builder.gate(done, c.builder.negation(lapsed)))
    return c.builder.latch(c.builder.gate(done, c.builder.conjunction(lapsed, c.builder.negation(in_time))))
