"""A columnar book gives the rows of the same treaties as a book, whatever is open in its claims."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from inforce.corpus import Scope, evaluation, intervals, results, writing
from inforce.corpus.columnar import Columnar, CorpusError, about, open_columnar
from inforce.corpus.from_book import book_from_columnar, columnar_from_book
from inforce.corpus.routing import claim_from_row
from inforce.corpus.schema import Manifest, table_of
from inforce.corpus.standing import Standing, joint_bits
from inforce.corpus.table import COLUMNS
from inforce.corpus.writing import write_columnar
from inforce.engine import UnknownNameError
from inforce.load import book_from_files
from inforce.load.text import book_from_text
from inforce.model import TREATY_STATUSES, Act, ActorAt, Book, Event, Proposition
from inforce.temporal import Day, day_from_iso

LIST = """treaty-format 1

actor A "Ardia"
actor B "Velmark"
actor PARTY "A party"
{views}
fact counted-in "The list counts it among the parties from this day on."
  event
fact counted-out "The list no longer counts it among the parties from this day on."
  event

treaty listed "A treaty of which a list names the parties"
  parties      {parties}
  in force     for each party once counted-in

clause end
  who is counted-out ceases to be a party
clause 1
  each party shall keep the peace
"""
PAIR = """treaty-format 1

actor A "One party"
actor B "The other"

treaty listed "A treaty of two"
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
VIEWS = """
actor first "The first list"
actor second "The second list"

view ranked "The first list before the second"
  hears        first, then second
"""
DAYS = [
    day_from_iso(text) - day_from_iso("1970-01-01") for text in ("1950-01-31", "1950-03-01", "1951-06-30")
]
SEVERAL = "[1950-01-31,1951-06-30]"
Row = dict[str, Any]


def columnar_of(
    text: str, parties: int, members: Mapping[str, tuple[str, ...]], claims: list[Row]
) -> Columnar:
    names = list(members)
    columns = {key: [row.get(key) for row in claims] for key in ROW}
    return Columnar(
        Manifest(title="A test"),
        {
            "templates": table_of("templates", {"name": ["t"], "text": [text], "parties": [parties]}),
            "treaties": table_of("treaties", {"treaty": names, "template": ["t"] * len(names)}),
            "parties": table_of(
                "parties",
                {
                    "treaty": [name for name, who in members.items() for _ in who],
                    "party": [one for who in members.values() for one in who],
                },
            ),
            "claims": table_of("claims", columns),
        },
    )


ROW: Row = {
    "treaty": "t1",
    "what": "outcome",
    "name": "enter",
    "party": "A",
    "earliest": None,
    "latest": None,
    "certainty": "",
    "against": False,
    "voice": "first",
    "said": None,
    "known": None,
    "label": "",
    "edtf": None,
}


@st.composite
def claims(draw: st.DrawFn, kinds: list[tuple[str, str]], parties: str = "AB") -> Row:
    what, name = draw(st.sampled_from(kinds))
    first = draw(st.sampled_from(DAYS))
    last = first + draw(st.sampled_from((0, 0, 0, 0, 2, 40)))
    edtf = draw(st.sampled_from((None,) * 9 + (SEVERAL,)))
    if edtf:
        first, last = DAYS[0], DAYS[2]
    return ROW | {
        "treaty": draw(st.sampled_from(("t1", "t2"))),
        "what": what,
        "name": name,
        "party": draw(st.sampled_from(parties)),
        "earliest": first,
        "latest": last,
        "certainty": "" if edtf else draw(st.sampled_from(("", "", "", "?"))),
        "against": draw(st.integers(0, 9)) == 0,
        "voice": draw(st.sampled_from(("first", "second"))),
        "known": draw(st.sampled_from((None, None, None, DAYS[2]))),
        "label": draw(st.sampled_from(("", "", "", "#2"))),
        "edtf": edtf,
    }


def proposition_of(row: Row) -> Proposition:
    if row["what"] == "act":
        return Act(row["name"], (ActorAt(row["party"]),), "listed", label=row["label"])
    fact = {"enter": "counted-in", "leave": "counted-out"}[row["name"]]
    return Event(fact, row["party"], row["label"])


def book_of(text: str, rows: list[Row]) -> Book:
    loaded = book_from_text("listed", text)
    assert not loaded.problems
    found = [claim_from_row(str(turn), proposition_of(row), row) for turn, row in enumerate(rows)]
    return replace(loaded.book, claims=tuple(found))


def lines(table: Any) -> list[tuple[Any, ...]]:
    return sorted(
        (*(row[key] or "" for key in ("treaty", "clause", "bearer", "counterparty")), *value(row))
        for row in table.to_pylist()
        if row["clause"] in (None, "1", "2")
    )


def value(row: Row) -> tuple[Any, ...]:
    since, until = (str(row[key] or "") for key in ("since", "until"))
    return since, until, row["status"], tuple(row["possible"]), row["certainty"], row["view"]


def of_book(text: str, rows: list[Row], view: str, known: str | None) -> Iterator[tuple[Any, ...]]:
    for treaty in ("t1", "t2"):
        for line in of_treaty(text, [row for row in rows if row["treaty"] == treaty], view, known):
            yield (treaty, *line[1:])


def of_treaty(text: str, rows: list[Row], view: str, known: str | None) -> list[tuple[Any, ...]]:
    day = day_from_iso(known) if known else None
    return lines(results(book_of(text, rows), view=view, known=day, scope=Scope(parties=True)))


LISTED = claims([("outcome", "enter"), ("outcome", "enter"), ("outcome", "leave"), ("act", "sign")])
RATIFIED = claims([("act", "ratify"), ("act", "ratify"), ("act", "denounce"), ("act", "sign")])


@given(
    st.lists(LISTED, max_size=9),
    st.sampled_from(("all-voices", "ranked")),
    st.sampled_from((None, "1950-06-01")),
)
def test_one_party_at_a_time_gives_the_rows_of_the_treaty_of_all(
    rows: list[Row], view: str, known: str | None
) -> None:
    columnar = columnar_of(
        LIST.format(parties="PARTY", views=VIEWS), 0, {"t1": ("A", "B"), "t2": ("A", "B")}, rows
    )
    day = day_from_iso(known) if known else None
    wanted = []
    for party in "AB":
        alone = [row for row in rows if row["party"] == party]
        text = LIST.format(parties=party, views=VIEWS)
        wanted += [line for line in of_book(text, alone, view, known) if line[2]]
    assert lines(intervals.results(columnar, view=view, known=day)) == sorted(wanted)


@given(st.lists(RATIFIED, max_size=7))
def test_a_template_of_two_gives_the_rows_of_each_treaty(rows: list[Row]) -> None:
    columnar = columnar_of(PAIR, 2, {"t1": ("A", "B"), "t2": ("A", "B")}, rows)
    assert lines(intervals.results(columnar)) == sorted(of_book(PAIR, rows, "all-voices", None))


MEMBERS = {"t1": ("A", "B"), "t2": ("B",)}
SOME = [
    ROW | {"earliest": DAYS[0], "latest": DAYS[0]},
    ROW | {"party": "B", "earliest": DAYS[1], "latest": DAYS[1]},
    ROW | {"party": "B", "earliest": DAYS[2], "latest": DAYS[2], "voice": "second"},
    ROW | {"party": "B", "name": "leave", "earliest": DAYS[2] + 100, "latest": DAYS[2] + 130},
    ROW | {"treaty": "t2", "party": "B", "earliest": DAYS[0], "latest": DAYS[0], "certainty": "?"},
]


@pytest.fixture
def lists() -> Columnar:
    return columnar_of(LIST.format(parties="PARTY", views=VIEWS), 0, MEMBERS, SOME)


def test_a_book_is_the_same_after_it_was_written_and_opened(lists: Columnar, tmp_path: Path) -> None:
    write_columnar(tmp_path / "lists.corpus", lists.manifest, lists.tables)
    opened = open_columnar(tmp_path / "lists.corpus")
    assert opened.manifest.title == "A test"
    assert intervals.results(opened).to_pylist() == intervals.results(lists).to_pylist()
    only = intervals.results(opened, treaties=["t2"]).to_pylist()
    assert only == [row for row in intervals.results(lists).to_pylist() if row["treaty"] == "t2"]


def test_batches_have_the_rows_of_the_table(lists: Columnar) -> None:
    streamed = intervals.batches(lists).read_all()
    assert streamed.to_pylist() == intervals.results(lists).to_pylist()
    assert list(streamed.schema.names) == list(COLUMNS)


def test_without_numba_the_rows_are_the_same_and_the_table_says_so(
    lists: Columnar, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_kernel = intervals.results(lists)
    monkeypatch.setattr(evaluation, "has_numba", lambda: False)
    monkeypatch.setattr(intervals, "has_numba", lambda: False)
    found = intervals.results(lists)
    assert found.to_pylist() == with_kernel.to_pylist()
    assert with_kernel.schema.metadata[b"inforce.evaluator"] == b"kernel"
    assert found.schema.metadata[b"inforce.evaluator"] == b"reference"
    assert b"numba is not installed" in found.schema.metadata[b"inforce.note"]


def test_a_folder_that_is_no_book_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"manifest\.json"):
        open_columnar(tmp_path)
    (tmp_path / "manifest.json").write_text('{"format": 99}')
    with pytest.raises(CorpusError, match="version 99"):
        open_columnar(tmp_path)


def test_a_treaty_without_the_parties_of_its_template_is_told() -> None:
    wrong = columnar_of(PAIR, 2, {"t1": ("A", "B"), "t2": ("A",)}, [])
    with pytest.raises(CorpusError, match="t2 has not the 2 parties"):
        intervals.results(wrong)


def test_a_template_with_problems_tells_them_all() -> None:
    wrong = columnar_of("treaty-format 1\n\ntreaty t\n  parties Z\n", 0, {"t1": ("A",)}, [])
    with pytest.raises(CorpusError, match="no actor called Z"):
        intervals.results(wrong)


def test_a_view_that_no_template_has_is_unknown(lists: Columnar) -> None:
    with pytest.raises(UnknownNameError, match="rankd"):
        intervals.results(lists, view="rankd")


def test_in_a_view_that_ranks_the_lists_the_higher_one_decides(lists: Columnar) -> None:
    def open_rows(view: str) -> int:
        rows = intervals.results(lists, view=view).to_pylist()
        return sum(row["certainty"] == "disputed" for row in rows if row["clause"] is None)

    assert (open_rows("all-voices"), open_rows("ranked")) == (1, 0)


def test_a_treaty_is_in_force_between_two_when_it_is_for_both(lists: Columnar) -> None:
    standing = Standing(intervals.results(lists))
    epoch = day_from_iso("1970-01-01")
    (disputed,) = standing.between("A", "B", Day(epoch + DAYS[1]))
    assert (disputed.status, disputed.certainty) == ("contested", "disputed")
    assert disputed.possible == ("in_force", "not_concluded")
    assert (disputed.since, disputed.until) == (epoch + DAYS[1], epoch + DAYS[2])
    (sure,) = standing.between("A", "B", Day(epoch + DAYS[2]))
    assert (sure.status, sure.since, sure.until) == ("in_force", epoch + DAYS[2], epoch + DAYS[2] + 100)
    assert standing.between("A", "B", Day(epoch + DAYS[2] + 130)) == []
    assert standing.between("A", "Z", Day(epoch)) == []


def test_between_two_is_what_the_engine_says_of_a_pair() -> None:
    statuses = ("ended", "in_force", "signed", "not_concluded")
    for one in statuses:
        for other in statuses:
            bits = joint_bits(1 << TREATY_STATUSES.index(one), 1 << TREATY_STATUSES.index(other))
            assert TREATY_STATUSES[bits.bit_length() - 1] == pair_in_engine(one, other)


LIVES = {
    "not_concluded": [],
    "signed": [("act", "sign", 0)],
    "in_force": [("outcome", "enter", 0)],
    "ended": [("outcome", "enter", 0), ("outcome", "leave", 1)],
}


def pair_in_engine(one: str, other: str) -> str:
    """Ask the engine how a treaty stands between two of whom each has one status."""
    found = [
        ROW | {"party": party, "what": what, "name": name, "earliest": DAYS[day], "latest": DAYS[day]}
        for party, status in (("A", one), ("B", other))
        for what, name, day in LIVES[status]
    ]
    book = book_of(LIST.format(parties="A, B", views=VIEWS), found)
    scope = Scope(pairs=True, clauses=False)
    rows = [row for row in results(book, scope=scope).to_pylist() if row["counterparty"]]
    return str(rows[-1]["status"])


@pytest.mark.parametrize("path", sorted((Path(__file__).parent.parent / "cases").glob("*.treaty.md"))[::9])
def test_a_book_of_treaty_files_comes_back_with_the_same_rows(path: Path, tmp_path: Path) -> None:
    book = book_from_files([path]).book
    made = columnar_from_book(book, "A case")
    columnar = write_columnar(tmp_path / "case.corpus", made.manifest, made.tables)
    assert book_from_columnar(columnar) == book
    wanted = results(book, scope=Scope(parties=True)).to_pylist()
    assert intervals.results(columnar).to_pylist() == wanted


def test_a_question_about_a_few_treaties_reads_only_their_part_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyarrow.dataset as ds

    monkeypatch.setattr(writing, "_ROWS_IN_GROUP", 10)
    members = {f"t{turn:03d}": ("A",) for turn in range(100)}
    found = [ROW | {"treaty": name, "earliest": DAYS[0], "latest": DAYS[0]} for name in members]
    made = columnar_of(LIST.format(parties="PARTY", views=VIEWS), 0, members, found)
    opened = writing.write_columnar(tmp_path / "many.corpus", made.manifest, made.tables)
    (file,) = ds.dataset(tmp_path / "many.corpus" / "claims.parquet").get_fragments()
    plain = file.format.make_fragment(file.path, file.filesystem)
    assert len(plain.row_groups) == 10
    assert len(plain.subset(about(["t042", "t044"])).row_groups) == 1
    assert opened.table("claims", ["t042", "t044"])["treaty"].to_pylist() == ["t042", "t044"]
    assert opened.table("claims", []).num_rows == 0
