"""Every interval of a columnar book as one table, template by template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct

from inforce.corpus.arrowed import batch_from_cases
from inforce.corpus.casework import Cases, cases_of, said_in
from inforce.corpus.circuits import shape_of
from inforce.corpus.columnar import Columnar
from inforce.corpus.evaluation import Evaluating, evaluating, metadata_of
from inforce.corpus.needed import has_numba
from inforce.corpus.routing import Asked, Router
from inforce.corpus.running import Rows, rows_in_kernel
from inforce.corpus.sameness import Alike, alike
from inforce.corpus.scope import Scope
from inforce.corpus.splitting import split
from inforce.corpus.table import schema_of
from inforce.corpus.template import WHOLE_BOOK, Template, template_from_text
from inforce.model import ALL_VOICES, View
from inforce.temporal import Day

if TYPE_CHECKING:
    from inforce.corpus.circuits import Shape

_TREATIES_AT_ONCE = 16_384
"""A batch has the rows of so many treaties of one template: no book is too big for it."""


def results(
    columnar: Columnar,
    *,
    view: View | str = ALL_VOICES.id,
    known: Day | None = None,
    treaties: Sequence[str] | None = None,
    parties: Sequence[str] | None = None,
) -> pa.Table:
    """Return every interval of a columnar book, or of some of its treaties, under a view.

    The columns are those of ``corpus.results``: a row for each treaty of a template that names its parties, for each
    party, and for each clause by each bearer. The metadata say which evaluator ran; ``inforce.routed`` counts the
    questions that were left to the reference evaluator.

    Where only some ``parties`` are asked for, treaties that are run for one party at a time are run for these alone.

    Raises:
        CorpusError: if a template has problems, or a treaty has not the parties that its template asks for.
        UnknownNameError: if there is no such view.

    >>> from inforce.corpus.schema import Manifest
    >>> results(Columnar(Manifest(), {})).num_rows
    0
    """
    evaluator = evaluating()
    found = list(_batches(columnar, view, known, Part(treaties, parties), evaluator))
    table = pa.Table.from_batches(found, schema=schema_of({}))
    return table.replace_schema_metadata(metadata_of(evaluator.name, evaluator.routed))


def batches(
    columnar: Columnar,
    *,
    view: View | str = ALL_VOICES.id,
    known: Day | None = None,
    treaties: Sequence[str] | None = None,
) -> pa.RecordBatchReader:
    """Return the same rows as a stream of batches, each computed when it is asked for.

    Raises:
        CorpusError: if a template has problems, or a treaty has not the parties that its template asks for.
        UnknownNameError: if there is no such view.
    """
    evaluator = evaluating()
    schema = schema_of(metadata_of(evaluator.name))
    found = _batches(columnar, view, known, Part(treaties), evaluator)
    return pa.RecordBatchReader.from_batches(schema, (one.cast(schema) for one in found))


class Part(Struct, frozen=True):
    """What is asked for of a book: some treaties and some parties, or all."""

    treaties: Sequence[str] | None = None
    parties: Sequence[str] | None = None


def _batches(
    columnar: Columnar, view: View | str, known: Day | None, part: Part, evaluator: Evaluating
) -> Iterator[pa.RecordBatch]:
    if is_book(columnar):
        yield from _of_book(columnar, view, known, part)
        return
    for template, some in _shared(columnar, part.treaties):
        asked = Asked(template.view(view), known)
        names = some["treaty"].to_pylist()
        is_whole = part.treaties is None and len(names) == len(columnar.treaties)
        parties, claims = (
            columnar.table(name, None if is_whole else names) for name in ("parties", "claims")
        )
        if template.alone and part.parties is not None:
            parties = _only(parties, part.parties)
        yield _batch(template, cases_of(template, some, parties), claims, asked, evaluator)


def is_book(columnar: Columnar) -> bool:
    """Whether a columnar book was made of treaty files."""
    sizes: list[int] = columnar.table("templates")["parties"].to_pylist()
    return sizes == [WHOLE_BOOK]


def _of_book(columnar: Columnar, view: View | str, known: Day | None, part: Part) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a book that was written in files, as ``corpus.results`` gives them, and of each party."""
    from inforce.corpus.from_book import book_from_columnar
    from inforce.corpus.results import batches as batches_of_book

    name = view if isinstance(view, str) else view.id
    scope = Scope(treaties=tuple(part.treaties or ()), parties=True)
    for batch in batches_of_book(book_from_columnar(columnar), view=name, known=known, scope=scope):
        yield batch.cast(schema_of({}))


def _only(parties: pa.Table, some: Sequence[str]) -> pa.Table:
    return parties.filter(
        pc.is_in(parties["party"].cast("string"), value_set=pa.array(list(some), pa.string()))
    )


def _shared(columnar: Columnar, treaties: Sequence[str] | None) -> Iterator[tuple[Template, pa.Table]]:
    """Yield each template with the treaties that share it, as many as are run at once."""
    wanted = columnar.table("treaties", treaties)
    for row in columnar.table("templates").to_pylist():
        template = template_from_text(row["name"], row["text"], row["parties"])
        ours = wanted.filter(pc.equal(wanted["template"].cast("string"), row["name"]))
        for at in range(0, ours.num_rows, _TREATIES_AT_ONCE):
            yield template, ours.slice(at, _TREATIES_AT_ONCE)


def _batch(
    template: Template, cases: Cases, claims: pa.Table, asked: Asked, evaluator: Evaluating
) -> pa.RecordBatch:
    said = said_in(template, cases, claims, asked.view, asked.known)
    shape = shape_of(template, asked.view, said.propositions)
    found = alike(said.at(_heard(shape)[said.about]), len(cases.treaty))
    rows = _rows(Router(template, shape, asked, evaluator), found, claims)
    return batch_from_cases(template, shape, cases, found.kind, rows, asked.view)


def _heard(shape: Shape) -> np.ndarray:
    """Whether anything turns on a proposition."""
    if not shape.is_plain:
        return np.ones(len(shape.inputs), np.bool_)
    return np.array([one is not None for one in shape.inputs], np.bool_)


def _rows(router: Router, found: Alike, claims: pa.Table) -> Rows:
    """Compute each kind: those that are plain enough as columns, the rest question by question."""
    if not (router.shape.is_plain and has_numba()):
        return router.rows(np.arange(found.kinds), found.said, claims)
    splitted, others = split(found)
    plain, rest = rows_in_kernel(router.shape, splitted), router.rows(others, found.said, claims)
    both = Rows(
        *(np.concatenate((getattr(plain, one), getattr(rest, one))) for one in Rows.__struct_fields__)
    )
    return both.at(np.lexsort((both.since, both.output, both.kind)))
