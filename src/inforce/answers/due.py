"""What falls due in a window of days: last days, first days, and what ends or begins anew if nobody acts."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from inforce.answers.clause_days import clause_occasions
from inforce.answers.hearings import hearing_of
from inforce.answers.membership import check_party, possible_parties
from inforce.answers.moved_days import postponed_occasions
from inforce.answers.occasion import Occasion
from inforce.answers.occasion_answers import answer_on, certainty_of, days_told, reasons_of
from inforce.answers.question import treaty_named
from inforce.answers.quiet import unquiet
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
    found = [
        occasion
        for treaty in treaties
        for occasion in _occasions(hearing, treaty, who[treaty.id], window)
        if occasion.comes_within(window.first, window.last) and (window.over or _matters(occasion))
    ]
    dated = (_due(each, today) for each in sorted(found, key=lambda each: each.days))
    undated = (
        item for treaty in treaties for item in _undated(hearing, treaty, who[treaty.id], window, today)
    )
    return (*dated, *undated) if window.undated else tuple(dated)


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


def _occasions(hearing: Hearing, treaty: Treaty, who: Sequence[str], window: Window) -> Iterator[Occasion]:
    if window.party not in ("", *who):
        return
    question, days = _question(treaty, window), (window.first, window.last)
    for instrument, terms in (("", treaty.terms), *((i.id, i.terms) for i in treaty.instruments)):
        if not terms.is_limited:
            continue
        asked_of = replace(question, instrument=instrument)
        also = term_signals(treaty.id, instrument)
        asked = Asked(asked_of, window.party, hearing, flagged=False, also=also)
        yield from term_occasions(asked, terms, days)
    for clause in (*treaty.clauses, *supplied_clauses(hearing.view, treaty)):
        bearing = bearers(who, clause, window.party)
        for bearer in unquiet(hearing, question, clause, bearing, days):
            yield from clause_occasions(hearing, question, clause, bearer, days)
        for bearer in bearing if clause.kind == "achieve" else ():
            yield from postponed_occasions(hearing, question, clause, bearer)


def _undated(
    hearing: Hearing, treaty: Treaty, who: Sequence[str], window: Window, today: Day | None
) -> Iterator[Due]:
    question = replace(_question(treaty, window), on=window.last)
    for clause in treaty.clauses if window.party in ("", *who) else ():
        for bearer in bearers(who, clause, window.party) if clause.kind == "achieve" else ():
            answer = undated_duty(hearing, question, clause, bearer, today)
            if answer is not None:
                text = ", ".join(clause.standards) or "no day is set"
                yield Due(
                    "no_day", None, answer.status == "due", answer.certainty, text, answer, answer.because
                )


def _question(treaty: Treaty, window: Window) -> Question:
    return Question(treaty.id, window.first, view=window.view, known=window.known)


def bearers(who: Sequence[str], clause: Clause, party: str) -> Sequence[str]:
    """Return for whom a clause is asked: everyone of its treaty who bears it, or the one party that is meant.

    What all bear jointly, or nobody by name, is each party's concern.
    """
    named = who if clause.bearer.each else clause.bearer.actors
    if clause.bearer.jointly or not named:
        return ("",)
    return [code for code in named if party in ("", code)]
