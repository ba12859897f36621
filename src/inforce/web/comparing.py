"""Decide what the page of two views shows: what differs between them over time, on the day, and on which evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.apart import Apart, Weighed, apart, days_of, holding_on, weighed
from inforce.answers.asking import today
from inforce.answers.membership import possible_parties
from inforce.answers.question import view_named
from inforce.exchange.forms.calendar import MANY
from inforce.exchange.forms.part import Part, part_named
from inforce.model import Question, Treaty
from inforce.temporal import BEGINNING, FOREVER, Day
from inforce.web.address import Asked
from inforce.web.axis import Axis, axis_from_rows
from inforce.web.rows import Row
from inforce.web.shelf import Shelf


class Pair(Struct, frozen=True):
    """One thing in two views, for those for whom it is alike: two rows, and the days on which they differ."""

    part: Part
    who: str
    one: Row
    other: Row
    days: tuple[tuple[Day, Day], ...]


class ComparePage(Struct, frozen=True):
    """Everything that the page of two views shows."""

    treaty: Treaty
    asked: Asked
    one: str
    other: str
    day: Day
    axis: Axis
    pairs: tuple[Pair, ...]
    found: tuple[Apart, ...]
    parties: tuple[str, ...]
    party: str

    @property
    def then(self) -> tuple[Apart, ...]:
        """What differs on the day."""
        return holding_on(self.found, self.day)

    @property
    def evidence(self) -> tuple[Weighed, ...]:
        """On what it turns: all that differs on the day, or, where nothing does, all that differs ever."""
        return weighed(self.then or self.found)

    @property
    def turns(self) -> tuple[Day, ...]:
        """The days on which a difference begins or ends."""
        found = {day for each in self.found for day in days_of(each)}
        return tuple(sorted(day for day in found if BEGINNING < day < FOREVER))


def compare_page(shelf: Shelf, asked: Asked, views: tuple[str, str]) -> ComparePage:
    """Return what the page of two views shows.

    Raises:
        UnknownNameError: if a name is not in the book.
    """
    treaty = shelf.treaty(asked.treaty)
    one, other = (view_named(shelf.book, view).id for view in views)
    parties = possible_parties(shelf.book)[treaty.id]
    party = asked.party or (parties[0] if len(parties) > MANY else "")
    question = Question(treaty.id, asked.on or today(), known=asked.known, party=party)
    found = differences_kept(shelf, question, (one, other))
    pairs = tuple(_pairs(shelf, question, (one, other), found))
    axis = axis_from_rows([row for pair in pairs for row in (pair.one, pair.other)], whole=asked.whole)
    return ComparePage(treaty, asked, one, other, question.on, axis, pairs, found, parties, party)


def differences_kept(shelf: Shelf, question: Question, views: tuple[str, str]) -> tuple[Apart, ...]:
    """Return where two views differ, kept for a while: it does not depend on the day."""
    key = ("apart", question.treaty, question.known, question.party, views)
    found: tuple[Apart, ...] = shelf.kept(
        key, lambda: apart(shelf.book, replace(question, on=Day(0)), views, today())
    )
    return found


def _pairs(
    shelf: Shelf, question: Question, views: tuple[str, str], found: Sequence[Apart]
) -> Iterator[Pair]:
    """Yield what differs, in the order of the text; those for whom both views are alike share a pair."""
    alike: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Apart]] = {}
    drawn: dict[tuple[str, tuple[str, ...], tuple[str, ...]], tuple[Part, Row, Row]] = {}
    for each in found:
        part = _part_of(shelf, each)
        one, other = (_row(shelf, replace(question, view=view), part, each.party or "") for view in views)
        key = (part.key, one.parties, other.parties)
        alike.setdefault(key, []).append(each)
        drawn.setdefault(key, (part, one, other))
    for key, group in alike.items():
        part, one, other = drawn[key]
        who = ", ".join(dict.fromkeys(each.party for each in group if each.party))
        yield Pair(part, who, one, other, tuple(dict.fromkeys(map(days_of, group))))


def _part_of(shelf: Shelf, difference: Apart) -> Part:
    named = difference.clause or difference.instrument or ""
    part, _ = part_named(shelf, Asked(difference.treaty, named))
    return replace(part, name="The treaty") if not named else part


def _row(shelf: Shelf, question: Question, part: Part, party: str) -> Row:
    """Return how a part is in a view for one bearer."""
    rows = shelf.rows(question, part)
    return next((row for row in rows if party in row.parties), rows[0])
