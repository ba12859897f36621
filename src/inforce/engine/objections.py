"""Acceptances of reservations and objections to them, and what an objection does between two (art. 20 and 21)."""

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import NO, YES
from inforce.engine.compilation import Compilation
from inforce.engine.parties import consents_of, parties_of
from inforce.engine.permissibility import permission_of
from inforce.engine.reservations import claims_of, received, reserved_clauses, slots_on
from inforce.model import Offset


def may_object(c: Compilation, treaty: str, other: str, party: str, clause: str) -> int:
    """Build the state that an objection to a reservation would count tomorrow.

    The reservation stands, the treaty does not itself authorise it (art. 20(1)), and the one who objects has not
    accepted it.
    """
    authorised = permission_of(c, treaty, clause) == "authorised"
    accepted = c.builder.negation(c.node("accepted", treaty, other, party, clause))
    parts = {
        "reserved": c.node("stands", treaty, party, clause, other),
        "not_authorised": c.builder.constant(NO if authorised else YES),
        "not_accepted": accepted,
    }
    return c.builder.named_conjunction(parts)


def objection(c: Compilation, treaty: str, other: str, party: str, clause: str, opposing: str) -> int:
    """Build the event of an objection that counts; with ``opposing``, one that opposes the entry into force."""
    events = []
    for slot in slots_on(c, treaty, "object", other, party, clause):
        for event, occurrence in c.occurrences(slot):
            if not opposing or any(claim.opposes for claim in claims_of(occurrence)):
                events.append(c.node("objecting", treaty, other, party, clause, event))
    return c.builder.any_of(*events)


def objecting(c: Compilation, treaty: str, other: str, party: str, clause: str, event: int) -> int:
    """Build one objection: an act that counts if it could be made at the close of the day before."""
    power = ("may_object", treaty, other, party, clause)
    return c.builder.act(event, lambda: c.node(*power), name=f"object:{other}:{party}:{clause}")


def objected(c: Compilation, treaty: str, other: str, party: str, clause: str, opposing: str = "") -> int:
    """Build the state that an objection stands: not withdrawn, and the reservation is still there."""
    made = c.node("objection", treaty, other, party, clause, opposing)
    gone = c.node("reservation_withdrawn", treaty, party, clause, other)
    return c.builder.latch(made, c.builder.any_of(gone, objection_withdrawn(c, treaty, other, party, clause)))


def objection_withdrawn(c: Compilation, treaty: str, other: str, party: str, clause: str) -> int:
    """Build the event that an objection is withdrawn, for the reserver when it has notice (art. 22(2) and (3))."""
    slots = slots_on(c, treaty, "withdraw-objection", other, party, clause)
    events = []
    for slot in slots:
        for event, occurrence in c.occurrences(slot):
            events.append(received(c, c.node("dropping", treaty, other, party, clause, event), occurrence))
    return c.builder.any_of(*events)


def dropping(c: Compilation, treaty: str, other: str, party: str, clause: str, event: int) -> int:
    """Build one withdrawal of an objection that stands."""

    def power() -> int:
        return c.builder.named_conjunction({"objected": c.node("objected", treaty, other, party, clause)})

    return c.builder.act(event, power, name=f"withdraw-objection:{other}:{party}:{clause}")


def accepted(c: Compilation, treaty: str, other: str, party: str, clause: str) -> int:
    """Build the state that another has accepted a reservation: expressly, or by silence."""
    return c.builder.latch(
        c.builder.any_of(
            c.node("accepted_expressly", treaty, other, party, clause),
            c.node("accepted_by_silence", treaty, other, party, clause),
        )
    )


def accepted_expressly(c: Compilation, treaty: str, other: str, party: str, clause: str) -> int:
    """Build the event that another accepts a reservation that stands."""
    slots = slots_on(c, treaty, "accept-reservation", other, party, clause)
    events = [event for slot in slots for event, _ in c.occurrences(slot)]
    return c.builder.any_of(*(_accepting(c, treaty, other, party, clause, event) for event in events))


def _accepting(c: Compilation, treaty: str, other: str, party: str, clause: str, event: int) -> int:
    def power() -> int:
        return c.builder.named_conjunction({"reserved": c.node("stands", treaty, party, clause, other)})

    return c.builder.act(event, power, name=f"accept-reservation:{other}:{party}:{clause}")


def accepted_by_silence(c: Compilation, treaty: str, other: str, party: str, clause: str) -> int:
    """Build the event that another accepts by silence, where the view applies the rule (art. 20(5)).

    That is when the time since the notification has run and it has itself expressed its consent, whichever is later,
    and it has not objected by then.
    """
    time = next(
        (item.silence_accepts_after for _, item in c.residuals(treaty) if item.silence_accepts_after), None
    )
    notice = c.node("notified", treaty, party, clause)
    if time is None or notice == NOBODY or permission_of(c, treaty, clause) == "authorised":
        return NOBODY
    ran_out = c.builder.latch(c.builder.timer(notice, Offset(after=time)))
    ever_objected = c.builder.latch(c.node("objection", treaty, other, party, clause, ""))
    return c.builder.rise(
        c.builder.conjunction(
            ran_out,
            c.node("expressed", treaty, other),
            c.node("stands", treaty, party, clause, other),
            c.builder.negation(ever_objected),
        )
    )


def expressed(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a party has expressed its consent to be bound, whether or not that works yet."""
    return c.builder.latch(c.builder.any_of(*(event for event, _ in consents_of(c, treaty, party))))


def accepted_by_one(c: Compilation, treaty: str, party: str, clause: str) -> int:
    """Build the state that one other contracting state has accepted a reservation (art. 20(4)(c))."""
    if permission_of(c, treaty, clause) == "authorised":
        return c.builder.constant(YES)
    return c.builder.disjunction(
        *(
            c.builder.conjunction(
                c.node("accepted", treaty, other, party, clause), c.node("expressed", treaty, other)
            )
            for other in parties_of(c, treaty)
            if other != party
        )
    )


def opposed(c: Compilation, treaty: str, one: str, other: str) -> int:
    """Build the state that one of two keeps the treaty out of force between them by its objection (art. 20(4)(b))."""
    states = [
        c.node("objected", treaty, objector, party, clause, "opposing")
        for party, objector in ((one, other), (other, one))
        for clause in reserved_clauses(c, treaty, party)
    ]
    return c.builder.disjunction(*states)
