"""What the use of a power brings about, and on which day: at once, by notice, at the end of a term."""

from collections.abc import Iterator

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import Reason, TermEnds
from inforce.engine.compilation import Compilation
from inforce.engine.evidence import Occurrence, Slot
from inforce.engine.notices import (
    claims_of,
    counted_from,
    first_day_of,
    is_long_enough,
    is_received,
    last_day_of,
    moved,
    named_day,
    whether_received,
)
from inforce.engine.parties import actors_of
from inforce.engine.powers import basis, exercises
from inforce.model import Act, Claim, Clause, Offset
from inforce.temporal import Span, UncertainDay, day_after


def effect(c: Compilation, treaty: str, name: str, holder: str) -> int:
    """Build the event that what a power brings about comes about."""
    clause = c.clause(treaty, name)
    if clause.verb == "replace":
        return _replacement(c, clause)
    assert clause.effect is not None
    uses = exercises(c, treaty, name, holder)
    if clause.effect.at_end_of:
        return c.builder.any_of(*_terms_ended(c, clause, uses))
    return c.builder.any_of(*(_takes_effect(c, clause, act, occurrence) for act, _, occurrence in uses))


def _terms_ended(
    c: Compilation, clause: Clause, uses: list[tuple[int, int, Occurrence | None]]
) -> Iterator[int]:
    """Yield the end of the term that notices bring about: one for each that may be revoked, for it alone."""
    start, ends = c.node("entry", clause.treaty, ""), _ends(c, clause)
    by_revocation: dict[int, list[int]] = {}
    for act, _, occurrence in uses:
        by_revocation.setdefault(revocation(c, clause.treaty, occurrence), []).append(act)
    for revoked, acts in by_revocation.items():
        yield c.builder.term(start, c.builder.any_of(*acts), ends, revoked)


def _ends(c: Compilation, clause: Clause) -> TermEnds:
    terms = c.terms(clause.treaty, "")
    period = (
        terms.renewal.period
        if terms.renewal and clause.effect and clause.effect.at_end_of == "running"
        else None
    )
    latest = clause.window.latest if clause.window and clause.window.latest else Offset()
    return TermEnds(terms.term or Span(), period, latest)


def _takes_effect(c: Compilation, clause: Clause, act: int, occurrence: Occurrence | None) -> int:
    """Build when one use works: on the day it names, when its notice has run, or at once.

    A day named too early for the notice shortens nothing: the use works, if it does, when the notice has run.
    """
    named, revoked = named_day(occurrence), revocation(c, clause.treaty, occurrence)
    long_enough = is_long_enough(clause, occurrence)
    if named is not None and long_enough and occurrence is not None and act != NOBODY:
        if named.first > last_day_of(occurrence):
            return _on(c, act, named, revoked)
        if named.last < last_day_of(occurrence):
            return c.placed(act, named)
    if clause.notice is None:
        return act
    worked = _notice_run(c, clause, act, claims_of(occurrence), revoked)
    if named is not None and not long_enough:
        worked = c.builder.any_of(worked, *_perhaps_in_time(c, act, occurrence, revoked, clause))
    return worked


def _notice_run(c: Compilation, clause: Clause, act: int, claims: list[Claim], revoked: int) -> int:
    """Build when the whole notice of a use has run; whether it arrived is open where no receipt is recorded."""
    assert clause.notice is not None
    counted = counted_from(clause, claims)
    if counted is None:
        worked = c.builder.timer(act, clause.notice.offset, revoked, basis(c, clause))
    else:
        worked = _on(c, act, moved(counted, clause.notice.offset.after), revoked, basis(c, clause))
    if is_received(clause, claims):
        return worked
    return c.builder.gate(worked, whether_received(c, clause))


def _perhaps_in_time(
    c: Compilation, act: int, occurrence: Occurrence | None, revoked: int, clause: Clause
) -> Iterator[int]:
    """Yield the named day of a use where the notice may have run by then."""
    named, claims = named_day(occurrence), claims_of(occurrence)
    assert named is not None
    assert occurrence is not None
    assert clause.notice is not None
    counted = counted_from(clause, claims)
    first = counted.first if counted else first_day_of(occurrence)
    if named.last >= day_after(first, clause.notice.offset.after):
        yield _on(c, act, named, revoked, basis(c, clause))


def _on(c: Compilation, act: int, days: UncertainDay, revoked: int, reason: Reason | None = None) -> int:
    """Build the event that a use works on a day that is named, or on one of some days; revoked before, it does not."""
    if days.is_exact:
        return c.builder.timer(act, Offset(on=days.first), revoked, reason)
    return c.builder.gate(c.on_one_of(days), c.builder.latch(act, revoked, reason))


def revocation(c: Compilation, treaty: str, occurrence: Occurrence | None) -> int:
    """Build the event that one use of a power is revoked, by those who used it; it must have a label for that."""
    done = occurrence.proposition if occurrence else None
    if not isinstance(done, Act) or not done.label:
        return NOBODY
    by = {actor.code for actor in done.actors}
    slots = [
        slot
        for slot in c.act_slots("revoke", treaty)
        if done.label in _objects(slot) and by <= set(actors_of(slot))
    ]
    return c.builder.any_of(*(c.event(slot) for slot in slots))


def _objects(slot: Slot) -> tuple[object, ...]:
    objects = slot[4]
    return objects if isinstance(objects, tuple) else ()


def _replacement(c: Compilation, clause: Clause) -> int:
    """Build the event that a later treaty of all the parties, meant to replace this one, enters into force."""
    parties = set(c.treaty(clause.treaty).parties)
    later = [
        treaty.id
        for treaty in c.book.treaties.values()
        for action in treaty.actions
        if action.what in ("replaces", "ends")
        and action.treaty == clause.treaty
        and parties <= set(treaty.parties)
    ]
    events = []
    for other in later:
        entry = c.node("entry", other, "")
        events.append(
            c.builder.act(
                entry, lambda: c.node("in_force", clause.treaty, ""), basis(c, clause), "replacement"
            )
        )
    return c.builder.any_of(*events)
