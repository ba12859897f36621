"""Whether a party may do something: yes, no or open; what it needs, since when, and what would follow."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Because
from inforce.answers.disputes import reasons_of_cases
from inforce.answers.may_reserve import RESERVATION_ACTS, ReservationPower, reservation_powers
from inforce.answers.question import UnknownNameError, treaty_named, view_named
from inforce.answers.wording import text_from_day
from inforce.engine import Resolution, Solution, possible_on, rows_from_solution, solve, supplied_clauses
from inforce.model import (
    POWERS,
    RECORD,
    Act,
    ActorAt,
    Book,
    Claim,
    Clause,
    Notice,
    Question,
    Treaty,
    View,
    Window,
)
from inforce.temporal import BEGINNING, Day, Span, UncertainDay, text_from_span

_AVAILABLE = "exercisable"
_END = {"first": "the end of the first term", "running": "the end of the term"}


class MayAnswer(Struct, frozen=True):
    """Whether a party may do an act on a day under one clause or rule.

    ``first_day`` is the first day from then on on which it certainly may; ``earliest_effect`` the first day on which
    an act done on the day asked, or on that first day, would have ended the treaty or the membership.
    """

    treaty: str
    act: str
    party: str
    on: str | None
    view: str
    verdict: str
    clause: str | None = None
    status: str | None = None
    needs: tuple[str, ...] = ()
    not_needed: tuple[str, ...] = ()
    first_day: str | None = None
    earliest_effect: str | None = None
    because: tuple[Because, ...] = ()


class _Desk(Struct, frozen=True):
    """Where one question of power is worked on: the book, the treaty, the view, the day of knowledge."""

    book: Book
    treaty: Treaty
    view: View
    known: Day | None
    act: str
    party: str
    on: Day


def may(book: Book, act: str, question: Question) -> tuple[MayAnswer, ...]:
    """Answer whether the party of a question may do an act, for every clause and rule that gives the power.

    Where none does, the one answer says so.

    Raises:
        UnknownNameError: if the treaty, the view, the party or the act does not exist.
    """
    treaty, view = treaty_named(book, question.treaty), view_named(book, question.view)
    party = question.party
    if party not in book.actors and party not in treaty.parties:
        raise UnknownNameError("actor", party, tuple(book.actors))
    clauses = [clause for clause in _powers(treaty, view) if act in (clause.verb, clause.id, *clause.aliases)]
    if not clauses and act not in (*POWERS, *RESERVATION_ACTS):
        known = {*POWERS, *RESERVATION_ACTS, *(clause.id for clause in _powers(treaty, view))}
        raise UnknownNameError("act", act, tuple(sorted(known)))
    desk = _Desk(book, treaty, view, question.known, act, party, question.on)
    found = [answer for clause in clauses for answer in _answers(desk, clause)]
    if not found and act in RESERVATION_ACTS:
        found = [
            _of_reservation(desk, each) for each in reservation_powers(book, treaty, view, act, question)
        ]
    return tuple(found) or (_blank(desk),)


def _of_reservation(desk: _Desk, power: ReservationPower) -> MayAnswer:
    return replace(
        _blank(desk),
        act=power.act,
        clause=power.clause,
        verdict=power.verdict,
        needs=power.needs,
        first_day=text_from_day(power.first_day),
        because=power.because,
    )


def _powers(treaty: Treaty, view: View) -> list[Clause]:
    supplied = supplied_clauses(view, treaty)
    return [clause for clause in (*treaty.clauses, *supplied) if clause.kind == "power"]


def _blank(desk: _Desk) -> MayAnswer:
    """Return the answer where nothing gives the power; each clause that may give it says more."""
    text = f"no clause of {desk.treaty.id}, and no rule that the view applies, gives a power to {desk.act}"
    return MayAnswer(
        treaty=desk.treaty.id,
        act=desk.act,
        party=desk.party,
        on=text_from_day(desk.on),
        view=desk.view.id,
        verdict="no",
        because=(Because("rule", "", text),),
    )


def _answers(desk: _Desk, clause: Clause) -> list[MayAnswer]:
    """Return the answer under a clause; what is done towards one party has one for each that it may be done to."""
    if clause.verb != "suspend-towards":
        return [_answer(desk, clause)]
    towards = [_answer(desk, clause, other) for other in desk.treaty.parties if other != desk.party]
    telling = [answer for answer in towards if answer.verdict != "no" or answer.status != "conditional"]
    return telling or towards[:1]


def _answer(desk: _Desk, clause: Clause, other: str = "") -> MayAnswer:
    holder = "" if clause.bearer.jointly else desk.party
    signals = {"power": ("clause_status", desk.treaty.id, clause.id, holder, other)}
    solution = solve(desk.book, desk.view, signals, desk.known)
    possible = possible_on(solution, "power", desk.on)
    first = _first_day(solution, desk.on)
    return replace(
        _blank(desk),
        act=f"{desk.act} ({other})" if other else desk.act,
        verdict="yes" if possible == (_AVAILABLE,) else "open" if _AVAILABLE in possible else "no",
        clause=clause.id,
        status=possible[0] if len(possible) == 1 else "contested",
        needs=tuple(_needs(clause)),
        not_needed=tuple(_not_needed(clause)),
        first_day=text_from_day(first),
        earliest_effect=text_from_day(_earliest_effect(desk, clause, (holder, other), first)),
        because=tuple(reasons_of_cases(solution, "power", desk.on, desk.book, desk.treaty.id)),
    )


def _first_day(solution: Solution, on: Day) -> Day | None:
    """Return the first day, from the one asked, on which the power certainly exists."""
    rows = (row for row in rows_from_solution(solution, "power") if row.possible == (_AVAILABLE,))
    return next((max(row.since, on) for row in rows if row.until is None or row.until > on), None)


def _needs(clause: Clause) -> Iterator[str]:
    """Yield what a power asks of the one who uses it."""
    if clause.bearer.jointly:
        yield "all the parties together"
    if clause.once:
        yield clause.sentence
    if clause.window is not None and clause.window.earliest is not None:
        yield f"not before {_opening(clause.window)}"
    if clause.window is not None and clause.window.latest is not None:
        span = text_from_span(clause.window.latest.before)
        yield f"no later than {span} before {_END[clause.window.term]}"
    if clause.notice is not None:
        yield f"notice of {text_from_span(clause.notice.offset.after)}{_receipt(clause.notice)}"
    yield from (
        f"{line.key} {line.text}"
        for line in clause.lines
        if line.key in ("to", "stating", "with the agreement of")
    )


def _receipt(notice: Notice) -> str:
    """Tell from whose receipt a notice is counted, as far as the text says it."""
    by = f" by {notice.receiver}" if notice.receiver else ""
    return f" from receipt{by}" if notice.from_receipt else ""


def _opening(window: Window) -> str:
    """Tell from when a power may be used."""
    assert window.earliest is not None
    if window.term == "entry":
        return f"{text_from_span(window.earliest.after)} after entry into force"
    before = window.earliest.before
    return f"{text_from_span(before)} before {_END[window.term]}" if before != Span() else _END[window.term]


def _not_needed(clause: Clause) -> Iterator[str]:
    """Yield what a power could ask and does not."""
    if clause.notice is None and not (clause.effect and clause.effect.at_end_of):
        yield "notice"
    if not any(line.key == "stating" for line in clause.lines):
        yield "reasons"
    if not clause.bearer.jointly and not any(line.key == "with the agreement of" for line in clause.lines):
        yield "the consent of the other side"


def _earliest_effect(desk: _Desk, clause: Clause, sides: tuple[str, str], first: Day | None) -> Day | None:
    """Try the act on its first day, and see when it would work; ``sides`` are its actor and towards whom it is."""
    holder, other = sides
    if first is None or clause.effect is None:
        return None
    actors = tuple(ActorAt(code) for code in ((holder,) if holder else desk.treaty.parties))
    voice = desk.view.tiers[0][0] if desk.view.tiers else RECORD
    act = Act(clause.verb, actors, desk.treaty.id, party=other, label="tried")
    day = UncertainDay(((first, first),))
    always = UncertainDay(((BEGINNING, BEGINNING),))
    tried = Claim("tried", act, voice, when=day, known=always, received=day)
    signals = {"effect": ("effect", desk.treaty.id, clause.id, holder)}
    supposed = replace(desk.book, claims=(*desk.book.claims, tried))
    solution = solve(supposed, desk.view, signals, desk.known)
    days = [_first_settled(resolution, first) for resolution in solution.resolutions]
    return None if None in days else max((day for day in days if day is not None), default=None)


def _first_settled(resolution: Resolution, first: Day) -> Day | None:
    settlements = resolution.run.settlements.get(resolution.circuit.outputs["effect"], ())
    return next((day for day, _ in settlements if day >= first), None)
