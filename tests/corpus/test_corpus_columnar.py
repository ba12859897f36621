"""A columnar book gives the rows of the same treaties as a book, whatever is open in its claims."""

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from inforce.corpus import Scope, intervals, results
from inforce.corpus.columnar import Columnar
from inforce.corpus.routing import claim_from_row
from inforce.corpus.schema import Manifest, table_of
from inforce.load.text import book_from_text
from inforce.model import Act, ActorAt, Book, Event, Proposition
from inforce.temporal import day_from_iso

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
