"""On which day an act works: one that it names, before or after its own, unless it is revoked before."""

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import Reason
from inforce.engine.compilation import Compilation
from inforce.engine.evidence import Occurrence, Slot, actors_of
from inforce.engine.notices import last_day_of, named_day
from inforce.model import Act, Offset
from inforce.temporal import BEGINNING, UncertainDay

START = UncertainDay(((BEGINNING, BEGINNING),))
"""The effect day of what was so from the start: what makes a treaty void (general law: Vienna Convention, art. 69)."""


def on_named_day(c: Compilation, act: int, occurrence: Occurrence | None, revoked: int = NOBODY) -> int:
    """Build the event that an act works: on a later or an earlier day that it names, else on its own."""
    named = named_day(occurrence)
    if named is not None and occurrence is not None and act != NOBODY:
        if named.first > last_day_of(occurrence):
            return on_days(c, act, named, revoked)
        if named.last < last_day_of(occurrence):
            return c.placed(act, named)
    return act


def on_days(c: Compilation, act: int, days: UncertainDay, revoked: int, reason: Reason | None = None) -> int:
    """Build the event that a use works on a day that is named, or on one of some days; revoked before, it does not."""
    if days.is_exact:
        return c.builder.timer(act, Offset(on=days.first), revoked, reason)
    return c.builder.gate(c.on_one_of(days), c.builder.latch(act, revoked, reason))


def revocation(c: Compilation, treaty: str, occurrence: Occurrence | None) -> int:
    """Build the event that one use of a power is revoked, by those who used it; it must have a label for that."""
    return c.builder.any_of(*(c.event(slot) for slot in acts_upon(c, "revoke", treaty, occurrence)))


def acts_upon(c: Compilation, verb: str, treaty: str, occurrence: Occurrence | None) -> list[Slot]:
    """Return the slots of acts upon one act, by those who did it; it must have a label for that."""
    done = occurrence.proposition if occurrence else None
    if not isinstance(done, Act) or not done.label:
        return []
    by = {actor.code for actor in done.actors}
    slots = c.act_slots(verb, treaty)
    return [slot for slot in slots if done.label in named_objects(slot) and by <= set(actors_of(slot))]


def named_objects(slot: Slot) -> tuple[object, ...]:
    """Return what an act acts upon, by name."""
    objects = slot[4]
    return objects if isinstance(objects, tuple) else ()
