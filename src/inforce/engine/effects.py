"""What the use of a power brings about, and on which day: at once, by notice, at the end of a term."""

from collections.abc import Iterator

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import MAYBE, Reason, TermEnds
from inforce.engine.compilation import Compilation
from inforce.engine.evidence import Occurrence, Slot
from inforce.engine.parties import actors_of
from inforce.engine.powers import basis, exercises
from inforce.model import Act, Claim, Clause, Offset
from inforce.temporal import BEGINNING, Day, Span, UncertainDay, candidates_from_ranges, day_after

START = UncertainDay(((BEGINNING, BEGINNING),))
"""The effect day of what makes a treaty void from the start (general law: Vienna Convention, art. 69)."""


def effect(c: Compilation, treaty: str, name: str, holder: str) -> int:
    """Build the event that what a power brings about comes about."""
    clause = c.clause(treaty, name)
    if clause.verb == "replace":
        return _replacement(c, clause)
    assert clause.effect is not None
    uses = exercises(c, treaty, name, holder)
    if clause.effect.what == "voids":
        return c.builder.any_of(*(c.placed(act, START) for act, _, _ in uses if act != NOBODY))
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
    """Build when one use works: on the day it names, when its notice has run, or at once."""
    claims = [claim for option in occurrence.options for claim in option.claims] if occurrence else []
    revoked = revocation(c, clause.treaty, occurrence)
    named = on_named_day(c, act, occurrence, revoked)
    if named != act or clause.notice is None:
        return named
    counted = _counted_from(clause, claims)
    if counted is None:
        worked = c.builder.timer(act, clause.notice.offset, revoked, basis(c, clause))
    else:
        worked = _on(c, act, _moved(counted, clause.notice.offset.after), revoked, basis(c, clause))
    if clause.notice.from_receipt and not any(claim.received or claim.counting_from for claim in claims):
        return c.builder.gate(
            worked, c.builder.constant(MAYBE)
        )  # it was given; that it arrived is not recorded
    return worked


def on_named_day(c: Compilation, act: int, occurrence: Occurrence | None, revoked: int = NOBODY) -> int:
    """Build the event that an act works: on a later or an earlier day that it names, else on its own."""
    claims = [claim for option in occurrence.options for claim in option.claims] if occurrence else []
    named = next((claim.effect for claim in claims if claim.effect), None)
    if named is not None and occurrence is not None and act != NOBODY:
        if named.first > last_day_of(occurrence):
            return _on(c, act, named, revoked)
        if named.last < last_day_of(occurrence):
            return c.placed(act, named)
    return act


def last_day_of(occurrence: Occurrence) -> Day:
    """Return the last day on which an occurrence may have been."""
    return max((last for option in occurrence.options for _, last in option.candidates), default=BEGINNING)


def _on(c: Compilation, act: int, days: UncertainDay, revoked: int, reason: Reason | None = None) -> int:
    """Build the event that a use works on a day that is named, or on one of some days; revoked before, it does not."""
    if days.is_exact:
        return c.builder.timer(act, Offset(on=days.first), revoked, reason)
    return c.builder.gate(c.on_one_of(days), c.builder.latch(act, revoked, reason))


def _counted_from(clause: Clause, claims: list[Claim]) -> UncertainDay | None:
    """Return the day from which a notice is counted, if the clause or the notice names one."""
    counted = [claim.counting_from for claim in claims]
    received = [claim.received for claim in claims] if clause.notice and clause.notice.from_receipt else []
    return next((day for day in (*counted, *received) if day), None)


def _moved(days: UncertainDay, span: Span) -> UncertainDay:
    """Return the days that follow some days by a span."""
    ranges = [(day_after(first, span), day_after(last, span)) for first, last in days.candidates]
    return UncertainDay(candidates_from_ranges(ranges), days.doubtful)


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
        valid = c.builder.negation(c.node("void", other, ""))
        entry = c.builder.gate(c.node("entry", other, ""), valid)
        events.append(
            c.builder.act(
                entry, lambda: c.node("in_force", clause.treaty, ""), basis(c, clause), "replacement"
            )
        )
    return c.builder.any_of(*events)
