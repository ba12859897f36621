"""Decide what a map shows: how a treaty stands for everyone who can be a party, and whose borders are given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers import Answer
from inforce.answers.asking import today
from inforce.answers.each import asked_of_each
from inforce.answers.hearings import hearing_of
from inforce.answers.membership import possible_parties
from inforce.answers.stretches import stretches
from inforce.answers.wording import text_from_day
from inforce.exchange.forms.part import Part
from inforce.model import Question, Treaty
from inforce.temporal import Day
from inforce.web.address import Asked
from inforce.web.axis import Axis, axis_from_rows
from inforce.web.borders import Borders, Shape
from inforce.web.rows import Row, Stretch, rows_from_answers
from inforce.web.shelf import Shelf


class MapPage(Struct, frozen=True):
    """Everything that a map shows. ``rows`` has a row over time for everyone who can be a party, by their name."""

    treaty: Treaty
    asked: Asked
    day: Day
    axis: Axis
    rows: Mapping[str, Row]
    borders: Borders
    known_codes: frozenset[str]

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The borders that hold at some time of the axis, or on the day."""
        return tuple(
            each
            for each in self.borders.shapes
            if each.holds_on(self.day) or (each.since <= self.axis.last and self.axis.first < each.until)
        )

    def stretch(self, code: str) -> Stretch | None:
        """Return how it is for somebody on the day; None for one who cannot be a party."""
        row = self.rows.get(code)
        return row.on(self.day) if row else None

    def kind(self, code: str) -> str:
        """Return how somebody is drawn: a family of statuses, a stranger to the treaty, or unknown to the book."""
        found = self.stretch(code)
        if found is not None:
            return found.family
        return "stranger" if code in self.known_codes else "unknown"

    @property
    def counts(self) -> tuple[tuple[Stretch, int], ...]:
        """How many have each status on the day, the most first, each with one who has it."""
        found = [row.on(self.day) for row in self.rows.values()]
        first = {each.word: each for each in reversed(found)}
        return tuple(
            (first[word], number) for word, number in Counter(each.word for each in found).most_common()
        )

    @property
    def borderless(self) -> frozenset[str]:
        """Those who can be parties and of whom no borders are given for the day."""
        return frozenset(self.rows) - {each.code for each in self.borders.on(self.day)}

    @property
    def answers(self) -> Iterator[Answer]:
        """The answer of the day for everyone who can be a party."""
        for row in self.rows.values():
            yield replace(row.on(self.day).answer, on=text_from_day(self.day), party=row.who)


def map_page(shelf: Shelf, asked: Asked, borders: Borders) -> MapPage:
    """Return what a map shows.

    Raises:
        UnknownNameError: if there is no such treaty or view.
    """
    treaty = shelf.treaty(asked.treaty)
    key = ("map", treaty.id, asked.view, asked.known)
    rows: dict[str, Row] = shelf.kept(key, lambda: dict(_rows(shelf, asked)))
    axis = axis_from_rows(rows.values(), whole=asked.whole)
    codes = frozenset(shelf.book.actors)
    return MapPage(treaty, asked, asked.on or today(), axis, rows, borders, codes)


def _rows(shelf: Shelf, asked: Asked) -> Iterator[tuple[str, Row]]:
    """Yield a row for everyone who can be a party, in the order of their names."""
    book = shelf.book
    who = sorted(possible_parties(book)[asked.treaty], key=lambda code: _name(shelf, code).casefold())
    question = Question(asked.treaty, Day(0), view=asked.view, known=asked.known)
    for each in asked_of_each(hearing_of(book, asked.view, asked.known), question, who):
        part = Part("", _name(shelf, each.party), "")
        (row,) = rows_from_answers(part, [(each.party, stretches(each))], ())
        yield each.party, row


def _name(shelf: Shelf, code: str) -> str:
    actor = shelf.book.actors.get(code)
    return actor.name if actor else code
