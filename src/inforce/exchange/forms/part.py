"""A part of a treaty by its name, and the question that is asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from inforce.answers import UnknownNameError
from inforce.answers.article.grammar import begun, ended
from inforce.answers.article.names import Names
from inforce.answers.asking import today
from inforce.answers.question import clause_named, treaty_named, view_named
from inforce.exchange.forms.address import Asked
from inforce.exchange.forms.books import Books
from inforce.model import Book, Clause, Question, Treaty


class Part(Struct, frozen=True):
    """A part of a treaty: the treaty itself, an instrument or a clause, with what it is called and what it says."""

    key: str
    name: str
    sentence: str
    instrument: str = ""
    clause: str = ""


def part_named(books: Books, asked: Asked) -> tuple[Part, str]:
    """Return a part of a treaty by its name, and its kind: the treaty itself, an instrument, or a kind of norm.

    Raises:
        UnknownNameError: if the treaty has no such clause or instrument.
    """
    book = books.library.book
    treaty = treaty_named(book, asked.treaty)
    if not asked.part:
        return Part("", "The treaty", treaty.title), "treaty"
    for each in treaty.instruments:
        if each.id == asked.part:
            return Part(each.id, each.id, each.title, instrument=each.id), "instrument"
    clause = _clause(book, treaty, asked)
    return _part(clause, books.names(treaty.id)), clause.kind


def question_of(asked: Asked, part: Part) -> Question:
    """Return the question that the address of a part asks, today where it names no day."""
    return Question(
        asked.treaty,
        asked.on or today(),
        instrument=part.instrument,
        clause=part.clause,
        party=asked.party,
        view=asked.view,
        known=asked.known,
    )


def parts_of(treaty: Treaty, names: Names, instrument: str, party: str = "") -> Sequence[Part]:
    """Return a text as a whole and each of its clauses, those that concern a party if one is asked."""
    key, name = (instrument, "The instrument") if instrument else ("", "The treaty")
    found = [Part(key, name, "as a whole", instrument)]
    for clause in treaty.clauses:
        if clause.instrument == instrument and _concerns(clause, party):
            found.append(_part(clause, names))
    return found


def every_part(treaty: Treaty, names: Names) -> Iterator[Part]:
    """Yield a treaty as a whole with its clauses, then each of its instruments with its own."""
    for text in ("", *(each.id for each in treaty.instruments)):
        yield from parts_of(treaty, names, text)


def _part(clause: Clause, names: Names) -> Part:
    return Part(clause.id, clause.id, ended(begun(names.phrase(clause.sentence))), clause=clause.id)


def _concerns(clause: Clause, party: str) -> bool:
    bearer = clause.bearer
    return not party or bearer.each or bearer.jointly or party in bearer.actors or not bearer.actors


def _clause(book: Book, treaty: Treaty, asked: Asked) -> Clause:
    try:
        return clause_named(book, view_named(book, asked.view), treaty, asked.part)
    except UnknownNameError:
        named = [name for clause in treaty.clauses for name in (clause.id, *clause.aliases)]
        named += [each.id for each in treaty.instruments]
        raise UnknownNameError("clause or instrument", asked.part, tuple(named)) from None
