"""Deadlines: the last day of a duty, more time for it, and that the time has run out."""

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import NO, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.duties import about, acts_on_clause, application_end, trigger
from inforce.engine.evidence import actors_of
from inforce.engine.powers import other_party
from inforce.model import Clause, Offset
from inforce.temporal import Day

OWN_ENTRY = "entry into force for it"
"""From where a time is counted that runs for each party from the day on which it became one."""


def lapsed(c: Compilation, treaty: str, name: str, bearer: str) -> int:
    """Build the state that the time for a duty has run out, since it last arose or was given more time."""
    clause = c.clause(treaty, name)
    postponed = c.builder.any_of(*(event for event, _ in postponements(c, clause, bearer)))
    renewed = c.builder.any_of(c.node("start", treaty, name, bearer), postponed)
    lapses = _lapses(c, clause, bearer)
    binds = c.builder.negation(c.builder.latch(_over(c, clause, bearer)))
    ran_out = c.builder.gate(c.node("time_out", treaty, name, bearer), binds)
    return c.builder.latch(ran_out, c.builder.any_of(renewed if clause.each_time else postponed, lapses))


def time_out(c: Compilation, treaty: str, name: str, bearer: str) -> int:
    """Build the event that the last day for a duty has passed: the day after it.

    The trigger's day is not counted and the last day is still in time. A postponement before then puts a new day
    in the place of the old one, and what ends the clause before then stops the clock.
    """
    clause = c.clause(treaty, name)
    moved = sorted(postponements(c, clause, bearer), key=lambda item: item[1])
    acts = [act for act, _ in moved]
    over = c.builder.any_of(_over(c, clause, bearer), _lapses(c, clause, bearer))
    events = []
    if clause.deadline is not None:
        events.append(_first_deadline(c, clause, bearer, c.builder.any_of(*acts, over)))
    for turn, (act, last) in enumerate(moved):
        cancel = c.builder.any_of(*acts[turn + 1 :], over)
        events.append(c.builder.timer(act, Offset(on=Day(last + 1)), cancel))
    return _not_before_consent(c, treaty, bearer, c.builder.any_of(*events))


def _not_before_consent(c: Compilation, treaty: str, bearer: str, passed: int) -> int:
    """Return the end of a time; one that ran out before a backdated consent ends on the day of the act (S13)."""
    if bearer not in c.book.actors or passed == NOBODY:
        return passed
    awaiting = c.node("awaiting", treaty, bearer)
    if c.builder.is_constant(awaiting, NO):
        return passed
    day_after = c.builder.timer(c.builder.rise(c.builder.negation(awaiting)), Offset(days=1))
    resting = c.builder.latch(c.builder.rise(awaiting), day_after)
    in_its_day = c.builder.gate(passed, c.builder.negation(resting))
    return c.builder.any_of(
        in_its_day, c.builder.gate(day_after, c.builder.latch(c.builder.gate(passed, resting)))
    )


def _first_deadline(c: Compilation, clause: Clause, bearer: str, cancel: int) -> int:
    """Build the event that the deadline of the text itself passes."""
    assert clause.deadline is not None
    late = _day_later(clause.deadline.offset)
    if late.on is not None:
        return _unless(c, c.on_day(late.on), cancel)
    reason = Reason("clause", clause.id, deadline_text(clause), clause.citations)
    stopped = c.builder.any_of(_stopped_by(c, clause, bearer), cancel)
    return c.builder.timer(_base(c, clause, bearer), late, stopped, reason)


def _over(c: Compilation, clause: Clause, bearer: str) -> int:
    """Return the event that a clause stops binding its bearer; one that works on expiry goes on."""
    if clause.on_expiry or clause.survives:
        return NOBODY
    leaving = [who for who in dict.fromkeys((bearer, *c.pair)) if who in c.book.actors]
    left = (c.node("departure", clause.treaty, who) for who in leaving)
    return c.builder.any_of(c.node("end", clause.treaty, clause.instrument), *left)


def _lapses(c: Compilation, clause: Clause, bearer: str) -> int:
    """Return the event that provisional application lapses, where it stops the clock: one that began with the duty."""
    deadline = clause.deadline
    counted = deadline is not None and deadline.offset.on is None and deadline.of in ("", clause.each_time)
    return application_end(c, clause, bearer) if counted else NOBODY


def _unless(c: Compilation, event: int, before: int) -> int:
    """Return a day's event unless another came on an earlier day."""
    return c.builder.act(event, lambda: c.builder.negation(c.builder.latch(before)), name="deadline")


def _stopped_by(c: Compilation, clause: Clause, bearer: str) -> int:
    """Return what stops a recurring clock, so that the next trigger starts it anew: performance."""
    if not clause.each_time:
        return NOBODY
    acts = [c.event(slot) for slot in acts_on_clause(c, clause, "perform", bearer)]
    if clause.performed_by is not None:
        other = other_party(c, clause.treaty, bearer)
        acts.append(c.node("fact_event", clause.treaty, clause.performed_by, bearer, other))
    return c.builder.any_of(*acts)


def _base(c: Compilation, clause: Clause, bearer: str) -> int:
    """Return the event from which the time for a duty is counted."""
    assert clause.deadline is not None
    of = clause.deadline.of
    if of == "signature":
        parties = c.treaty(clause.treaty).parties
        signed = (c.node("consented", clause.treaty, party, "signature") for party in parties)
        return c.builder.rise(c.builder.conjunction(*signed))
    if of == OWN_ENTRY and bearer in c.book.actors:
        return c.builder.rise(c.node("member", clause.treaty, bearer))
    if of in ("entry into force", OWN_ENTRY):
        return c.node("entry", clause.treaty, clause.instrument)
    if of and of != clause.each_time:
        return trigger(c, clause.treaty, of, bearer, other_party(c, clause.treaty, bearer))
    return c.node("start", clause.treaty, clause.id, bearer)


def _day_later(offset: Offset) -> Offset:
    if offset.on is not None:
        return Offset(on=Day(offset.on + 1))
    return Offset(offset.after, offset.before, offset.following_month, offset.days + 1, None, offset.annual)


def deadline_text(clause: Clause) -> str:
    """Tell how the last day of a duty is counted."""
    of = clause.deadline.of if clause.deadline else ""
    return (
        f"the last day is counted from {of}"
        if of
        else "the last day is counted from the day on which it arose"
    )


def postponements(c: Compilation, clause: Clause, bearer: str) -> list[tuple[int, Day]]:
    """Return each grant of more time for a duty, with its new last day.

    What is granted to one bearer moves nobody else's day, and nobody grants it to itself alone.
    """
    found: list[tuple[int, Day]] = []
    for slot in acts_on_clause(c, clause, "postpone", ""):
        if actors_of(slot) == (bearer,) or not about(slot, bearer):
            continue
        for event, occurrence in c.occurrences(slot):
            claims = [claim for option in occurrence.options for claim in option.claims] if occurrence else []
            found.extend((event, claim.until.last) for claim in claims[:1] if claim.until)
    return found
