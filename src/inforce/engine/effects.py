"""What the use of a power brings about, and on which day: at once, by notice, at the end of a term."""

from collections.abc import Iterator

from msgspec.structs import replace

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import TermEnds
from inforce.engine.compilation import Compilation
from inforce.engine.deemed import deemed_departure
from inforce.engine.effect_days import START, on_days, on_named_day, revocation
from inforce.engine.evidence import Occurrence
from inforce.engine.notices import (
    claims_of,
    counted_from,
    first_day_of,
    is_long_enough,
    is_received,
    moved,
    named_day,
    run_out,
    steps_of,
    whether_received,
)
from inforce.engine.pauses import resumed_runs, stopping
from inforce.engine.postponement import unless_held_back
from inforce.engine.powers import basis, exercises
from inforce.engine.procedure import is_law, not_objected, waiting
from inforce.model import Claim, Clause, Notice, Offset
from inforce.temporal import Span


def effect(c: Compilation, treaty: str, name: str, holder: str) -> int:
    """Build the event that what a power brings about comes about."""
    clause = c.clause(treaty, name)
    if clause.verb == "replace":
        return _replacement(c, clause)
    if clause.deemed is not None:
        return deemed_departure(c, clause, holder)
    assert clause.effect is not None
    uses = exercises(c, treaty, name, holder)
    worked = (
        _terms_ended(c, clause, uses) if clause.effect.at_end_of else _come_about(c, clause, holder, uses)
    )
    return c.builder.any_of(
        *(unless_held_back(c, clause, holder, event, revoked) for event, revoked in worked)
    )


def comes_about(c: Compilation, clause: Clause, holder: str, act: int, occurrence: Occurrence | None) -> int:
    """Build when one use of a power has its effect, with the procedure for what is invoked against a treaty.

    Where no view settles whether an objection bars it, both come of it: at once, and after the procedure.
    """
    at_once = _worked(c, clause, holder, act, occurrence)
    span = waiting(c, clause, occurrence)
    if span is None or act == NOBODY:
        return at_once
    noticed = replace(clause, notice=Notice(Offset(after=span), from_receipt=True))
    unopposed = not_objected(c, clause.treaty, _takes_effect(c, noticed, holder, act, occurrence), occurrence)
    waited = _from_the_start(c, clause, unopposed)
    law = is_law(c, clause.treaty)
    return c.builder.any_of(c.builder.gate(at_once, c.builder.negation(law)), c.builder.gate(waited, law))


def _worked(c: Compilation, clause: Clause, holder: str, act: int, occurrence: Occurrence | None) -> int:
    if clause.effect is not None and clause.effect.what == "voids":
        return _from_the_start(c, clause, act)
    return _takes_effect(c, clause, holder, act, occurrence)


def _from_the_start(c: Compilation, clause: Clause, act: int) -> int:
    """Place what makes a treaty void at its start; anything else works on its own day."""
    voids = clause.effect is not None and clause.effect.what == "voids"
    return c.placed(act, START) if voids and act != NOBODY else act


_Uses = list[tuple[int, int, Occurrence | None]]


def _come_about(c: Compilation, clause: Clause, holder: str, uses: _Uses) -> Iterator[tuple[int, int]]:
    """Yield when each use has its effect, with what revokes it."""
    for act, _, occurrence in uses:
        yield comes_about(c, clause, holder, act, occurrence), revocation(c, clause.treaty, occurrence)


def _terms_ended(c: Compilation, clause: Clause, uses: _Uses) -> Iterator[tuple[int, int]]:
    """Yield the end of the term that notices bring about: one for each that may be revoked, for it alone."""
    start, ends = c.node("entry", clause.treaty, ""), _ends(c, clause)
    by_revocation: dict[int, list[int]] = {}
    for act, _, occurrence in uses:
        by_revocation.setdefault(revocation(c, clause.treaty, occurrence), []).append(act)
    for revoked, acts in by_revocation.items():
        yield c.builder.term(start, c.builder.any_of(*acts), ends, revoked), revoked


def _ends(c: Compilation, clause: Clause) -> TermEnds:
    terms = c.terms(clause.treaty, "")
    period = (
        terms.renewal.period
        if terms.renewal and clause.effect and clause.effect.at_end_of == "running"
        else None
    )
    latest = clause.window.latest if clause.window and clause.window.latest else Offset()
    return TermEnds(terms.term or Span(), period, latest)


def _takes_effect(
    c: Compilation, clause: Clause, holder: str, act: int, occurrence: Occurrence | None
) -> int:
    """Build when one use works: on the day it names, when its notice has run, or at once.

    A day named too early for the notice shortens nothing: the use works, if it does, when the notice has run.
    """
    named, revoked = named_day(occurrence), revocation(c, clause.treaty, occurrence)
    long_enough = is_long_enough(clause, occurrence)
    placed = on_named_day(c, act, occurrence, revoked) if long_enough else act
    if placed != act or (clause.notice is None and not steps_of(clause)):
        return placed
    worked = act
    if clause.notice:
        stopped = stopping(c, clause, holder, occurrence)
        worked = _notice_run(c, clause, act, claims_of(occurrence), c.builder.any_of(revoked, stopped))
        worked = c.builder.any_of(worked, *resumed_runs(c, clause, holder, occurrence, revoked))
    for step in steps_of(clause):
        worked = c.builder.timer(worked, step, revoked, basis(c, clause))
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
        worked = on_days(c, act, moved(counted, clause.notice.offset.after), revoked, basis(c, clause))
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
    counted = counted_from(clause, claims)
    first = counted.first if counted else first_day_of(occurrence)
    if named.last >= run_out(clause, first):
        yield on_days(c, act, named, revoked, basis(c, clause))


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
