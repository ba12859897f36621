"""Kinds of cases question by question: each is a small book of its own, run as any book is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace

from inforce.corpus.casework import Said
from inforce.corpus.circuits import Shape
from inforce.corpus.columns import EPOCH, Ints
from inforce.corpus.evaluation import Evaluating
from inforce.corpus.running import CERTAINTIES, Rows
from inforce.corpus.template import Template
from inforce.engine import Hearing, Row, Task, signals_of, tasks_from_questions
from inforce.model import Book, Claim, Proposition, State, View
from inforce.temporal import (
    BEGINNING,
    FOREVER,
    Day,
    Stretch,
    UncertainDay,
    act_day_from_edtf,
    stretch_from_edtf,
)

_TOGETHER = 512
"""So many kinds are run at a time."""


class Asked(Struct, frozen=True):
    """What a table is computed under: a view, and a day of knowledge."""

    view: View
    known: Day | None = None


class Router:
    """Run kinds of cases of one template, each as a book with the template's placeholders for its parties."""

    def __init__(self, template: Template, shape: Shape, asked: Asked, evaluator: Evaluating) -> None:
        self.template, self.shape, self.asked, self.evaluator = template, shape, asked, evaluator

    def rows(self, kinds: Ints, said: Said, claims: pa.Table) -> Rows:
        """Return the rows of some kinds, of which ``said`` has the claims."""
        wanted = said.at(np.isin(said.case, kinds))
        recorded = _recorded(wanted, claims)
        found: list[tuple[int, ...]] = []
        for some in _batched(kinds.tolist(), _TOGETHER):
            books = [replace(self.template.book, claims=recorded.get(kind, ())) for kind in some]
            for kind, outputs in zip(some, self._answered(books), strict=True):
                found += self._lines(kind, outputs)
        table = np.array(found, np.int64).reshape(-1, 6)
        return Rows(*(np.ascontiguousarray(column) for column in table.T))

    def _answered(self, books: Sequence[Book]) -> Iterator[list[list[Row]]]:
        """Yield the rows of each output of each book."""
        by_book = [self._tasks(book) for book in books]
        found = iter(self.evaluator.rows([task for tasks in by_book for task in tasks]))
        for tasks in by_book:
            rows: dict[int, list[Row]] = {}
            for task in tasks:
                rows.update(zip(task.questions, next(found), strict=True))
            yield [rows[turn] for turn in range(len(self.shape.entries))]

    def _tasks(self, book: Book) -> list[Task]:
        hearing = Hearing(book, self.asked.view, self.asked.known)
        treaty = self.template.treaty
        questions = [
            signals_of(entry.question, treaty, entry.clause, entry.bearer, hearing.view)
            for entry in self.shape.entries
        ]
        return tasks_from_questions(hearing, questions)

    def _lines(self, kind: int, outputs: list[list[Row]]) -> Iterator[tuple[int, ...]]:
        for turn, (rows, statuses) in enumerate(zip(outputs, self.shape.statuses, strict=True)):
            for row in rows:
                bits = sum(1 << statuses.index(status) for status in row.possible)
                until = FOREVER if row.until is None else row.until
                yield kind, turn, row.since, until, bits, CERTAINTIES.index(row.certainty)


def _batched(values: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    yield from (values[at : at + size] for at in range(0, len(values), size))


def _recorded(said: Said, claims: pa.Table) -> dict[int, tuple[Claim, ...]]:
    """Return the claims of each kind as a book has them."""
    rows = claims.take(pa.array(said.row)).to_pylist()
    every = zip(said.case.tolist(), said.about.tolist(), rows, strict=True)
    return {
        kind: tuple(
            claim_from_row(str(turn), said.propositions[about], row)
            for turn, (_, about, row) in enumerate(group)
        )
        for kind, group in groupby(every, key=lambda each: each[0])
    }


def claim_from_row(id: str, proposition: Proposition | None, row: dict[str, object]) -> Claim:
    """Return a row of the table of claims as a claim of a proposition."""
    assert proposition is not None
    stretch = _stretch(row) if isinstance(proposition, State) else None
    return Claim(
        id,
        proposition,
        str(row["voice"]),
        when=None if stretch is not None else _when(row),
        stretch=stretch,
        against=bool(row["against"]),
        said=_on(row["said"]),
        known=_on(row["known"]),
    )


def _when(row: dict[str, object]) -> UncertainDay | None:
    if row["edtf"]:
        return act_day_from_edtf(str(row["edtf"]))
    if row["earliest"] is None and row["latest"] is None:
        return None
    first, last = _day(row["earliest"], BEGINNING), _day(row["latest"], FOREVER)
    return UncertainDay(((first, last),), row["certainty"] == "?")


def _stretch(row: dict[str, object]) -> Stretch:
    """Return how long a state lasted: from its earliest day through its latest, or as its date says it."""
    if row["edtf"]:
        return stretch_from_edtf(str(row["edtf"]))
    first, last = _day(row["earliest"], BEGINNING), _day(row["latest"], FOREVER)
    doubtful = row["certainty"] == "?"
    start, stop = (UncertainDay(((day, day),), doubtful) for day in (first, last))
    return Stretch(start, stop, open_end=last == FOREVER, open_start=first == BEGINNING)


def _on(day: object) -> UncertainDay | None:
    found = _day(day, BEGINNING)
    return None if day is None else UncertainDay(((found, found),))


def _day(day: object, otherwise: Day) -> Day:
    return Day(day + EPOCH) if isinstance(day, int) else otherwise
