"""Notices: from which day one is counted, when it has run, and whether the day that it names leaves it enough time."""

from inforce.engine.compilation import Compilation
from inforce.engine.evidence import Occurrence
from inforce.engine.offsets import day_by_offset
from inforce.model import Claim, Clause, Offset
from inforce.temporal import BEGINNING, Day, Span, UncertainDay, candidates_from_ranges, day_after


def claims_of(occurrence: Occurrence | None) -> list[Claim]:
    """Return what is claimed of one use of a power."""
    return [claim for option in occurrence.options for claim in option.claims] if occurrence else []


def named_day(occurrence: Occurrence | None) -> UncertainDay | None:
    """Return the day on which a use is to work, if it names one."""
    return next((claim.effect for claim in claims_of(occurrence) if claim.effect), None)


def counted_from(clause: Clause, claims: list[Claim]) -> UncertainDay | None:
    """Return the day from which a notice is counted, if the clause or the notice names one."""
    counted = [claim.counting_from for claim in claims]
    received = [claim.received for claim in claims] if clause.notice and clause.notice.from_receipt else []
    return next((day for day in (*counted, *received) if day), None)


def moved(days: UncertainDay, span: Span) -> UncertainDay:
    """Return the days that follow some days by a span."""
    ranges = [(day_after(first, span), day_after(last, span)) for first, last in days.candidates]
    return UncertainDay(candidates_from_ranges(ranges), days.doubtful)


def last_day_of(occurrence: Occurrence) -> Day:
    """Return the last day on which an occurrence may have been."""
    return max((last for option in occurrence.options for _, last in option.candidates), default=BEGINNING)


def first_day_of(occurrence: Occurrence) -> Day:
    """Return the first day on which an occurrence may have been."""
    return min((first for option in occurrence.options for first, _ in option.candidates), default=BEGINNING)


def is_too_short(clause: Clause, occurrence: Occurrence | None) -> bool:
    """Whether the day that a use names certainly comes before its notice has run."""
    named = named_day(occurrence)
    if named is None or occurrence is None or is_long_enough(clause, occurrence):
        return False
    counted = counted_from(clause, claims_of(occurrence))
    if counted is None and clause.notice and clause.notice.from_receipt:
        return False
    return named.last < run_out(clause, counted.first if counted else first_day_of(occurrence))


def steps_of(clause: Clause) -> tuple[Offset, ...]:
    """Return how a day of the calendar is reached once a notice has run: the yearly last day first, if there is one."""
    yearly = (Offset(annual=clause.yearly),) if clause.yearly else ()
    return (*yearly, *clause.effect.steps) if clause.effect else yearly


def run_out(clause: Clause, base: Day) -> Day:
    """Return the day on which a notice counted from a day works at the earliest."""
    day = day_after(base, clause.notice.offset.after) if clause.notice else base
    for step in steps_of(clause):
        day = day_by_offset(day, step)
    return day


def is_received(clause: Clause, claims: list[Claim]) -> bool:
    """Whether a notice arrived, as far as the clause asks for it and the record says it."""
    asked = clause.notice is not None and clause.notice.from_receipt
    return not asked or any(claim.received or claim.counting_from for claim in claims)


def is_long_enough(clause: Clause, occurrence: Occurrence | None) -> bool:
    """Whether the day that a use names, if it names one, certainly leaves the notice its time."""
    named = named_day(occurrence)
    at_end = clause.effect is not None and clause.effect.at_end_of
    if named is None or occurrence is None or at_end or not (clause.notice or steps_of(clause)):
        return True
    counted = counted_from(clause, claims_of(occurrence))
    if counted is None and clause.notice and clause.notice.from_receipt:
        return False
    return named.first >= run_out(clause, counted.last if counted else last_day_of(occurrence))


def whether_received(c: Compilation, clause: Clause) -> int:
    """Build the state that a notice was received of which no receipt is recorded: nobody knows."""
    return c.builder.latch(c.unknown(f"whether and when the notice under clause {clause.id} was received"))
