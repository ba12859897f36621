"""Everything that binds two parties on a day, across all books: texts, and each clause in each direction."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.hearings import hearing_of
from inforce.answers.membership import check_pair, possible_parties
from inforce.answers.question import UnknownNameError
from inforce.answers.status import asked_for
from inforce.engine import Hearing
from inforce.model import STATUSES, Book, Clause, Question, Treaty
from inforce.temporal import Day

CONTESTED = "contested"
_DEAD = frozenset({"ended", "void", "not_concluded", "not_a_party"})
"""Where a text has one of these for the pair, it does not bind them."""

_OVER = frozenset({"ended", "ceased", "not_applicable"})
"""Where a clause has one of these, nothing is left of it."""

STATUS_NAMES = tuple(dict.fromkeys((CONTESTED, *(name for names in STATUSES.values() for name in names))))


class Pair(Struct, frozen=True):
    """What is asked between two: the day, the view, which statuses of clauses, and whether what is over too."""

    one: str
    other: str
    on: Day
    view: str = "all-voices"
    known: Day | None = None
    statuses: tuple[str, ...] = ()
    over: bool = False


class Bond(Struct, frozen=True):
    """What one text does between two parties: its standing, and its clauses in each direction.

    ``instrument`` is None for the treaty itself; ``counts`` are of the clauses, by status.
    """

    treaty: str
    instrument: str | None
    title: str
    standing: Answer
    counts: dict[str, int]
    clauses: tuple[Answer, ...]


def between(book: Book, pair: Pair, today: Day | None = None) -> tuple[Bond, ...]:
    """Return what binds two parties, text by text in the order of the books.

    Only treaties are asked to which both can be parties. A text that has ended between them is there for what
    survives it, or if what is over is asked for too.

    Raises:
        UnknownNameError: if a party, the view or a status does not exist, or a government is named for a party.
    """
    check_pair(book, pair.one, pair.other)
    for status in pair.statuses:
        if status not in STATUS_NAMES:
            raise UnknownNameError("status", status, STATUS_NAMES)
    hearing = hearing_of(book, pair.view, pair.known)
    shared = (name for name, who in possible_parties(book).items() if {pair.one, pair.other} <= set(who))
    return tuple(bond for name in shared for bond in _bonds(hearing, book.treaties[name], pair, today))


def _bonds(hearing: Hearing, treaty: Treaty, pair: Pair, today: Day | None) -> Iterator[Bond]:
    texts = (("", treaty.title), *((each.id, each.title) for each in treaty.instruments))
    for instrument, title in texts:
        standing = _standing(hearing, treaty, instrument, pair, today)
        binds = bool(set(standing.possible) - _DEAD)
        found = [
            answer
            for clause in treaty.clauses
            if clause.instrument == instrument and (binds or pair.over or _outlives(clause))
            for answer in _instances(hearing, clause, pair, today)
            if _is_asked(answer, pair)
        ]
        if found or (not pair.statuses and (binds or pair.over)):
            counts = dict(Counter(answer.status for answer in found))
            yield Bond(treaty.id, instrument or None, title, standing, counts, _by_direction(found, pair))


def _standing(hearing: Hearing, treaty: Treaty, instrument: str, pair: Pair, today: Day | None) -> Answer:
    question = replace(_question(treaty.id, pair), instrument=instrument)
    (asked,) = asked_for(hearing.book, question, hearing=hearing)
    return asked.answer(pair.on, today)


def _instances(hearing: Hearing, clause: Clause, pair: Pair, today: Day | None) -> Iterator[Answer]:
    question = replace(_question(clause.treaty, pair), clause=clause.id)
    for asked in asked_for(hearing.book, question, hearing=hearing):
        yield asked.answer(pair.on, today)


def _question(treaty: str, pair: Pair) -> Question:
    return Question(treaty, pair.on, between=(pair.one, pair.other), view=pair.view, known=pair.known)


def _outlives(clause: Clause) -> bool:
    return clause.survives or clause.on_expiry


def _is_asked(answer: Answer, pair: Pair) -> bool:
    wanted = set(pair.statuses)
    if wanted:
        return bool(wanted & {answer.status, *answer.possible})
    return pair.over or bool(set(answer.possible) - _OVER)


def _by_direction(found: list[Answer], pair: Pair) -> tuple[Answer, ...]:
    """Order clauses: what the first owes the second, what the second owes the first, what has no direction."""
    order = {pair.one: 0, pair.other: 1}
    return tuple(sorted(found, key=lambda answer: order.get(answer.party or "", 2)))
