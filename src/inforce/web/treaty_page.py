"""Decide what the page of a treaty shows: how each view sees it, and every part of it, over time and on the day."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from inforce.answers.article.box import box
from inforce.answers.article.desk import Desk
from inforce.answers.article.standing import standings
from inforce.answers.article.value import Row as BoxRow
from inforce.answers.asking import today
from inforce.answers.membership import possible_parties
from inforce.answers.picture.moments import marks_of
from inforce.answers.picture.value import Mark
from inforce.exchange.forms.calendar import MANY
from inforce.exchange.forms.part import Part, parts_of
from inforce.model import Question, Treaty
from inforce.temporal import BEGINNING, FOREVER, Day
from inforce.web.address import Asked
from inforce.web.axis import Axis, axis_from_rows
from inforce.web.rows import Row
from inforce.web.shelf import Shelf

_APART = 3.0


class Group(Struct, frozen=True):
    """The rows of one text: the treaty itself, or an instrument."""

    id: str
    title: str
    rows: tuple[Row, ...]


class Seen(Struct, frozen=True):
    """The treaty as a whole in one view."""

    view: str
    title: str
    row: Row


class Letters(Struct, frozen=True):
    """The letters of marks at a place of the axis, and what they stand for."""

    place: float
    told: str
    about: str


class TreatyPage(Struct, frozen=True):
    """Everything that the page of a treaty shows."""

    treaty: Treaty
    asked: Asked
    day: Day
    axis: Axis
    seen: tuple[Seen, ...]
    groups: tuple[Group, ...]
    marks: tuple[Mark, ...]
    box: tuple[BoxRow, ...]
    parties: tuple[str, ...]
    party: str

    @property
    def whole(self) -> Row:
        """The treaty as a whole, in the view that is asked."""
        return self.groups[0].rows[0]

    @property
    def letters(self) -> tuple[Letters, ...]:
        """The letters of the marks over the axis, those together that would touch."""
        found: list[Letters] = []
        for mark in self.marks:
            place = self.axis.place(mark.when.first)
            if not self.axis.first < mark.when.first < self.axis.last:
                continue
            if found and place - found[-1].place < _APART:
                first = found[-1].told.partition("–")[0]
                about = f"{found[-1].about}\n{mark.letter} {mark.about}"
                found[-1] = Letters(found[-1].place, f"{first}–{mark.letter}", about)
            else:
                found.append(Letters(place, mark.letter, f"{mark.letter} {mark.about}"))
        return tuple(found)

    @property
    def turns(self) -> tuple[Day, ...]:
        """The days on which anything on the page changes."""
        rows = (*(row for group in self.groups for row in group.rows), *(each.row for each in self.seen))
        found = {each.since for row in rows for each in row.stretches}
        return tuple(sorted(day for day in found if BEGINNING < day < FOREVER))


def treaty_page(shelf: Shelf, asked: Asked) -> TreatyPage:
    """Return what the page of a treaty shows.

    Raises:
        UnknownNameError: if a name is not in the book.
    """
    treaty = shelf.treaty(asked.treaty)
    parties = possible_parties(shelf.book)[treaty.id]
    party = asked.party or (parties[0] if len(parties) > MANY else "")
    question = Question(treaty.id, asked.on or today(), view=asked.view, known=asked.known, party=party)
    groups = tuple(_groups(shelf, treaty, question))
    seen = tuple(_seen(shelf, treaty, question))
    rows = [row for group in groups for row in group.rows] + [each.row for each in seen]
    marks = marks_of(shelf.book, treaty, asked.known)
    axis = axis_from_rows(rows, whole=asked.whole)
    facts = shelf.kept(("box", treaty.id, asked.view, asked.known), lambda: _box(shelf, asked))
    return TreatyPage(treaty, asked, question.on, axis, seen, groups, marks, facts, parties, party)


def _box(shelf: Shelf, asked: Asked) -> tuple[BoxRow, ...]:
    desk = Desk(shelf.book, asked.treaty, asked.view, asked.known)
    return box(desk, standings(desk))


def _seen(shelf: Shelf, treaty: Treaty, question: Question) -> Iterator[Seen]:
    for view in shelf.book.views_beside(treaty.id):
        part = Part("", "The treaty", "as a whole")
        (row,) = shelf.rows(_in_view(question, view), part)
        yield Seen(view, shelf.book.view(view).title, row)


def _in_view(question: Question, view: str) -> Question:
    from msgspec.structs import replace

    return replace(question, view=view)


def _groups(shelf: Shelf, treaty: Treaty, question: Question) -> Iterator[Group]:
    texts = [("", treaty.title), *((each.id, each.title) for each in treaty.instruments)]
    names = shelf.names(treaty.id)
    parts = {text: parts_of(treaty, names, text, question.party) for text, _ in texts}
    shelf.prepare(question, [part for each in parts.values() for part in each])
    for text, title in texts:
        rows = (row for part in parts[text] for row in shelf.rows(question, part))
        yield Group(text, title, tuple(rows))
