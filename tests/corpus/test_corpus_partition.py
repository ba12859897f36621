"""A corpus gives the same rows, to the last, in one piece, in parts, over processes and over Spark Connect."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from inforce.corpus import intervals, processes, progress
from inforce.corpus.columnar import Columnar, CorpusError
from inforce.corpus.from_book import columnar_from_book
from inforce.corpus.partition import (
    columnar_from_part,
    in_order_of,
    intervals_of_part,
    parts_from_columnar,
    shared_by_parts,
)
from inforce.corpus.processes import Spread, results_over_processes, write_over_processes
from inforce.corpus.schema import Manifest, table_of
from inforce.corpus.spark import intervals_on_spark, results_on_spark, table_from_spark
from inforce.corpus.table import schema_of
from inforce.load import book_from_files
from inforce.temporal import day_from_iso

PAIR = """treaty-format 1

actor A "One party"
actor B "The other"

treaty pair "A treaty of two"
  parties      A, B
  in force     30 days after ratification by each party
  term         2 years
  then         1 year at a time

clause 1
  each party shall keep the peace
clause 2
  each party may denounce
  no later than 90 days before the end of any period
  effect       the treaty ends, at the end of the period
"""
ALONE = """treaty-format 1

actor PARTY "A party"
fact counted-in "The list counts it among the parties from this day on."
  event
fact counted-out "The list no longer counts it among the parties from this day on."
  event

treaty listed "A treaty of which a list names the parties"
  parties      PARTY
  in force     for each party once counted-in

clause end
  who is counted-out ceases to be a party
"""
MISTAKEN = "treaty-format 1\n\ntreaty pair\n  in farce     never\n"
CASES = Path(__file__).parent.parent / "cases"
EPOCH = day_from_iso("1970-01-01")
COUNT = 41
Claim = tuple[str, str, str, str, int, int, str, str | None]


def said_of(turn: int) -> Iterator[Claim]:
    """Of every third treaty a list says who is in it; of the others each party ratifies and one may denounce."""
    name, day = f"t{turn * 7 % COUNT:02d}", day_from_iso("1931-05-01") - EPOCH + turn * 97
    if turn % 3 == 0:
        yield name, "outcome", "enter", "CAN", day, day + turn % 2 * 30, "", None
        yield name, "outcome", "leave", "CAN", day + 900, day + 900, "", None
        yield name, "outcome", "enter", "PER", day, day, "?" if turn % 2 else "", None
        return
    yield name, "act", "ratify", "CAN", day, day, "", None
    yield (
        name,
        "act",
        "ratify",
        "PER",
        day + 40,
        day + 40,
        "",
        "[1931-06-30,1932-07-31]" if turn % 5 == 1 else None,
    )
    if turn % 4 < 2:
        yield name, "act", "denounce", "PER", day + 500, day + 500, "?" if turn % 4 else "", None


def corpus(text: str = PAIR) -> Columnar:
    """Treaties of two templates, in no order of their names, with days that are open or doubtful."""
    turns = range(COUNT)
    names = [f"t{turn * 7 % COUNT:02d}" for turn in turns]
    columns = list(zip(*(claim for turn in turns for claim in said_of(turn)), strict=True))
    keys = ("treaty", "what", "name", "party", "earliest", "latest", "certainty", "edtf")
    said = dict(zip(keys, map(list, columns), strict=True))
    rows = len(columns[0])
    told: dict[str, object] = {"against": [False] * rows, "voice": ["record"] * rows, "label": [""] * rows}
    tables: dict[str, dict[str, object]] = {
        "templates": {"name": ["pair", "alone"], "text": [text, ALONE], "parties": [2, 0]},
        "treaties": {"treaty": names, "template": ["pair" if turn % 3 else "alone" for turn in turns]},
        "parties": {"treaty": [name for name in names for _ in "AB"], "party": ["CAN", "PER"] * COUNT},
        "claims": {**said, **told},
    }
    return Columnar(Manifest(title="A test"), {name: table_of(name, found) for name, found in tables.items()})


def rows_in(table: pa.Table) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table.cast(schema_of({})).to_pylist()
    return found


@pytest.fixture(scope="module")
def whole() -> list[dict[str, Any]]:
    """The rows in one piece, in the order of the treaties."""
    columnar = corpus()
    rows = rows_in(in_order_of(intervals.results(columnar), pa.array(columnar.treaties)))
    assert {row["treaty"] for row in rows} == set(columnar.treaties)
    assert {row["status"] for row in rows} >= {"in_force", "ended", "contested"}
    return rows


@pytest.mark.parametrize("size", [1, 7, COUNT, 1000])
def test_parts_of_any_size_give_the_rows_of_the_whole(size: int, whole: list[dict[str, Any]]) -> None:
    found = results_over_processes(corpus(), spread=Spread(processes=1, treaties=size))
    assert rows_in(found) == whole
    assert found.schema.metadata[b"inforce.evaluator"] == b"kernel"


def test_a_part_has_whole_treaties_and_is_a_corpus_of_its_own() -> None:
    columnar = corpus()
    shared, parts = shared_by_parts(columnar), list(parts_from_columnar(columnar, 10))
    assert [part.num_rows for part in parts] == [10, 10, 10, 10, 1]
    assert [name for part in parts for name in part["treaty"].to_pylist()] == list(columnar.treaties)
    for part in parts:
        names = part["treaty"].to_pylist()
        for table in ("parties", "claims"):
            assert (
                columnar_from_part(part, shared).table(table).num_rows
                == columnar.table(table, names).num_rows
            )


@pytest.mark.parametrize("size", [1, 2])
def test_treaties_that_act_upon_one_another_do_so_in_every_part(size: int) -> None:
    paths = [CASES / f"{name}.treaty.md" for name in ("treaties-upon-treaties", "general-law")]
    loaded = book_from_files(paths)
    assert not loaded.problems
    columnar = columnar_from_book(loaded.book)
    found = results_over_processes(columnar, spread=Spread(processes=1, treaties=size))
    assert rows_in(found) == rows_in(intervals.results(columnar))
    assert found.num_rows


def test_processes_and_a_file_written_by_them_have_the_rows_of_the_whole(
    tmp_path: Path, whole: list[dict[str, Any]]
) -> None:
    path = tmp_path / "intervals.parquet"
    assert write_over_processes(corpus(), path, spread=Spread(processes=2, treaties=7)) == len(whole)
    assert rows_in(pq.read_table(path)) == whole
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture(scope="module")
def sail() -> Iterator[Any]:
    """A session on a server of the Spark Connect protocol that needs no Java."""
    server = pytest.importorskip("pysail.spark").SparkConnectServer("127.0.0.1", 0)
    sql = pytest.importorskip("pyspark.sql")
    server.start(background=True)
    session = sql.SparkSession.builder.remote(f"sc://127.0.0.1:{server.listening_address[1]}").getOrCreate()
    yield session
    session.stop()
    server.stop()


def test_sail_has_the_rows_of_the_whole(sail: Any, whole: list[dict[str, Any]]) -> None:
    assert rows_in(results_on_spark(sail, corpus(), treaties_in_part=7)) == whole


def test_parts_that_are_files_on_a_cluster_have_the_rows_of_the_whole(
    sail: Any, whole: list[dict[str, Any]], tmp_path: Path
) -> None:
    columnar = corpus()
    for turn, part in enumerate(parts_from_columnar(columnar, 7)):
        pq.write_table(part, tmp_path / f"{turn}.parquet")
    rows = intervals_on_spark(sail.read.parquet(str(tmp_path)), shared_by_parts(columnar))
    assert rows_in(table_from_spark(rows)) == whole


def test_a_run_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "intervals.parquet"
    path.write_bytes(b"of yesterday")
    with pytest.raises(CorpusError, match="pair has problems"):
        write_over_processes(corpus(MISTAKEN), path, spread=Spread(processes=1, treaties=7))
    assert path.read_bytes() == b"of yesterday"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupted_run_leaves_no_file_and_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def interrupted(_what: str, _total: int) -> Iterator[progress.Advance]:
        def advance() -> None:
            raise KeyboardInterrupt

        yield advance

    monkeypatch.setattr(processes, "progress", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_over_processes(corpus(), tmp_path / "half.parquet", spread=Spread(processes=2, treaties=7))
    assert not list(tmp_path.iterdir())


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("patience", "shown"), [(0.0, True), (60.0, False)])
def test_a_bar_is_shown_for_what_takes_long(
    patience: float, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    terminal = Terminal()
    with progress.progress("intervals", 2, terminal) as advance:
        advance()
    assert ("intervals" in terminal.getvalue()) is shown


def test_a_part_needs_nothing_but_what_it_is_given(whole: list[dict[str, Any]]) -> None:
    columnar = corpus()
    shared = shared_by_parts(columnar)
    last = list(parts_from_columnar(columnar, 10))[-1]
    again = pa.ipc.open_stream(_sent(last)).read_all()
    assert rows_in(intervals_of_part(again, shared)) == [
        row for row in whole if row["treaty"] == columnar.treaties[-1]
    ]


def _sent(part: pa.Table) -> pa.Buffer:
    stream = pa.BufferOutputStream()
    with pa.ipc.new_stream(stream, part.schema) as writer:
        writer.write_table(part)
    return stream.getvalue()
