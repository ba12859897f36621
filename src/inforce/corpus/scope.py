"""Which questions a table answers, treaty by treaty."""

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from inforce.engine import bearers_of, counterparty_of, supplied_clauses, treaty_named
from inforce.model import Book, Clause, Question, Treaty, View
from inforce.temporal import Day


class Scope(Struct, frozen=True):
    """Say what is in a table: which treaties (all by default), and what about each besides itself.

    ``parties`` adds the status of the treaty for each party, ``pairs`` that of the treaty between each two parties, and
    of each instrument likewise.
    """

    treaties: tuple[str, ...] = ()
    instruments: bool = True
    clauses: bool = True
    parties: bool = False
    pairs: bool = False


class Entry(Struct, frozen=True):
    """One question of a table: what is asked of whom."""

    question: Question
    clause: Clause | None = None
    bearer: str = ""
    counterparty: str = ""

    @property
    def instrument(self) -> str:
        """The instrument asked for, or that of the clause."""
        return self.question.instrument or (self.clause.instrument if self.clause else "")


def entries_of(book: Book, view: View, known: Day | None, scope: Scope) -> Iterator[tuple[Treaty, Entry]]:
    """Yield every question of a scope, treaty by treaty.

    Raises:
        UnknownNameError: if the book has no treaty of a name; the error has the nearest names.
    """
    for name in scope.treaties or book.treaties:
        treaty = treaty_named(book, name)
        for entry in _entries_of_treaty(treaty, view, known, scope):
            yield treaty, entry


def _entries_of_treaty(treaty: Treaty, view: View, known: Day | None, scope: Scope) -> Iterator[Entry]:
    texts = [item.id for item in treaty.instruments] if scope.instruments else []
    for instrument in ("", *texts):
        question = Question(treaty.id, Day(0), instrument=instrument, view=view.id, known=known)
        yield Entry(question)
        for party in treaty.parties if scope.parties else ():
            yield Entry(question, None, party)
        for one, other in combinations(treaty.parties, 2) if scope.pairs else ():
            yield Entry(_between(question, one, other), None, one, other)
    for clause in (*treaty.clauses, *supplied_clauses(view, treaty)) if scope.clauses else ():
        question = Question(treaty.id, Day(0), clause=clause.id, view=view.id, known=known)
        for bearer in bearers_of(treaty, clause, ""):
            yield Entry(question, clause, bearer, counterparty_of(treaty, clause, bearer))


def _between(question: Question, one: str, other: str) -> Question:
    return replace(question, between=(one, other))
