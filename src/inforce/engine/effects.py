"""What the use of a power brings about, and on which day: at once, by notice, at the end of a term."""

from collections.abc import Iterator

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import MAYBE, TermEnds
from inforce.engine.compilation import Compilation
from inforce.engine.effect_days import START, on_days, on_named_day, revocation
from inforce.engine.evidence import Occurrence
from inforce.engine.powers import basis, exercises
from inforce.model import Claim, Clause, Offset
from inforce.temporal import Span, UncertainDay, candidates_from_ranges, day_after


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
        worked = on_days(c, act, _moved(counted, clause.notice.offset.after), revoked, basis(c, clause))
    if clause.notice.from_receipt and not any(claim.received or claim.counting_from for claim in claims):
        return c.builder.gate(
            worked, c.builder.constant(MAYBE)
        )  # it was given; that it arrived is not recorded
    return worked


def _counted_from(clause: Clause, claims: list[Claim]) -> UncertainDay | None:
    """Return the day from which a notice is counted, if the clause or the notice names one."""
    counted = [claim.counting_from for claim in claims]
    received = [claim.received for claim in claims] if clause.notice and clause.notice.from_receipt else []
    return next((day for day in (*counted, *received) if day), None)


def _moved(days: UncertainDay, span: Span) -> UncertainDay:
    """Return the days that follow some days by a span."""
    ranges = [(day_after(first, span), day_after(last, span)) for first, last in days.candidates]
    return UncertainDay(candidates_from_ranges(ranges), days.doubtful)


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
