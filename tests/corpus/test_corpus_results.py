"""The table has the rows that the questions give one by one."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest
from msgspec.structs import replace

from inforce.answers.timeline import timeline_heard
from inforce.corpus import Scope, batches, results
from inforce.corpus.results import tasks_by_treaty
from inforce.corpus.scope import entries_of
from inforce.engine import Hearing, Reference, UnknownNameError
from inforce.engine.kernel.tasks import Kernel
from inforce.load import book_from_files, shipped_books
from inforce.model import ALL_VOICES, Book
from inforce.temporal import day_from_iso

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.treaty.md"))
SHIPPED = sorted(path.name.partition(".")[0] for path in shipped_books())
FOUNDING = tuple(path for path in shipped_books() if path.parent.name == "sino-soviet-1945")
WHOLE = Scope(parties=True, pairs=True)
Line = tuple[object, ...]


def book_of(*paths: Path) -> Book:
    loaded = book_from_files(paths)
    assert not loaded.problems
    return loaded.book


def lines_of_table(book: Book, view: str, scope: Scope) -> list[Line]:
    rows = results(book, view=view, scope=scope).to_pylist()
    return [
        (*(row[name] for name in ("treaty", "instrument", "clause", "bearer", "counterparty")), *_value(row))
        for row in rows
    ]


def _value(row: dict[str, object]) -> Line:
    possible = row["possible"]
    assert isinstance(possible, list)
    return (
        row["status"],
        tuple(possible),
        row["certainty"],
        _text(row["since"]),
        _text(row["until"]),
        row["view"],
    )


def _text(day: object) -> str | None:
    return day.isoformat() if isinstance(day, date) else None


def lines_of_timeline(book: Book, view: str, scope: Scope) -> Iterator[Line]:
    hearing = Hearing(book, book.view(view))
    for _, entry in entries_of(book, hearing.view, None, scope):
        between = entry.question.between
        question = entry.question if between else replace(entry.question, party=entry.bearer)
        for answer in timeline_heard(hearing, question):
            yield (
                *(answer.treaty, answer.instrument, answer.clause, answer.party, answer.counterparty),
                *(answer.status, answer.possible, answer.certainty, answer.since, answer.until, answer.view),
            )


def test_the_rows_of_the_founding_record_are_those_of_its_timelines() -> None:
    book = book_of(*FOUNDING)
    assert lines_of_table(book, ALL_VOICES.id, Scope()) == list(
        lines_of_timeline(book, ALL_VOICES.id, Scope())
    )


@pytest.mark.parametrize("path", CASES[::4], ids=lambda path: path.name.partition(".")[0])
def test_the_rows_of_a_real_treaty_are_those_of_its_timelines(path: Path) -> None:
    book = book_of(path)
    view, scope = next(iter(book.views), ALL_VOICES.id), Scope(pairs=True)
    assert lines_of_table(book, view, scope) == list(lines_of_timeline(book, view, scope))


@cache
def shipped() -> Book:
    return book_of(*shipped_books())


def check_the_same_rows(book: Book, view: str, scope: Scope) -> None:
    hearing = Hearing(book, book.view(view))
    tasks = [task for _, found in tasks_by_treaty(hearing, scope) for task in found]
    assert Kernel().rows(tasks) == Reference().rows(tasks)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.partition(".")[0])
def test_the_kernel_and_the_reference_evaluator_give_every_case_the_same_rows(path: Path) -> None:
    book = book_of(path)
    for view in dict.fromkeys((*list(book.views)[:2], ALL_VOICES.id)):
        check_the_same_rows(book, view, WHOLE)


@pytest.mark.parametrize("treaty", [name for name in SHIPPED if name in shipped().treaties])
def test_the_kernel_and_the_reference_evaluator_give_every_shipped_treaty_the_same_rows(treaty: str) -> None:
    check_the_same_rows(shipped(), ALL_VOICES.id, Scope(treaties=(treaty,), parties=True))


@pytest.mark.parametrize("view", shipped().views_beside("sino-soviet-1945"))
def test_the_kernel_and_the_reference_evaluator_give_the_founding_treaty_the_same_rows(view: str) -> None:
    founding = Scope(treaties=("sino-soviet-1945", "sino-soviet-1950"), parties=True, pairs=True)
    check_the_same_rows(shipped(), view, founding)


LAKE = """treaty-format 1
actor A "Aland"
actor B "Bland"
treaty lake
  title        "A treaty about a lake"
  parties      A, B
  in force     upon ratification by each party
clause 1
  each party may denounce
  effect the treaty ends
2000-01-01 A, B ratify lake
2001-02..2001-03 A denounces lake
"""


@pytest.fixture
def lake(tmp_path: Path) -> Book:
    path = tmp_path / "lake.treaty"
    path.write_text(LAKE, encoding="utf-8")
    return book_of(path)


def test_what_is_open_is_contested_with_what_it_may_be(lake: Book) -> None:
    table = results(lake, scope=Scope(clauses=False))
    assert [
        (row["since"] and row["since"].isoformat(), row["status"], row["possible"], row["certainty"])
        for row in table.to_pylist()
    ] == [
        (None, "not_concluded", ["not_concluded"], "certain"),
        ("2000-01-01", "in_force", ["in_force"], "certain"),
        ("2001-02-01", "contested", ["ended", "in_force"], "uncertain"),
        ("2001-03-31", "ended", ["ended"], "certain"),
    ]


def test_several_views_stand_one_after_the_other(lake: Book) -> None:
    table = results(lake, view=["all-voices", "all-voices"], scope=Scope(clauses=False))
    assert table.column("view").to_pylist() == ["all-voices"] * 8


def test_pairs_and_parties_are_there_on_request(lake: Book) -> None:
    table = results(lake, scope=Scope(clauses=False, parties=True, pairs=True))
    found = {(row["bearer"], row["counterparty"]) for row in table.to_pylist()}
    assert found == {(None, None), ("A", None), ("B", None), ("A", "B")}


def test_what_was_not_known_by_a_day_is_left_out(lake: Book) -> None:
    table = results(lake, known=day_from_iso("2000-12-31"), scope=Scope(clauses=False))
    assert table.column("status").to_pylist() == ["not_concluded", "in_force"]


def test_a_stream_has_the_same_rows_through_the_capsule(lake: Book) -> None:
    assert pa.table(batches(lake)).to_pylist() == results(lake).to_pylist()


def test_an_unknown_name_is_answered_with_the_nearest(lake: Book) -> None:
    with pytest.raises(UnknownNameError, match="lake"):
        results(lake, scope=Scope(treaties=("lakes",)))
    with pytest.raises(UnknownNameError, match="all-voices"):
        batches(lake, view="all-voice")


def test_without_numba_the_reference_evaluator_gives_the_same_rows_and_says_so(
    lake: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = results(lake, scope=Scope(clauses=False))
    assert ours.schema.metadata == {b"inforce.evaluator": b"kernel", b"inforce.routed": b"0"}
    monkeypatch.setattr("inforce.corpus.evaluation.has_numba", lambda: False)
    theirs = results(lake, scope=Scope(clauses=False))
    assert theirs.to_pylist() == ours.to_pylist()
    assert theirs.schema.metadata[b"inforce.evaluator"] == b"reference"
    assert b"numba is not installed" in theirs.schema.metadata[b"inforce.note"]
    assert theirs.schema.metadata[b"inforce.routed"] == b"1"


def test_without_arrow_the_extra_is_named(lake: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inforce.corpus.needed.find_spec", lambda name: None)
    with pytest.raises(ImportError, match=r"inforce\[corpus\]"):
        results(lake)
