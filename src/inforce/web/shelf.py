"""The books that a server has open, and what it has solved of them lately."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from threading import Lock, RLock
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec
from litestar.di import NamedDependency

from inforce.answers import Answer, Library
from inforce.answers.article.names import Names
from inforce.answers.asking import today
from inforce.answers.due import due
from inforce.answers.hearings import hearing_of
from inforce.answers.jointly import asked_jointly
from inforce.answers.question import treaty_named
from inforce.answers.status import Asked as Solved
from inforce.answers.status import asked_for, instances_of
from inforce.answers.stretches import stretches
from inforce.answers.whatif import Opened
from inforce.answers.window import Due, Window
from inforce.exchange.forms.part import Part
from inforce.model import Question, Treaty
from inforce.temporal import Day
from inforce.web.rows import Row, rows_from_answers
from inforce.web.standing import Standing

Found = TypeVar("Found")
_ROWS_KEPT = 4096
_TREATIES_KEPT = 64
_OTHERS_KEPT = 256
_SOLUTIONS_KEPT = 256
_ANY_DAY = Day(0)


class Kept(Generic[Found]):
    """Keep the values asked for last, so many and no more; what is asked for twice at once is made once."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._values: OrderedDict[Hashable, Found] = OrderedDict()
        self._making: dict[Hashable, RLock] = {}

    def get(self, key: Hashable, make: Callable[[], Found]) -> Found:
        """Return the value of a key, made if it is not kept."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
            making = self._making.setdefault(key, RLock())
        with making:
            with self._lock:
                if key in self._values:
                    return self._values[key]
            try:
                value = make()
            finally:
                with self._lock:
                    self._making.pop(key, None)
            self._put(key, value)
            return value

    def has(self, key: Hashable) -> bool:
        """Whether the value of a key is kept."""
        return key in self._values

    def _put(self, key: Hashable, value: Found) -> None:
        with self._lock:
            self._values[key] = value
            while len(self._values) > self._most:
                self._values.popitem(last=False)


def _of_part(question: Question, part: Part) -> Question:
    return msgspec.structs.replace(question, instrument=part.instrument, clause=part.clause)


def _key_of(asked: Question, part: Part) -> Hashable:
    return (asked.treaty, part.key, part.instrument, asked.view, asked.known, asked.party, asked.between)


def _given(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return rows


def _any_day(question: Question) -> Question:
    return msgspec.structs.replace(question, on=_ANY_DAY)


class Shelf:
    """Open books, ready for a server's questions. They never change: a log that grows puts another shelf in its place.

    ``origins`` are the claims that came from a log, each with the number of its entry. Of a columnar book ``corpus`` is
    the title, and ``told`` what is in it.
    """

    def __init__(self, library: Library, origins: Mapping[str, int] | None = None) -> None:
        self.library, self.book, self.origins = library, library.book, dict(origins or {})
        self.digest = sha256(msgspec.msgpack.encode(library.book)).hexdigest()[:12]
        self.corpus, self.told = "", ""
        self._rows: Kept[tuple[Row, ...]] = Kept(_ROWS_KEPT)
        self._names: Kept[Names] = Kept(_TREATIES_KEPT)
        self._solutions: Kept[list[Standing]] = Kept(_SOLUTIONS_KEPT)
        self._others: Kept[Any] = Kept(_OTHERS_KEPT)

    def of(self, treaty: str) -> Shelf:
        """Return the shelf on which a treaty stands: this one, but for a columnar book."""
        return self

    @property
    def opened(self) -> Opened:
        """The book with what it was read from, to be read again with what is supposed."""
        return Opened(self.book, self.library.paths, self.library.added)

    def names(self, treaty: str) -> Names:
        """Return the names that a page about a treaty uses."""
        return self._names.get(treaty, lambda: Names(self.book, treaty_named(self.book, treaty)))

    def rows(self, question: Question, part: Part) -> tuple[Row, ...]:
        """Return one part of a treaty over time: a row for everyone whom it concerns, those alike together."""
        asked = _of_part(question, part)
        found = self._rows.get(_key_of(asked, part), lambda: self._solved(asked, part))
        return tuple(msgspec.structs.replace(row, part=part) for row in found)

    def prepare(self, question: Question, parts: Sequence[Part]) -> None:
        """Solve parts of a treaty together: what many of them rest on is worked out once."""
        posed = [(_of_part(question, part), part) for part in parts]
        posed = [(asked, part) for asked, part in posed if not self._rows.has(_key_of(asked, part))]
        if not posed:
            return
        groups = [instances_of(self.book, asked) for asked, _ in posed]
        hearing = hearing_of(self.book, question.view, question.known)
        solved = iter(asked_jointly(hearing, [each for group in groups for each in group]))
        for (asked, part), group in zip(posed, groups, strict=True):
            rows = self._rows_from(asked, part, [next(solved) for _ in group])
            self._rows.get(_key_of(asked, part), partial(_given, rows))

    def answers(self, question: Question) -> tuple[Answer, ...]:
        """Answer a question of status on its day with reasons; what was solved lately is not solved again."""
        return tuple(each.on(question.on) for each in self._solved_status(question))

    def dues(self, window: Window) -> tuple[Due, ...]:
        """Return what falls due in a window."""
        return self.kept(("due", window), lambda: due(self.book, window, today()))

    def is_warm(self, question: Question) -> bool:
        """Whether a question can be answered at once."""
        return self._solutions.has(_any_day(question))

    def _solved_status(self, question: Question) -> list[Standing]:
        def solve() -> list[Standing]:
            hearing = hearing_of(self.book, question.view, question.known)
            return [Standing(each) for each in asked_for(self.book, question, hearing=hearing)]

        return self._solutions.get(_any_day(question), solve)

    def kept(self, key: Hashable, make: Callable[[], Found]) -> Found:
        """Return a value that is made of the book alone, made if it was not asked for lately."""
        found: Found = self._others.get(key, make)
        return found

    def _solved(self, asked: Question, part: Part) -> tuple[Row, ...]:
        hearing = hearing_of(self.book, asked.view, asked.known)
        return self._rows_from(asked, part, asked_for(self.book, asked, hearing=hearing))

    def _rows_from(self, asked: Question, part: Part, solved: Iterable[Solved]) -> tuple[Row, ...]:
        found = [(each.party, stretches(each)) for each in solved]
        return rows_from_answers(part, found, self.treaty(asked.treaty).parties)

    def treaty(self, name: str) -> Treaty:
        """Return a treaty by name.

        Raises:
            UnknownNameError: if no book has such a treaty.
        """
        return treaty_named(self.book, name)


Open: TypeAlias = NamedDependency[Shelf]
"""The shelf of the application, as what answers an address gets it."""
