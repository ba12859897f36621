"""Every interval of every treaty as one table: at once, or batch by batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from inforce.corpus.evaluation import Evaluating, evaluating, metadata_of
from inforce.corpus.needed import check_arrow
from inforce.corpus.scope import Entry, Scope, entries_of
from inforce.engine import Hearing, Row, Task, signals_of, tasks_from_questions, treaty_named, view_named
from inforce.model import ALL_VOICES, Book
from inforce.temporal import Day

if TYPE_CHECKING:
    import pyarrow as pa

_CASES_IN_BATCH = 4096
"""So many cases are run together; a batch has the rows of the questions that they belong to."""

Views = str | Sequence[str]
Answered = tuple[Entry, list[Row]]
_EVERYTHING = Scope()


def results(
    book: Book, *, view: Views = ALL_VOICES.id, known: Day | None = None, scope: Scope = _EVERYTHING
) -> pa.Table:
    """Return every interval of every treaty, instrument, clause and bearer of a book, under one view or several.

    The rows are those of ``answers.timeline`` for the same questions. The metadata of the table say how it was
    computed: ``inforce.evaluator`` is ``kernel`` or, where numba is not installed, ``reference``, and
    ``inforce.routed`` counts the questions that were left to the reference evaluator.

    Raises:
        CorpusExtraError: if pyarrow is not installed.
        UnknownNameError: if the book has no treaty or no view of a name; the error has the nearest names.

    >>> from inforce.load import book_from_files, shipped_books
    >>> book = book_from_files(shipped_books()).book
    >>> treaty_alone = Scope(treaties=("sino-soviet-1945",), instruments=False, clauses=False)
    >>> *_, last = results(book, view="prc", scope=treaty_alone).to_pylist()
    >>> last["status"], last["since"].isoformat(), last["until"]
    ('ended', '1950-02-14', None)
    """
    evaluator = evaluating()
    found = _reader(book, view, known, scope, evaluator).read_all()
    return found.replace_schema_metadata(metadata_of(evaluator.name, evaluator.routed))


def batches(
    book: Book, *, view: Views = ALL_VOICES.id, known: Day | None = None, scope: Scope = _EVERYTHING
) -> pa.RecordBatchReader:
    """Return the same rows as a stream of batches, each computed when it is asked for: no book is too big for it.

    Anything that reads an Arrow stream through the PyCapsule interface can read it: DuckDB, polars, pandas.

    Raises:
        CorpusExtraError: if pyarrow is not installed.
        UnknownNameError: if the book has no treaty or no view of a name.
    """
    return _reader(book, view, known, scope, evaluating())


def _reader(
    book: Book, view: Views, known: Day | None, scope: Scope, evaluator: Evaluating
) -> pa.RecordBatchReader:
    check_arrow()
    import pyarrow as pa

    from inforce.corpus.table import batch_from_rows, schema_of

    schema = schema_of(metadata_of(evaluator.name))
    names = (view,) if isinstance(view, str) else tuple(view)
    views = [view_named(book, name) for name in names]
    for treaty in scope.treaties:
        treaty_named(book, treaty)
    hearings = (Hearing(book, one, known) for one in views)
    found = (rows for hearing in hearings for rows in rows_in_batches(hearing, scope, evaluator))
    return pa.RecordBatchReader.from_batches(schema, (batch_from_rows(schema, rows) for rows in found))


def rows_in_batches(hearing: Hearing, scope: Scope, evaluator: Evaluating) -> Iterator[list[Answered]]:
    """Yield questions with their rows, as many treaties together as have cases enough."""
    waiting: list[tuple[list[Entry], list[Task]]] = []
    cases = 0
    for entries, tasks in tasks_by_treaty(hearing, scope):
        waiting.append((entries, tasks))
        cases += sum(len(setting.cases) for task in tasks for setting in task.settings)
        if cases >= _CASES_IN_BATCH:
            yield list(_answered(waiting, evaluator))
            waiting, cases = [], 0
    if waiting:
        yield list(_answered(waiting, evaluator))


def tasks_by_treaty(hearing: Hearing, scope: Scope) -> Iterator[tuple[list[Entry], list[Task]]]:
    """Yield the questions about each treaty with what they are run on.

    A status turns on the ways in which its treaty may end, so these are run with it.
    """
    found = entries_of(hearing.book, hearing.view, hearing.known, scope)
    for treaty, group in groupby(found, key=lambda pair: pair[0]):
        entries = [entry for _, entry in group]
        questions = [
            signals_of(entry.question, treaty, entry.clause, entry.bearer, hearing.view) for entry in entries
        ]
        yield entries, tasks_from_questions(hearing, questions)


def _answered(waiting: list[tuple[list[Entry], list[Task]]], evaluator: Evaluating) -> Iterator[Answered]:
    """Yield the questions in their order with their rows."""
    found = iter(evaluator.rows([task for _, tasks in waiting for task in tasks]))
    for entries, tasks in waiting:
        rows: dict[int, list[Row]] = {}
        for task in tasks:
            rows.update(zip(task.questions, next(found), strict=True))
        yield from ((entry, rows[turn]) for turn, entry in enumerate(entries))
