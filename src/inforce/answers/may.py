"""Whether a party may do something: yes, no or open; what it needs, since when, and what would follow."""

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.ability import first_day_from, judged_before, power_signals_of, verdict_on
from inforce.answers.answer import Because
from inforce.answers.disputes import reasons_of_cases
from inforce.answers.may_reserve import RESERVATION_ACTS, ReservationPower, reservation_powers
from inforce.answers.powers import concerns, needs, not_needed, powers_of, under_procedure
from inforce.answers.question import UnknownNameError, treaty_named, view_named
from inforce.answers.wording import text_from_day
from inforce.engine import Resolution, possible_on, solve
from inforce.model import POWERS, RECORD, Act, ActorAt, Book, Claim, Clause, Detail, Question, Treaty, View
from inforce.temporal import BEGINNING, Day, UncertainDay

_TOWARDS = "-towards"
"""How an act is called that is done to one party alone."""


class MayAnswer(Struct, frozen=True):
    """Whether a party may do an act on a day under one clause or rule.

    ``first_day`` is the first day from then on on which it certainly may, its power having existed the day before;
    ``earliest_effect`` the first day on which
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
    powers = powers_of(treaty, view)
    known = [(clause, verb) for clause, verb in powers if act in (verb, clause.id, *clause.aliases)]
    if not known and act not in (*POWERS, *RESERVATION_ACTS):
        names = {*POWERS, *RESERVATION_ACTS, *(clause.id for clause, _ in powers)}
        raise UnknownNameError("act", act, tuple(sorted(names)))
    desk = _Desk(book, treaty, view, question.known, act, party, question.on)
    given = [(clause, verb) for clause, verb in known if concerns(book, clause, party)]
    found = [answer for clause, verb in given for answer in _answers(desk, clause, verb)]
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


def _answers(desk: _Desk, clause: Clause, verb: str) -> list[MayAnswer]:
    """Return the answer under a clause; what is done towards one party has one for each that it may be done to."""
    if not verb.endswith(_TOWARDS) and not clause.bearer.but_one:
        return [_answer(desk, clause, verb)]
    towards = [_answer(desk, clause, verb, other) for other in desk.treaty.parties if other != desk.party]
    telling = [answer for answer in towards if answer.verdict != "no" or answer.status != "conditional"]
    return telling or towards[:1]


def _answer(desk: _Desk, clause: Clause, verb: str, other: str = "") -> MayAnswer:
    asked = under_procedure(desk.treaty, desk.view, clause)
    holder = "" if clause.bearer.jointly else desk.party
    solution = solve(desk.book, desk.view, power_signals_of(clause, verb, (holder, other)), desk.known)
    possible = possible_on(solution, "power", desk.on)
    first = first_day_from(solution, desk.on)
    reasons = reasons_of_cases(solution, "power", desk.on, desk.book, desk.treaty.id)
    return replace(
        _blank(desk),
        act=f"{verb} ({other})" if other else verb,
        verdict=verdict_on(solution, desk.on),
        clause=clause.id,
        status=possible[0] if len(possible) == 1 else "contested",
        needs=tuple(needs(asked, verb)),
        not_needed=tuple(not_needed(asked, verb)),
        first_day=text_from_day(first),
        earliest_effect=text_from_day(_earliest_effect(desk, (clause, verb), (holder, other), first)),
        because=(*judged_before(solution, desk.on), *reasons),
    )


def _earliest_effect(
    desk: _Desk, power: tuple[Clause, str], sides: tuple[str, str], first: Day | None
) -> Day | None:
    """Try the act on its first day, and see when it would work; ``sides`` are its actor and towards whom it is."""
    (clause, verb), (holder, other) = power, sides
    if verb == "decline":
        return first
    if first is None or clause.effect is None:
        return None
    actors = tuple(ActorAt(code) for code in _who(desk, clause, holder, other))
    voice = desk.view.tiers[0][0] if desk.view.tiers else RECORD
    towards = other if verb.endswith(_TOWARDS) else ""
    act = Act(verb, actors, desk.treaty.id, party=towards, label="tried")
    day = UncertainDay(((first, first),))
    always = UncertainDay(((BEGINNING, BEGINNING),))
    whom = tuple(each for each in clause.addressees if each != "the other")
    others = tuple(each for each in desk.treaty.parties if each != holder)
    stated = (Detail("stating", "what the clause asks for"),)
    tried = Claim(
        "tried",
        act,
        voice,
        when=day,
        known=always,
        received=day,
        details=stated,
        received_by=(*whom, *others),
    )
    signals = {"effect": ("effect", desk.treaty.id, clause.id, holder)}
    supposed = replace(desk.book, claims=(*desk.book.claims, tried))
    solution = solve(supposed, desk.view, signals, desk.known)
    days = [_first_settled(resolution, first) for resolution in solution.resolutions]
    return None if None in days else max((day for day in days if day is not None), default=None)


def _who(desk: _Desk, clause: Clause, holder: str, other: str) -> tuple[str, ...]:
    """Return who has to act: the one who is asked about, all the parties, or all but the one against whom they act."""
    if clause.bearer.but_one:
        return tuple(party for party in desk.treaty.parties if party != other)
    return (holder,) if holder else desk.treaty.parties


def _first_settled(resolution: Resolution, first: Day) -> Day | None:
    settlements = resolution.run.settlements.get(resolution.circuit.outputs["effect"], ())
    return next((day for day, _ in settlements if day >= first), None)
