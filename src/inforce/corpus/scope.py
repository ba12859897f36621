"""Which questions a table answers, treaty by treaty."""

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from inforce.engine import bearers_of, counterparty_of, instances_between, supplied_clauses, treaty_named
from inforce.model import Book, Clause, Question, Treaty, View
from inforce.temporal import Day

_BILATERAL = 2


class Scope(Struct, frozen=True):
    """Say what is in a table: which treaties (all by default), and what about each besides itself.

    ``parties`` adds the status of the treaty for each party, ``pairs`` that of the treaty between each two parties, and
    of each instrument likewise. ``who`` has, for some treaties, who can be a party, where these are more than the text
    names; ``only`` are the clauses, each with its treaty, where not all are asked; and ``apart`` the treaties of which
    each two are asked alone, in each direction about a clause. ``each_addressee``: a clause that is owed to several by
    name is asked towards each of them, and not only towards the first.
    """

    treaties: tuple[str, ...] = ()
    instruments: bool = True
    clauses: bool = True
    parties: bool = False
    pairs: bool = False
    who: tuple[tuple[str, tuple[str, ...]], ...] = ()
    only: tuple[tuple[str, str], ...] = ()
    apart: tuple[str, ...] = ()
    each_addressee: bool = False

    def parties_of(self, treaty: Treaty) -> tuple[str, ...]:
        """Return who can be a party to a treaty, those whom its text names first."""
        return dict(self.who).get(treaty.id, treaty.parties)

    def has_clause(self, clause: Clause) -> bool:
        """Tell whether a clause is asked."""
        return self.clauses and (not self.only or (clause.treaty, clause.id) in self.only)

    def has_pairs(self, treaty: Treaty) -> bool:
        """Tell whether each two parties of a treaty are asked alone."""
        return self.pairs or treaty.id in self.apart


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
    who = scope.parties_of(treaty)
    for instrument in ("", *texts):
        question = Question(treaty.id, Day(0), instrument=instrument, view=view.id, known=known)
        yield Entry(question)
        for party in who if scope.parties else ():
            yield Entry(question, None, party)
        for one, other in combinations(who, 2) if scope.has_pairs(treaty) else ():
            yield Entry(_between(question, one, other), None, one, other)
    for clause in (*treaty.clauses, *supplied_clauses(view, treaty)):
        if scope.has_clause(clause):
            question = Question(treaty.id, Day(0), clause=clause.id, view=view.id, known=known)
            yield from _entries_of_clause(treaty, clause, question, scope)


def _entries_of_clause(treaty: Treaty, clause: Clause, question: Question, scope: Scope) -> Iterator[Entry]:
    who = scope.parties_of(treaty)
    several = (
        clause.counterparty.actors if scope.each_addressee and len(clause.counterparty.actors) > 1 else ()
    )
    for bearer in who if clause.bearer.each else bearers_of(treaty, clause, ""):
        for other in several if bearer else ():
            yield Entry(_between(question, bearer, other), clause, bearer, other)
        if not (several and bearer):
            yield Entry(question, clause, bearer, counterparty_of(treaty, clause, bearer))
    for pair in combinations(who, 2) if treaty.id in scope.apart and len(who) > _BILATERAL else ():
        for one, other in instances_between(treaty, clause, pair):
            if one:
                yield Entry(_between(question, one, other), clause, one, other)


def _between(question: Question, one: str, other: str) -> Question:
    return replace(question, between=(one, other))
