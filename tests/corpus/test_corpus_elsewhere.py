"""The table in other hands: DuckDB, polars and pandas."""

from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from inforce.corpus import Columnar, CorpusExtraError, intervals, sql
from inforce.corpus import sql as front_door
from inforce.exchange.conduct import read_files
from tests.exchange import rows


class Capsule:
    """An Arrow stream and nothing else: who takes it, takes it through the PyCapsule interface."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return self.table.__arrow_c_stream__(requested_schema)


@pytest.fixture
def lakes(tmp_path: Path) -> Columnar:
    paths = rows.written(tmp_path, parties=rows.GGO_PARTIES)
    return read_files("manytreaties", paths, "2024-05-01").columnar


def test_sql_over_a_columnar_book_sees_its_tables_and_its_intervals(lakes: Columnar) -> None:
    query = """
        SELECT p.party, count(*) FILTER (i.status = 'in_force') AS in_force
        FROM parties p JOIN intervals i ON i.treaty = p.treaty AND i.bearer = p.party
        WHERE p.treaty = 'ARD-VEL_1931A' GROUP BY p.party ORDER BY p.party
    """
    assert sql(lakes, query).to_pylist() == [
        {"party": "ARD", "in_force": 1},
        {"party": "TOR", "in_force": 1},
        {"party": "VEL", "in_force": 1},
    ]


def test_sql_over_a_table_calls_it_intervals(lakes: Columnar) -> None:
    table = intervals.results(lakes)
    (row,) = sql(table, "SELECT count(*) AS number FROM intervals").to_pylist()
    assert row["number"] == table.num_rows


def test_without_duckdb_the_extra_is_named(lakes: Columnar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inforce.corpus.needed.find_spec", lambda name: None)
    with pytest.raises(CorpusExtraError, match=r"inforce\[corpus\]"):
        front_door(lakes, "SELECT 1")


def test_polars_takes_the_table_without_a_copy(lakes: Columnar) -> None:
    table = intervals.results(lakes)
    frame = pl.DataFrame(Capsule(table))
    assert frame["status"].cast(pl.String).to_list() == table["status"].to_pylist()
    assert frame["since"].to_list() == table["since"].to_pylist()
    assert frame["possible"].to_list() == table["possible"].to_pylist()
    theirs = frame["since"].to_physical().to_arrow().buffers()[1].address
    assert theirs == table["since"].chunk(0).buffers()[1].address


def test_pandas_takes_the_table_and_keeps_its_memory(lakes: Columnar) -> None:
    table = intervals.results(lakes)
    frame = pa.table(Capsule(table)).to_pandas(types_mapper=pd.ArrowDtype)
    assert frame["status"].astype(str).tolist() == table["status"].to_pylist()
    theirs = pa.chunked_array(frame["since"].array.__arrow_array__()).chunk(0).buffers()[1].address
    assert theirs == table["since"].chunk(0).buffers()[1].address
