"""Columns of cells as claims: each with its file, its row, its column, its voice and its text as it stood."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct

from inforce.corpus.schema import SCHEMAS, table_of
from inforce.exchange.dates import Dates, days32
from inforce.exchange.files import FIRST_ROW, File
from inforce.temporal import BEGINNING, FOREVER


class Sheet(Struct, frozen=True):
    """A file whose rows are about a treaty and, where the row is of one, a party; ``voice`` says all of it.

    ``label`` tells apart the rows of one party that are about different times.
    """

    file: File
    voice: str
    treaty: pa.Array
    party: pa.Array | None = None
    label: pa.Array | None = None


class Meaning(Struct, frozen=True):
    """What the cells of a column are claims of."""

    what: str
    name: str


def claims_from_dates(sheet: Sheet, column: str, dates: Dates, meaning: Meaning) -> pa.Table:
    """Return the claims that a column of dates makes: one for each cell that has a day."""
    rows = np.flatnonzero(dates.given)
    texts = pa.array(dates.texts, pa.string()).take(pa.array(dates.code[rows]))
    edtf = pa.array(dates.edtf, pa.string()).take(pa.array(dates.code[rows]))
    marks = pc.if_else(pa.array(dates.doubtful[rows]), "?", "")
    return _table(
        sheet,
        rows,
        {
            **_constants(meaning, column, len(rows)),
            "text": texts,
            "earliest": days32(dates.first[rows], BEGINNING),
            "latest": days32(dates.last[rows], FOREVER),
            "certainty": marks,
            "edtf": edtf,
        },
    )


def claims_from_texts(sheet: Sheet, column: str, meaning: Meaning) -> pa.Table:
    """Return what a column of words says: one claim for each cell that is filled in."""
    cells = sheet.file.column(column)
    rows = np.flatnonzero(np.asarray(pc.not_equal(cells, "")))
    columns = _constants(meaning, column, len(rows))
    return _table(sheet, rows, {**columns, "text": cells.take(pa.array(rows))})


def claims_from_codes(sheet: Sheet, columns: Sequence[str]) -> pa.Table:
    """Return what coded columns say of the content of a treaty, column by column."""
    every = [claims_from_texts(sheet, column, Meaning("obligation", column)) for column in columns]
    return pa.concat_tables([empty_claims(), *every])


def _table(sheet: Sheet, rows: np.ndarray, columns: dict[str, pa.Array]) -> pa.Table:
    at, count = pa.array(rows), len(rows)
    whole = {
        **columns,
        "treaty": sheet.treaty.take(at),
        "against": pa.array(np.zeros(count, np.bool_)),
        "voice": _repeated(sheet.voice, count),
        "source": _repeated(sheet.file.name, count),
        "row": pa.array((rows + FIRST_ROW).astype(np.int32)),
        "label": _repeated("", count) if sheet.label is None else sheet.label.take(at),
    }
    if sheet.party is not None:
        whole["party"] = sheet.party.take(at)
    return table_of("claims", whole)


def _constants(meaning: Meaning, column: str, count: int) -> dict[str, pa.Array]:
    words = {"what": meaning.what, "name": meaning.name, "column": column}
    return {key: _repeated(word, count) for key, word in words.items()}


def _repeated(word: str, count: int) -> pa.Array:
    indices = pa.array(np.zeros(count, np.int32))
    return pa.DictionaryArray.from_arrays(indices, pa.array([word], pa.string()))


def empty_claims() -> pa.Table:
    """Return no claims."""
    return SCHEMAS["claims"].empty_table()


def joined_claims(tables: Sequence[pa.Table]) -> pa.Table:
    """Return all claims as one table, each word in it once."""
    return pa.concat_tables([empty_claims(), *tables]).unify_dictionaries()


def distinct_parties(treaty: pa.Array, party: pa.Array) -> pa.Table:
    """Return who is named in which treaty, each once, in the order of the file."""
    pairs = pa.table({"treaty": treaty, "party": party, "turn": np.arange(len(treaty))})
    found = pairs.group_by(["treaty", "party"], use_threads=False).aggregate([("turn", "min")])
    found = found.sort_by("turn_min")
    return table_of("parties", {"treaty": found["treaty"], "party": found["party"]})
