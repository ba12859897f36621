"""Reservations that a treaty permits for a time: they lapse, unless they are renewed before."""

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import Reason
from inforce.engine.compilation import Compilation
from inforce.engine.reservations import slots_on
from inforce.model import Clause, Offset
from inforce.temporal import Span


def reservation_lapsed(c: Compilation, treaty: str, party: str, clause: str) -> int:
    """Build the event that a reservation lapses: a period has run in which it was not renewed.

    The periods are counted from the entry into force for its author and added up at once; the last day of each is still
    in time for its renewal. There can be one period more than there are renewals.
    """
    found = _permission(c, treaty, clause)
    if found is None:
        return NOBODY
    slots = slots_on(c, treaty, "renew-reservation", party, "", clause)
    count = sum(len(c.evidence.occurrences.get(slot, ())) for slot in slots)
    renewed = c.node("renewal", treaty, party, clause)
    began = c.builder.rise(c.node("member", treaty, party))
    return c.builder.any_of(*(_end(c, began, renewed, found, turn) for turn in range(count + 1)))


def _end(c: Compilation, began: int, renewed: int, found: tuple[Clause, Span], turn: int) -> int:
    """Build the end of one period, if nothing renewed the reservation in it."""
    by, span = found
    reason = Reason("clause", by.id, by.sentence, by.citations)
    end = c.builder.timer(began, Offset(after=span * (turn + 1)), NOBODY, reason)
    before = c.builder.timer(began, Offset(after=span * turn, days=-1)) if turn else NOBODY

    def unrenewed() -> int:
        return c.builder.named_conjunction(
            {"unrenewed": c.builder.negation(c.builder.latch(renewed, before))}
        )

    return c.builder.act(end, unrenewed, name="lapse")


def renewal(c: Compilation, treaty: str, party: str, clause: str) -> int:
    """Build the event that a reservation is renewed that still stands at the close of the day before."""
    slots = slots_on(c, treaty, "renew-reservation", party, "", clause)

    def standing() -> int:
        return c.builder.named_conjunction({"reserved": c.node("stands", treaty, party, clause, "")})

    event = c.builder.any_of(*(c.event(slot) for slot in slots))
    return c.builder.act(event, standing, name=f"renew-reservation:{party}:{clause}")


def _permission(c: Compilation, treaty: str, clause: str) -> tuple[Clause, Span] | None:
    """Return the clause that permits a reservation for a time, with the time."""
    for item in c.clauses(treaty):
        said = item.reservability
        if said is not None and said.lasting is not None and clause in said.clauses:
            return item, said.lasting
    return None
