"""What falls due in a window of days: last days, first days, and what ends or begins anew if nobody acts."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from msgspec.structs import replace

from inforce.answers.clause_days import clause_occasions, clause_questions
from inforce.answers.hearings import hearing_of
from inforce.answers.jointly import posed_jointly
from inforce.answers.membership import check_party, possible_parties
from inforce.answers.moved_days import postponed_occasions
from inforce.answers.occasion import Occasion
from inforce.answers.occasion_answers import answer_on, certainty_of, days_told, reasons_of
from inforce.answers.question import treaty_named
from inforce.answers.quiet import Borne, Screen
from inforce.answers.status import Asked
from inforce.answers.turns import term_occasions, term_signals
from inforce.answers.undated import undated_duty
from inforce.answers.window import Due, Window, WindowError
from inforce.engine import Hearing, supplied_clauses
from inforce.model import Book, Clause, Question, Treaty
from inforce.temporal import Day

_IDLE = frozenset(
    {
        "ended",
        "ceased",
        "not_applicable",
        "not_yet_operative",
        "released",
        "void",
        "not_a_party",
        "not_concluded",
    }
)
"""Where nothing but these is possible on a day, nothing comes on it."""

_ENDING = ("expires", "takes_effect")
"""What is over on its day by its nature; it is asked whether it was in force before."""


def due(book: Book, window: Window, today: Day | None = None) -> tuple[Due, ...]:
    """Return what falls due within a window, in the order of the calendar; what has no day stands at the end.

    Raises:
        UnknownNameError: if the treaty, the party or the view does not exist, or a government is named for a party.
        WindowError: if the window ends before it begins.
    """
    treaties = [treaty_named(book, window.treaty)] if window.treaty else list(book.treaties.values())
    who = possible_parties(book)
    _check(book, window, (code for treaty in treaties for code in who[treaty.id]))
    hearing = hearing_of(book, window.view, window.known)
    asked = [_Searched(hearing, treaty, who[treaty.id], window) for treaty in treaties]
    found = [
        occasion
        for each in asked
        for occasion in each.occasions()
        if occasion.comes_within(window.first, window.last) and (window.over or _matters(occasion))
    ]
    dated = tuple(_due(each, today) for each in sorted(found, key=lambda each: each.days))
    undated = (item for each in asked if window.undated for item in each.undated(today))
    return (*dated, *undated)


def _check(book: Book, window: Window, parties: Iterable[str]) -> None:
    if window.last < window.first:
        raise WindowError(window)
    if window.party:
        check_party(book, window.party, parties)


def _matters(occasion: Occasion) -> bool:
    if occasion.kind == "arises" and "due" not in occasion.statuses:
        return False
    return occasion.kind in _ENDING or bool(occasion.statuses - _IDLE)


def _due(occasion: Occasion, today: Day | None) -> Due:
    return Due(
        kind=occasion.kind,
        days=days_told(occasion.days),
        sure=occasion.sure,
        certainty=certainty_of(occasion),
        text=occasion.text,
        answer=answer_on(occasion, today),
        because=reasons_of(occasion),
    )


class _Searched:
    """A treaty searched for what comes within a window: on one circuit first, then what may come by itself."""

    def __init__(self, hearing: Hearing, treaty: Treaty, who: Sequence[str], window: Window) -> None:
        self._hearing, self._treaty, self._window = hearing, treaty, window
        self._question = Question(treaty.id, window.first, view=window.view, known=window.known)
        self._is_meant = window.party in ("", *who)
        clauses = (*treaty.clauses, *supplied_clauses(hearing.view, treaty)) if self._is_meant else ()
        self._borne = [
            [Borne(clause, bearer) for bearer in bearers(who, clause, window.party)] for clause in clauses
        ]

    @cached_property
    def _screen(self) -> Screen:
        return Screen(self._hearing, self._question, chain.from_iterable(self._borne))

    def occasions(self) -> Iterator[Occasion]:
        """Yield what may come within the window, and some of what comes besides."""
        if not self._is_meant:
            return
        days = (self._window.first, self._window.last)
        yield from self._of_terms(days)
        solved = self._solved(days)
        for borne in self._borne:
            for asked, brought in (solved[each] for each in borne if each in solved):
                yield from clause_occasions(asked, brought, days)
            for each in borne:
                if each.clause.kind == "achieve":
                    yield from postponed_occasions(self._hearing, self._question, each.clause, each.bearer)

    def _solved(self, days: tuple[Day, Day]) -> dict[Borne, tuple[Asked, Asked | None]]:
        """Solve what may come, all of it together; each as if it were asked alone."""
        may_come = [each for each in chain.from_iterable(self._borne) if self._screen.may_come(each, days)]
        posed = [
            [*clause_questions(self._hearing, self._question, each.clause, each.bearer)] for each in may_come
        ]
        solved = iter(posed_jointly(self._hearing, [*chain.from_iterable(posed)]))
        return {
            each: (next(solved), next(solved) if len(questions) > 1 else None)
            for each, questions in zip(may_come, posed, strict=True)
        }

    def _of_terms(self, days: tuple[Day, Day]) -> Iterator[Occasion]:
        treaty = self._treaty
        for instrument, terms in (("", treaty.terms), *((i.id, i.terms) for i in treaty.instruments)):
            if terms.is_limited:
                question = replace(self._question, instrument=instrument)
                also = term_signals(treaty.id, instrument)
                asked = Asked(question, self._window.party, self._hearing, flagged=False, also=also)
                yield from term_occasions(asked, terms, days)

    def undated(self, today: Day | None) -> Iterator[Due]:
        """Yield the duties of the text that are due on the last day and have no day."""
        question = replace(self._question, on=self._window.last)
        for each in chain.from_iterable(self._borne):
            if each.clause.rule or each.clause.kind != "achieve":
                continue
            if not self._screen.may_be(each, "due", question.on):
                continue
            answer = undated_duty(self._hearing, question, each.clause, each.bearer, today)
            if answer is not None:
                text = ", ".join(each.clause.standards) or "no day is set"
                sure = answer.status == "due"
                yield Due("no_day", None, sure, answer.certainty, text, answer, answer.because)


def bearers(who: Sequence[str], clause: Clause, party: str) -> Sequence[str]:
    """Return for whom a clause is asked: everyone of its treaty who bears it, or the one party that is meant.

    What all bear jointly, or nobody by name, is each party's concern.
    """
    named = who if clause.bearer.each else clause.bearer.actors
    if clause.bearer.jointly or not named:
        return ("",)
    return [code for code in named if party in ("", code)]
