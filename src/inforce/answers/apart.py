"""Where two views answer differently about a treaty and its parts: on which days, for whom, and on which evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Answer, Because
from inforce.answers.hearings import hearing_of
from inforce.answers.question import treaty_named
from inforce.answers.status import Asked, asked_for
from inforce.answers.wording import text_from_day
from inforce.model import Book, Question, Treaty
from inforce.temporal import BEGINNING, FOREVER, Day, day_from_iso

_EVIDENCE = frozenset({"claim", "rule"})
"""The kinds of reasons that one view may have and another not; the clauses are the same for both."""


class Apart(Struct, frozen=True):
    """Days on which two views answer differently about one thing, for one bearer.

    ``since`` is the first of these days, ``until`` the first day after them, None where there is none. ``one`` and
    ``other`` are the answers on the first day, with reasons; ``only_one`` and ``only_other`` are the claims and rules
    among the reasons of one of them alone: on these it turns.
    """

    treaty: str
    instrument: str | None
    clause: str | None
    party: str | None
    since: str | None
    until: str | None
    one: Answer
    other: Answer
    only_one: tuple[Because, ...]
    only_other: tuple[Because, ...]


class Weighed(Struct, frozen=True):
    """A claim or a rule on which only one view rests, and how many differences it is behind."""

    view: str
    because: Because
    differences: int


class Differing(Struct, frozen=True):
    """Two views compared: the question, every difference, and the evidence on which the differences turn."""

    query: dict[str, str | bool | None]
    answers: tuple[Apart, ...]
    evidence: tuple[Weighed, ...]


def apart(
    book: Book, question: Question, others: tuple[str, str], today: Day | None = None
) -> tuple[Apart, ...]:
    """Return where two views differ in their statuses: of the treaty, each instrument and each clause, for each bearer.

    A clause or an instrument may be named in the question, and a party; flags and certainty make no difference.

    Raises:
        UnknownNameError: if a name is not in the book.

    >>> import inforce
    >>> from inforce.temporal import day_from_iso
    >>> book = inforce.open().book
    >>> asked = Question("sino-soviet-1945", Day(0), clause="8.term")
    >>> [(each.since, each.one.status, each.other.status) for each in apart(book, asked, ("roc", "prc"))]
    [('1950-02-14', 'holds', 'ceased')]
    """
    treaty = treaty_named(book, question.treaty)
    return tuple(found for part in _parts(treaty, question) for found in _of_part(book, part, others, today))


def _parts(treaty: Treaty, question: Question) -> Iterator[Question]:
    """Yield the question of each part: the one that is named, or the treaty, its instruments and its clauses."""
    if question.clause or question.instrument:
        yield question
        return
    yield question
    for instrument in treaty.instruments:
        yield replace(question, instrument=instrument.id)
    for clause in treaty.clauses:
        bearers = clause.bearer.actors
        if not question.party or clause.bearer.each or not bearers or question.party in bearers:
            yield replace(question, clause=clause.id)


def _of_part(book: Book, question: Question, others: tuple[str, str], today: Day | None) -> Iterator[Apart]:
    sides = [_solved(book, replace(question, view=view)) for view in others]
    for one, other in zip(*sides, strict=True):
        for since, until in stretches_apart(one, other):
            yield _told(one, other, (since, until), today)


def _solved(book: Book, question: Question) -> list[Asked]:
    return asked_for(book, question, hearing=hearing_of(book, question.view, question.known))


def stretches_apart(one: Asked, other: Asked) -> Iterator[tuple[Day, Day]]:
    """Yield the days on which two answers differ, as long as each of them stays the same."""
    turns = sorted({row.since for asked in (one, other) for row in asked.rows})
    for since, until in pairwise((*turns, FOREVER)):
        if set(one.possible(since)) != set(other.possible(since)):
            yield since, until


def _told(one: Asked, other: Asked, days: tuple[Day, Day], today: Day | None) -> Apart:
    first, second = one.answer(days[0], today), other.answer(days[0], today)
    return Apart(
        treaty=first.treaty,
        instrument=first.instrument,
        clause=first.clause,
        party=first.party,
        since=text_from_day(days[0]),
        until=text_from_day(days[1]),
        one=first,
        other=second,
        only_one=_only(first, second),
        only_other=_only(second, first),
    )


def _only(answer: Answer, than: Answer) -> tuple[Because, ...]:
    """Return the claims and rules on which an answer rests and another does not, each once."""
    known = {_gist(each) for each in than.because}
    found = {
        _gist(each): replace(each, depth=0)
        for each in answer.because
        if each.kind in _EVIDENCE and _gist(each) not in known
    }
    return tuple(found.values())


def _gist(because: Because) -> tuple[str, str, str]:
    return because.kind, because.id, because.text


def weighed(found: Sequence[Apart]) -> tuple[Weighed, ...]:
    """Return the evidence on which differences turn, what is behind most of them first.

    What now the one view rests on and now the other does not part them.
    """
    counted = Counter(_evidence(found))
    views: dict[tuple[str, str, str], set[str]] = {}
    for view, because in counted:
        views.setdefault(_gist(because), set()).add(view)
    return tuple(
        Weighed(view, because, times)
        for (view, because), times in counted.most_common()
        if len(views[_gist(because)]) == 1
    )


def _evidence(found: Iterable[Apart]) -> Iterator[tuple[str, Because]]:
    for each in found:
        yield from ((each.one.view, because) for because in each.only_one)
        yield from ((each.other.view, because) for because in each.only_other)


def holding_on(found: Iterable[Apart], day: Day) -> tuple[Apart, ...]:
    """Return the differences that there are on a day."""
    return tuple(each for each in found if days_of(each)[0] <= day < days_of(each)[1])


def days_of(difference: Apart) -> tuple[Day, Day]:
    """Return the first day of a difference and the first day after it."""
    since, until = difference.since, difference.until
    return (day_from_iso(since) if since else BEGINNING), (day_from_iso(until) if until else FOREVER)
