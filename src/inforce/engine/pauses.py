"""A notice whose time does not run for a while: it is suspended, and resumed, by an act upon the act."""

from collections.abc import Iterator

from inforce.engine.builder import NOBODY
from inforce.engine.compilation import Compilation
from inforce.engine.defects import SOUND
from inforce.engine.effect_days import acts_upon
from inforce.engine.evidence import Occurrence, actors_of
from inforce.engine.notices import claims_of, counted_from, first_day_of, last_day_of
from inforce.model import Clause, Offset
from inforce.temporal import Day, day_after

_Days = tuple[Day, Day]
"""The first and the last day on which something may have been."""


def stopping(c: Compilation, clause: Clause, holder: str, occurrence: Occurrence | None) -> int:
    """Build the event that a notice is suspended, by one who has the power to, or by all the parties."""
    return c.builder.any_of(*(act for act, _ in _stops(c, clause, holder, occurrence)))


def resumed_runs(
    c: Compilation, clause: Clause, holder: str, occurrence: Occurrence | None, revoked: int
) -> Iterator[int]:
    """Yield when a notice that was suspended and resumed has run: what was left of its time counts from then.

    Where a day is uncertain, how much was left is too: the notice may have run on any day from the earliest on.
    """
    stops = _stops(c, clause, holder, occurrence)
    if occurrence is None or not stops:
        return
    resumptions = _resumptions(c, clause, holder, occurrence, [act for act, _ in stops])
    left = _whole(clause, occurrence)
    for turn, (_, stop) in enumerate(stops):
        following = [(act, days) for act, days in resumptions if days[0] > stop[0]]
        left = (Day(max(left[0] - stop[1], 0)), Day(max(left[1] - stop[0], 0)))
        if not following or not left[1]:
            return
        act, days = following[0]
        again = c.builder.any_of(revoked, *(later for later, _ in stops[turn + 1 :]))
        ran = c.builder.timer(act, Offset(days=left[0]), again)
        if left[0] != left[1] or days[0] != days[1]:
            about = f"how long the notice under clause {clause.id} was suspended"
            ran = c.builder.gate(c.unknown(about), c.builder.latch(ran, again))
        yield ran
        left = (Day(days[0] + left[0]), Day(days[1] + left[1]))


def _whole(clause: Clause, occurrence: Occurrence) -> _Days:
    """Return the days on which the whole notice would have run."""
    assert clause.notice is not None
    counted = counted_from(clause, claims_of(occurrence))
    first, last = (
        (counted.first, counted.last) if counted else (first_day_of(occurrence), last_day_of(occurrence))
    )
    span = clause.notice.offset.after
    return day_after(first, span), day_after(last, span)


def _stops(
    c: Compilation, clause: Clause, holder: str, occurrence: Occurrence | None
) -> list[tuple[int, _Days]]:
    """Return the suspensions of a notice in order, each judged by its power, with its days."""
    powers = [each.id for each in c.clauses(clause.treaty) if each.verb == "suspend-notice"]
    everyone = set(c.treaty(clause.treaty).parties)
    found = []
    for slot in acts_upon(c, "suspend-notice", clause.treaty, occurrence):
        for event, stop in c.occurrences(slot):
            uses = [c.node("use", clause.treaty, name, holder, event, SOUND) for name in powers]
            if everyone <= set(actors_of(slot)):
                uses.append(
                    c.builder.act(event, lambda: c.node("in_force", clause.treaty, ""), name="suspend-notice")
                )
            act = c.builder.any_of(*uses)
            found += [(_on(c, act, days), days) for days in _days(c, slot, stop) if act != NOBODY]
    return sorted(found, key=lambda each: each[1])


def _resumptions(
    c: Compilation, clause: Clause, holder: str, occurrence: Occurrence, stops: list[int]
) -> list[tuple[int, _Days]]:
    """Return the resumptions of a notice in order: each needs a suspension that has not been lifted."""
    suspended = c.builder.latch(c.builder.any_of(*stops))
    found = []
    for slot in acts_upon(c, "resume-notice", clause.treaty, occurrence):
        for event, again in c.occurrences(slot):
            act = c.builder.act(event, lambda: suspended, name="resume-notice")
            found += [(_on(c, act, days), days) for days in _days(c, slot, again)]
    return sorted(found, key=lambda each: each[1])


def _on(c: Compilation, act: int, days: _Days) -> int:
    """Build an act as far as it was on its own day, where several plain ones are one event."""
    first, last = days
    if first != last:
        return act
    return c.builder.gate(act, c.builder.latch(c.on_day(first), c.on_day(first + 1)))


def _days(c: Compilation, slot: tuple[object, ...], occurrence: Occurrence | None) -> list[_Days]:
    """Return the days of an act upon a notice: of each plain one, or of the one that stands alone."""
    plain = (item for item in c.evidence.occurrences[slot] if item.is_plain)
    return [(first_day_of(each), last_day_of(each)) for each in ([occurrence] if occurrence else plain)]
