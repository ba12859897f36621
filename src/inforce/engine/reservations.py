"""Reservations: made on consenting, standing until withdrawn, and between whom (Vienna Convention, arts. 19 to 23)."""

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import MAYBE, NO, YES, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.evidence import Occurrence, Slot, actors_of
from inforce.engine.parties import (
    consent_slots,
    consents_of,
    effect_of,
    is_party_alone,
    parties_of,
    reserved_in,
)
from inforce.model import Claim, Offset, Rule


def rule_of_reservations(c: Compilation, treaty: str) -> Rule | None:
    """Return the rule by which reservations work between the two, if the view applies it."""
    return next((rule for rule, residual in c.residuals(treaty) if residual.reservations), None)


def reserved_clauses(c: Compilation, treaty: str, party: str) -> tuple[str, ...]:
    """Return the clauses to which a party makes a reservation on consenting, whatever becomes of it."""
    if rule_of_reservations(c, treaty) is None:
        return ()
    occurrences = (o for slot in consent_slots(c, treaty, party) for o in c.evidence.occurrences[slot])
    found = (claim.reserving or () for occurrence in occurrences for claim in claims_of(occurrence))
    return tuple(dict.fromkeys(clause for clauses in found for clause in clauses))


def reservers(c: Compilation, treaty: str) -> tuple[str, ...]:
    """Return the parties that make a reservation."""
    if rule_of_reservations(c, treaty) is None:
        return ()
    everyone = parties_of(c, treaty)
    return c.reckoned(
        ("reservers", treaty), lambda: tuple(one for one in everyone if reserved_clauses(c, treaty, one))
    )


def may_reserve(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a party may make a reservation tomorrow: it is not bound, and the treaty has many parties.

    A reservation is made on consenting to be bound (art. 19), not after; to change a treaty between two is to
    offer another.
    """
    events = [event for event, _ in consents_of(c, treaty, party)]
    events.append(c.node("succession", treaty, party))  # who is bound already by another's consent
    bound = c.builder.latch(c.builder.any_of(*events), c.node("departure", treaty, party))
    many = YES if is_party_alone(c, treaty) else NO
    parts = {"multilateral": c.builder.constant(many), "not_bound": c.builder.negation(bound)}
    return c.builder.named_conjunction(parts)


def reservation(c: Compilation, treaty: str, party: str, clause: str) -> int:
    """Build the event that a party makes a reservation to a clause, from the day on which its consent works."""
    events = []
    for event, occurrence in consents_of(c, treaty, party):
        if clause in reserved_in(occurrence):
            judged = c.node("reserve", treaty, party, event)
            effect = effect_of(occurrence)
            events.append(judged if effect is None or judged == NOBODY else c.placed(judged, effect))
    return c.builder.any_of(*events)


def reserve(c: Compilation, treaty: str, party: str, event: int) -> int:
    """Build the act of making reservations with one act of consent."""
    return c.builder.act(event, lambda: c.node("may_reserve", treaty, party), name=f"reserve:{party}")


def notified(c: Compilation, treaty: str, party: str, clause: str) -> int:
    """Build the event that a reservation is notified: received, where the record says when, else made."""
    events = []
    for event, occurrence in consents_of(c, treaty, party):
        if clause in reserved_in(occurrence):
            judged = c.node("reserve", treaty, party, event)
            events.append(received(c, judged, occurrence))
    return c.builder.any_of(*events)


def received(c: Compilation, event: int, occurrence: Occurrence | None) -> int:
    """Return the event that an act is received, on the day that its record names; without one, its own."""
    days = next((claim.received for claim in claims_of(occurrence) if claim.received), None)
    if days is None or event == NOBODY:
        return event
    if days.is_exact:
        return c.builder.timer(event, Offset(on=days.first))
    return c.builder.gate(c.on_one_of(days), c.builder.latch(event))


def claims_of(occurrence: Occurrence | None) -> list[Claim]:
    """Return the claims of an occurrence."""
    return [claim for option in occurrence.options for claim in option.claims] if occurrence else []


def stands(c: Compilation, treaty: str, party: str, clause: str, other: str) -> int:
    """Build the state that a reservation stands towards another party: made, and not withdrawn for that one."""
    made = c.node("reservation", treaty, party, clause)
    gone = c.node("reservation_withdrawn", treaty, party, clause, other)
    lapsed = c.node("reservation_lapsed", treaty, party, clause)
    return c.builder.latch(made, c.builder.any_of(gone, lapsed, c.node("departure", treaty, party)))


def reservation_withdrawn(c: Compilation, treaty: str, party: str, clause: str, other: str) -> int:
    """Build the event that the withdrawal of a reservation works for another party: when it has notice (art. 22(3)).

    A receipt by the depositary counts for all. Where the record names the parties that had notice, it is open when
    the others did.
    """
    events = []
    for slot in slots_on(c, treaty, "withdraw-reservation", party, "", clause):
        for event, occurrence in c.occurrences(slot):
            judged = c.node("lifting", treaty, party, clause, event)
            events.append(_notice(c, treaty, other, judged, occurrence))
    return c.builder.any_of(*events)


def lifting(c: Compilation, treaty: str, party: str, clause: str, event: int) -> int:
    """Build one withdrawal of a reservation: at any time, of one that was made (art. 22(1))."""

    def power() -> int:
        made = c.builder.latch(c.node("reservation", treaty, party, clause))
        return c.builder.named_conjunction({"reserved": made})

    return c.builder.act(event, power, name=f"withdraw-reservation:{party}:{clause}")


def _notice(c: Compilation, treaty: str, other: str, event: int, occurrence: Occurrence | None) -> int:
    lines = (
        item.text for claim in claims_of(occurrence) for item in claim.details if item.key == "received by"
    )
    told = ", ".join(line.partition(" on ")[0] for line in lines)
    named = {name.strip() for name in told.replace(" and ", ",").split(",")}
    parties = named & set(parties_of(c, treaty))
    if parties and other not in parties:
        return c.builder.gate(event, c.builder.constant(MAYBE))
    return received(c, event, occurrence)


def slots_on(c: Compilation, treaty: str, verb: str, actor: str, of: str, clause: str) -> list[Slot]:
    """Return the slots in which an actor does something with a reservation to a clause; without clauses, to all."""
    return [
        slot
        for slot in c.act_slots(verb, treaty)
        if actor in actors_of(slot) and slot[5] == of
        if isinstance(slot[4], tuple) and (not slot[4] or clause in slot[4])
    ]


def excluded(c: Compilation, treaty: str, one: str, other: str, clause: str) -> int:
    """Build the state that a clause does not apply between two, because either reserved it (art. 21(1) and (3))."""
    return c.builder.disjunction(
        c.node("reserved", treaty, one, other, clause), c.node("reserved", treaty, other, one, clause)
    )


def reserved(c: Compilation, treaty: str, party: str, other: str, clause: str) -> int:
    """Build the state that a party has a permissible reservation to a clause that stands towards another."""
    if clause not in reserved_clauses(c, treaty, party):
        return c.builder.constant(NO)
    good = c.builder.negation(c.node("impermissible", treaty, party, clause))
    return c.builder.conjunction(c.node("stands", treaty, party, clause, other), good)


def basis_of_reservation(rule: Rule) -> Reason:
    """Return the rule on which the effect of a reservation rests."""
    return Reason("rule", rule.id, rule.sentence)
