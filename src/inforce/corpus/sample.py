"""A sample of possible worlds, for those who want a distribution instead of bounds."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from inforce.corpus.evaluation import evaluating, metadata_of
from inforce.corpus.needed import check_arrow
from inforce.corpus.results import rows_in_batches
from inforce.corpus.scope import Scope
from inforce.corpus.worlds import readings_drawn, world_of
from inforce.engine import Hearing, view_named
from inforce.model import ALL_VOICES, Book
from inforce.temporal import Day

if TYPE_CHECKING:
    import pyarrow as pa

WORLD = "world"
"""The column that says of which world a row is, counted from 1."""


def sample(
    book: Book, seed: int, n: int, *, view: str = ALL_VOICES.id, known: Day | None = None, scope: Scope
) -> pa.Table:
    """Return the rows of ``results`` in each of ``n`` worlds drawn from the evidence, with the number of the world.

    The same seed gives the same worlds, and the first ten of a hundred are the ten. A row is open only where no
    evidence could settle it: a question of law that nothing answers, or a receipt that nobody records.

    Raises:
        CorpusExtraError: if pyarrow is not installed.
        UnknownNameError: if the book has no such view or treaty.
    """
    check_arrow()
    import pyarrow as pa

    from inforce.corpus.table import batch_from_rows, schema_of

    evaluator, schema = evaluating(), schema_of({})
    hearing = Hearing(book, view_named(book, view), known)
    found = []
    for turn in range(1, n + 1):
        drawn = _drawn(hearing, Random(f"{seed} {turn}"))
        rows = [each for batch in rows_in_batches(drawn, scope, evaluator) for each in batch]
        table = pa.Table.from_batches([batch_from_rows(schema, rows)])
        found.append(table.append_column(WORLD, pa.array([turn] * table.num_rows, pa.int32())))
    empty = schema.empty_table().append_column(WORLD, pa.array([], pa.int32()))
    return pa.concat_tables([empty, *found]).replace_schema_metadata(metadata_of(evaluator.name))


def _drawn(hearing: Hearing, chance: Random) -> Hearing:
    book, view = readings_drawn(hearing.book, hearing.view, chance)
    drawn = Hearing.__new__(Hearing)
    drawn.book, drawn.view, drawn.known = book, view, hearing.known
    drawn.evidence = world_of(hearing.evidence, chance)
    return drawn
