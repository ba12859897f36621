"""Which reservations are permitted, and what becomes of consent with one that is not (Vienna Convention, art. 19)."""

from collections.abc import Iterator

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import NO, YES, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.effect_days import START
from inforce.engine.evidence import Slot
from inforce.engine.parties import consents_of, reserved_in

OPEN_LAW = "what follows from an impermissible reservation"
SIDES = ("an impermissible reservation is severed", "an impermissible reservation voids the consent")


def permission_of(c: Compilation, treaty: str, clause: str) -> str:
    """Return what the treaty says of a reservation to a clause: ``authorised``, ``forbidden``, or nothing."""
    for item in c.clauses(treaty):
        said = item.reservability
        if said is None:
            continue
        named = not said.clauses or clause in said.clauses
        if said.says == "only":
            return "authorised" if named else "forbidden"
        if named:
            return said.says
    return ""


def impermissible(c: Compilation, treaty: str, party: str, clause: str) -> int:
    """Build the state that a reservation is not permitted: the treaty forbids it, or a body finds so (art. 19).

    What a body finds was so from the start.
    """
    said = permission_of(c, treaty, clause)
    if said == "forbidden":
        return c.builder.constant(YES)
    events = [c.event(slot) for slot in findings(c, treaty, party, clause)]
    placed = [c.placed(event, START) for event in events if event != NOBODY]
    return c.builder.latch(c.builder.any_of(*placed))


def findings(c: Compilation, treaty: str, party: str, clause: str) -> Iterator[Slot]:
    """Yield the slots of the findings that a reservation is impermissible."""
    for slot in c.evidence.occurrences:
        if slot[0] == "impermissible" and slot[1:3] == (treaty, party):
            clauses = slot[3]
            if isinstance(clauses, tuple) and clause in clauses:
                yield slot


def _forbidding(c: Compilation, treaty: str, clause: str) -> Iterator[Reason]:
    """Yield the clause of a treaty that forbids a reservation to another."""
    if permission_of(c, treaty, clause) == "forbidden":
        for item in c.clauses(treaty):
            if item.reservability is not None and item.reservability.says != "authorised":
                yield Reason("clause", item.id, item.sentence, item.citations)


def voids(c: Compilation, treaty: str) -> int:
    """Build the state that an impermissible reservation takes the consent with it, where the view says; else open."""
    said = {item.impermissible for _, item in c.residuals(treaty) if item.impermissible}
    if len(said) == 1:
        return c.builder.constant(YES if said == {"void"} else NO)
    return c.open_law(OPEN_LAW, SIDES)


def void_reservations(c: Compilation, treaty: str, party: str, clauses: tuple[str, ...]) -> int:
    """Build the state that consent with reservations to these clauses is void, because one is impermissible."""
    if not any(residual.reservations for _, residual in c.residuals(treaty)):
        return c.builder.constant(NO)
    bad = c.builder.disjunction(*(c.node("impermissible", treaty, party, clause) for clause in clauses))
    if c.builder.is_constant(bad, NO):
        return bad
    found = c.builder.conjunction(bad, c.node("voids", treaty))
    forbidden = next((item for clause in clauses for item in _forbidding(c, treaty, clause)), None)
    return c.builder.under(found, forbidden) if forbidden else found


def void_consent(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a party has tried to consent, with a reservation that makes the consent void."""
    tried = [
        c.builder.conjunction(c.builder.latch(event), c.node("void_reservations", treaty, party, clauses))
        for event, occurrence in consents_of(c, treaty, party)
        if (clauses := reserved_in(occurrence)) and event != NOBODY
    ]
    bound = c.node("own_consent", treaty, party)
    return c.builder.conjunction(c.builder.disjunction(*tried), c.builder.negation(bound))
