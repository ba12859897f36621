"""The days of a clause: the last day of a duty, the first and the last of a power, what a notice brings about."""

from collections.abc import Iterator

from msgspec.structs import replace

from inforce.answers.jointly import Posed
from inforce.answers.occasion import Occasion, occasions
from inforce.answers.status import Asked
from inforce.answers.turns import last_days_of_turns
from inforce.engine import (
    Ground,
    Happening,
    Hearing,
    Resolution,
    Signal,
    beginnings_of,
    earlier,
    grounds_of_event,
    grounds_on,
    happenings_of,
    statuses_within,
)
from inforce.model import Clause, Offset, Question
from inforce.model.act import VERBS_BY_NAME
from inforce.temporal import Day, contains

_EFFECTS = {
    "ends": "the treaty ends",
    "leaves": "{who} ceases to be a party",
    "suspends": "the treaty is suspended",
    "suspends between": "the treaty is suspended between some",
    "suspends for itself": "the treaty is suspended for {who}",
    "expels": "one that broke it ceases to be a party",
    "resumes": "the treaty is resumed",
    "unsigns": "{who} is a signatory no longer",
    "unapplies": "{who} applies the treaty provisionally no longer",
    "voids": "the treaty is void",
    "other": "what it brings about",
}

_WORKING = frozenset({"in_force", "provisional"})
"""Statuses of a treaty that a notice can work upon."""

STATUSES_WITH_DAYS = {"power": frozenset({"exercisable", "lost"}), "permission": frozenset({"open"})}
"""By kind of clause, the statuses of which the first day is told; a duty has its days by other signals."""


def clause_questions(hearing: Hearing, question: Question, clause: Clause, bearer: str) -> Iterator[Posed]:
    """Yield what is to be asked about a clause for one bearer: its status, and what a notice brings about."""
    yield Posed(replace(question, clause=clause.id, party=bearer), bearer, signals_beside(clause, bearer))
    brought = brought_about(hearing, clause, bearer)
    if brought:
        yield Posed(replace(question, party=bearer), bearer, brought)


def clause_occasions(asked: Asked, brought: Asked | None, window: tuple[Day, Day]) -> Iterator[Occasion]:
    """Yield everything about a clause that comes on a day, for one bearer; rows without an end only in a window.

    ``asked`` and ``brought`` are the questions of ``clause_questions``, solved.
    """
    clause = asked.clause
    assert clause is not None
    if clause.kind == "achieve":
        yield from _duty(asked)
    elif clause.kind == "power":
        yield from _power(asked, window)
    elif clause.kind == "permission":
        text = f"may {clause.verb} from this day on"
        yield from _begins("opens", text, asked, "open")
    if brought is not None:
        yield from _effects(clause, brought)


def brought_about(hearing: Hearing, clause: Clause, holder: str) -> dict[str, Signal]:
    """Return the signals of what the use of a power brings about, where anybody has used one like it."""
    acted = hearing.evidence.acts.get((_verb(clause), clause.treaty))
    if clause.effect is None or not (clause.deemed or acted):
        return {}
    asked = (clause.treaty, clause.id, holder)
    return {"effect": ("effect", *asked), "exercise": ("exercise", *asked)}


def _verb(clause: Clause) -> str:
    """Return the act by which a clause has its effect: a notice not to become a party ends provisional application."""
    return "refuse" if clause.provisional else clause.verb


def signals_beside(clause: Clause, bearer: str) -> dict[str, Signal]:
    """Return the signals of a clause that are asked beside its status: when a duty arises and runs out of time."""
    if clause.kind == "achieve":
        asked = (clause.treaty, clause.id, bearer)
        return {"start": ("start", *asked), "time_out": ("time_out", *asked)}
    if comes_round(clause) is not None:
        return {"entry": ("entry", clause.treaty, "")}
    return {}


def comes_round(clause: Clause) -> Offset | None:
    """Return from when before the end of each period a power has its last day, if it has one in every period."""
    within = clause.window if clause.kind == "power" else None
    return within.latest if within is not None and within.term == "running" else None


def _duty(asked: Asked) -> Iterator[Occasion]:
    def starts(resolution: Resolution) -> tuple[Happening, ...]:
        return happenings_of(resolution, "start")

    def explain(resolution: Resolution, day: Day) -> tuple[Ground, ...]:
        return grounds_of_event(resolution, "start", day)

    yield from occasions("arises", "falls due", asked, ("start", starts), explain)
    yield from last_days(asked)


def last_days(asked: Asked) -> Iterator[Occasion]:
    """Yield the last days of a duty: each is the day before its time has run out."""

    def last(resolution: Resolution) -> list[Happening]:
        return [earlier(each) for each in happenings_of(resolution, "time_out")]

    def explain(resolution: Resolution, day: Day) -> tuple[Ground, ...]:
        return grounds_of_event(resolution, "time_out", Day(day + 1))

    yield from occasions("last_day", "last day", asked, ("time_out", last), explain)


def _begins(kind: str, text: str, asked: Asked, status: str) -> Iterator[Occasion]:
    def begins(resolution: Resolution) -> tuple[Happening, ...]:
        return beginnings_of(resolution, "status", status)

    for occasion in occasions(kind, text, asked, ("status", begins), _why_status):
        yield replace(occasion, status=status)


def _why_status(resolution: Resolution, day: Day) -> tuple[Ground, ...]:
    return grounds_on(resolution, "status", day)


def _power(asked: Asked, window: tuple[Day, Day]) -> Iterator[Occasion]:
    clause = asked.clause
    assert clause is not None
    if not _is_always_there(clause):
        yield from _begins("opens", f"may {clause.verb} from this day on", asked, "exercisable")

    def last(resolution: Resolution) -> list[Happening]:
        return [earlier(each) for each in beginnings_of(resolution, "status", "lost")]

    def explain(resolution: Resolution, day: Day) -> tuple[Ground, ...]:
        return grounds_on(resolution, "status", Day(day + 1))

    text = f"last day to {clause.verb}"
    yield from occasions("last_notice", text, asked, ("status", last), explain)
    latest = comes_round(clause)
    if latest is not None:
        yield from last_days_of_turns(asked, text, latest, window)


def _is_always_there(clause: Clause) -> bool:
    """Whether a power opens on no day of its own: what all may always do together, and a signatory's to refuse."""
    refuses = clause.effect is not None and clause.effect.what in ("unsigns", "unapplies")
    return bool(clause.rule) and (clause.bearer.jointly or refuses)


def _effects(clause: Clause, asked: Asked) -> Iterator[Occasion]:
    """Yield what a notice brings about on a later day; what works at once comes on no day of its own."""
    assert clause.effect is not None
    holder = asked.party
    text = _EFFECTS[clause.effect.what].format(who=holder or "each")

    def explain(resolution: Resolution, day: Day) -> tuple[Ground, ...]:
        return grounds_of_event(resolution, "effect", day)

    verb = _verb(clause)
    meaning = VERBS_BY_NAME[verb].meaning if verb in VERBS_BY_NAME else verb
    named = f"{text}, by the {meaning} of {holder or 'all the parties'}"
    named = f"{text}, by clause {clause.id}" if clause.deemed else named
    yield from occasions("takes_effect", named, asked, ("effect", _later_effects), explain)


def _later_effects(resolution: Resolution) -> list[Happening]:
    acts = happenings_of(resolution, "exercise")
    return [
        each
        for each in happenings_of(resolution, "effect")
        if not any(contains(act.days, each.days[0][0]) for act in acts)
        and statuses_within(resolution, "status", Day(each.days[0][0] - 1), each.days[-1][1]) & _WORKING
    ]
