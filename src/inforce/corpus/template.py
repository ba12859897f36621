"""A template: a treaty in the treaty language, with placeholders for its parties, that many treaties share."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from inforce.corpus.columnar import CorpusError
from inforce.corpus.scope import Entry, Scope, entries_of
from inforce.engine import UnknownNameError
from inforce.load.text import book_from_text
from inforce.model import ALL_VOICES, Act, Book, Event, Outcome, Proposition, State, Treaty, View
from inforce.source import text_from_problem

PARTY = "PARTY"
"""The placeholder of a template that is run for one party at a time."""

COUNTED_IN, COUNTED_OUT = "counted-in", "counted-out"
"""The facts of a template that takes its days from what a data set says: from when, and until when."""

OUTCOMES = {"enter": COUNTED_IN, "leave": COUNTED_OUT}
"""What a data set says of a party, and the fact of a template that stands for it."""

WHOLE_BOOK = -1
"""The number of parties of the one template of a book that was written in files: its text is that book, as JSON."""

ONE_AT_A_TIME = 0
"""The number of parties of a template that is run for one party at a time."""


class Template(Struct, frozen=True):
    """A template made ready: its book, its one treaty, its placeholders, and what is asked of it in a view.

    ``alone`` says that it is run for one party at a time.
    """

    name: str
    book: Book
    treaty: Treaty
    placeholders: tuple[str, ...]
    alone: bool

    def view(self, view: View | str) -> View:
        """Return a view by name: the built-in one or one that the template writes down.

        Raises:
            UnknownNameError: if there is none of this name; the error has those that there are.
        """
        if isinstance(view, View):
            return view
        try:
            return self.book.view(view)
        except KeyError:
            raise UnknownNameError("view", view, (ALL_VOICES.id, *self.book.views)) from None

    def entries(self, view: View) -> list[Entry]:
        """Return what is asked: the treaty as a whole, for each party, and each of its own clauses by each bearer.

        General law adds no clauses here, and a clause that only says who ceases to be a party has no rows of its own.
        """
        scope = Scope(treaties=(self.treaty.id,), parties=True)
        found = [entry for _, entry in entries_of(self.book, view, None, scope)]
        own = [
            entry for entry in found if entry.clause is None or not (entry.clause.rule or entry.clause.deemed)
        ]
        return [entry for entry in own if entry.bearer or not self.alone]

    def proposition(self, what: str, name: str, party: str, thing: str, label: str) -> Proposition | None:
        """Return what a claim says to this template, of one of its placeholders; None if it takes no note of it.

        What a data set says of an entry into force or an end is an outcome, unless the template says in words that
        it takes its days from there.
        """
        if what == "act":
            return _act(self.treaty.id, name, party, thing, label)
        if what == "outcome":
            fact = OUTCOMES.get(name, "")
            if fact in self.book.facts:
                return Event(fact, party, label)
            return Outcome(self.treaty.id, name, label=label)
        if what in ("event", "state") and name in self.book.facts:
            return (Event if what == "event" else State)(name, party, label)
        return None


def _act(treaty: str, verb: str, party: str, thing: str, label: str) -> Act:
    from inforce.model import ActorAt

    return Act(verb, (ActorAt(party),), treaty, (thing,) if thing else (), label=label)


@lru_cache(maxsize=256)
def template_from_text(name: str, text: str, parties: int) -> Template:
    """Compile a template.

    Raises:
        CorpusError: if it has problems, or not the one treaty with the number of parties that it is said to have.
    """
    loaded = book_from_text(name, text)
    if loaded.problems:
        told = "\n\n".join(map(text_from_problem, loaded.problems))
        raise CorpusError(f"The template {name} has problems.\n\n{told}")
    if len(loaded.book.treaties) != 1:
        raise CorpusError(
            f"The template {name} has {len(loaded.book.treaties)} treaties; it has to have one."
        )
    (treaty,) = loaded.book.treaties.values()
    if len(treaty.parties) != (parties or 1):
        message = (
            f"The template {name} names {len(treaty.parties)} parties, and is said to name {parties or 1}."
        )
        raise CorpusError(message)
    return Template(name, loaded.book, treaty, treaty.parties, parties == ONE_AT_A_TIME)
