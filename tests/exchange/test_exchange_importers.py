"""Each data set on a few invented rows: what becomes a claim, what is refused, what contradicts itself."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inforce.corpus import intervals
from inforce.exchange.conduct import Read, read_files
from inforce.exchange.files import ForeignFileError
from inforce.exchange.report import CONTRADICTS, NOTED, REFUSED
from tests.exchange import rows

Importing = Callable[..., Read]


@pytest.fixture
def imported(tmp_path: Path) -> Importing:
    def importing(source: str, **files: str) -> Read:
        return read_files(source, rows.written(tmp_path, **files), "2024-05-01")

    return importing


def told(read: Read, kind: str) -> dict[str, list[int]]:
    """Return the remarks of a kind with the rows of their examples."""
    return {one.about: [each.row for each in one.examples] for one in read.report.of(kind)}


def claims(read: Read, **wanted: object) -> list[dict[str, Any]]:
    found = read.columnar.table("claims").to_pylist()
    return [row for row in found if all(row[key] == value for key, value in wanted.items())]


def statuses(read: Read, treaty: str, party: str) -> list[tuple[str, date | None, str]]:
    table = intervals.results(read.columnar).to_pylist()
    return [
        (row["status"], row["since"], row["certainty"])
        for row in table
        if (row["treaty"], row["bearer"], row["clause"]) == (treaty, party, None)
    ]


def test_a_cell_of_ggo_is_a_claim_with_its_place(imported: Importing) -> None:
    read = imported("manytreaties", parties=rows.GGO_PARTIES)
    (claim,) = claims(read, treaty="ARD-VEL_1931A", party="ARD", column="StateForce")
    assert (claim["what"], claim["name"], claim["voice"]) == ("outcome", "enter", "ggo")
    assert (claim["source"], claim["row"], claim["text"]) == ("parties.csv", 2, "1931-07-01")
    assert claim["earliest"] == claim["latest"] == (date(1931, 7, 1) - date(1970, 1, 1)).days
    (source,) = read.columnar.table("sources").to_pylist()
    assert (source["voice"], source["retrieved"]) == ("ggo", date(2024, 5, 1))


def test_what_contradicts_itself_in_ggo_is_told_with_its_rows(imported: Importing) -> None:
    read = imported("manytreaties", parties=rows.GGO_PARTIES)
    assert told(read, CONTRADICTS) == {
        "signed after it ratified": [3],
        "ended before it was in force": [3, 7, 8],
        "several days in StateForce for one party of one treaty; the count is of such parties": [7],
        "one day in StateEnd for all of three or more parties, some bound only later; the count is of treaties": [
            5
        ],
        "one treatyID with several titles; its rows are read as about one treaty": [5],
    }


def test_what_is_said_of_a_treaty_as_a_whole_is_nobody_s_membership(imported: Importing) -> None:
    read = imported("manytreaties", parties=rows.GGO_PARTIES, agreements=rows.GGO_AGREEMENTS)
    assert told(read, CONTRADICTS)["ended before it was in force"] == [3]
    (ended,) = claims(read, source="agreements.csv", name="leave")
    assert (ended["party"], ended["row"], ended["text"]) == (None, 3, "1934-09-01")
    titles = {row["treaty"]: row["title"] for row in read.columnar.table("treaties").to_pylist()}
    assert titles["LAKE_1935A"] == "Convention on the Fish of the Lake"


def test_a_day_that_the_calendar_lacks_is_refused_with_the_reason(imported: Importing) -> None:
    read = imported("manytreaties", parties=rows.GGO_PARTIES)
    (refused,) = told(read, REFUSED).items()
    assert refused == (
        "StateSignature: 1931-06 has 30 days: write 1931-06-30, or 1931-06 for some day of the month",
        [4],
    )


def test_a_far_year_stands_for_no_day(imported: Importing) -> None:
    read = imported("manytreaties", ieadb=rows.IEADB_PARTIES)
    assert told(read, NOTED)["Force: a year from 2500 on stands for no day: it had not come"] == [3]
    assert statuses(read, "LAKE_1935A", "TOR") == [("not_concluded", None, "certain")]


def test_the_first_day_of_the_calendar_is_an_empty_cell(imported: Importing) -> None:
    read = imported("manytreaties", parties=rows.GGO_PARTIES)
    about = "StateRatification: 0001-01-01 stands for no day: it is what an empty cell became"
    assert told(read, NOTED)[about] == [10]
    assert claims(read, party="NOR", name="ratify") == []
    assert read.columnar.manifest.coverage[0].first == "1930-12-31"


def test_an_uncertain_day_of_ggo_stays_uncertain(imported: Importing) -> None:
    read = imported("manytreaties", parties=rows.GGO_PARTIES)
    assert statuses(read, "ARD-VEL_1931A", "TOR") == [
        ("not_concluded", None, "certain"),
        ("contested", date(1932, 1, 1), "uncertain"),
        ("in_force", date(1932, 12, 31), "certain"),
    ]
    (signed,) = claims(read, party="ARD", treaty="LAKE_1935A", name="sign")
    assert signed["edtf"] == "1935-XX-16"


def test_two_rows_that_differ_are_disputed_and_never_merged(imported: Importing) -> None:
    read = imported("manytreaties", parties=rows.GGO_PARTIES)
    assert statuses(read, "LAKE_1935A", "TOR")[1:] == [
        ("contested", date(1940, 2, 2), "disputed"),
        ("in_force", date(1940, 3, 3), "certain"),
    ]


def test_two_data_sets_that_differ_are_disputed(imported: Importing) -> None:
    read = imported("manytreaties", ggo=rows.GGO_PARTIES, ieadb=rows.IEADB_PARTIES)
    found = statuses(read, "LAKE_1935A", "ARD")
    assert ("contested", date(1935, 6, 1), "disputed") in found
    assert {row["voice"] for row in read.columnar.table("sources").to_pylist()} == {"ggo", "ieadb"}


def test_a_member_of_atop_comes_and_goes_and_comes_back(imported: Importing) -> None:
    read = imported("atop", members=rows.ATOP_MEMBERS, alliances=rows.ATOP_ALLIANCES, states=rows.COW_STATES)
    assert statuses(read, "atop-9001", "901") == [
        ("not_concluded", None, "certain"),
        ("in_force", date(1931, 3, 1), "certain"),
        ("contested", date(1940, 5, 1), "uncertain"),
        ("ended", date(1940, 5, 31), "certain"),
        ("in_force", date(1950, 1, 1), "certain"),
    ]
    assert statuses(read, "atop-9001", "902")[-1] == ("in_force", date(1931, 3, 1), "certain")
    (defense,) = claims(read, treaty="atop-9001", party="902", what="obligation", name="nonagg")
    assert (defense["text"], defense["row"]) == ("1", 3)
    names = {row["actor"]: row["name"] for row in read.columnar.table("actors").to_pylist()}
    assert names["901"] == "Ardia"


def test_what_contradicts_itself_in_atop_is_told_with_its_rows(imported: Importing) -> None:
    read = imported("atop", members=rows.ATOP_MEMBERS, alliances=rows.ATOP_ALLIANCES)
    assert told(read, CONTRADICTS) == {
        "left before it entered": [4],
        "in effect, and left": [6],
        "ended before it began": [3],
        "one member twice in one phase: read as a second membership": [5],
    }


def test_the_rule_of_a_text_and_not_the_published_day_brings_it_into_force(imported: Importing) -> None:
    read = imported("wipo", wipo=rows.WIPO)
    in_force = {
        row["bearer"]: row["since"]
        for row in intervals.results(read.columnar, treaties=["trademark"]).to_pylist()
        if row["status"] == "in_force" and row["bearer"]
    }
    assert in_force["Norland"] == in_force["Ardia"] == date(1996, 8, 15)  # the fifth deposit and three months
    assert in_force["Westria"] == date(1997, 6, 30)  # 31 March and three months: published as 1 July
    assert statuses(read, "berne", "Torrin")[-1] == ("in_force", date(1931, 7, 29), "certain")


def test_what_contradicts_itself_in_wipo_is_told_with_its_rows(imported: Importing) -> None:
    assert told(imported("wipo", wipo=rows.WIPO), CONTRADICTS) == {
        "signed after its instrument": [9],
        "in force for a party before its instrument": [8, 9],
        "in force for a party without an instrument": [10],
    }


def test_a_state_is_a_member_of_the_system_through_its_last_day(imported: Importing) -> None:
    read = imported("states", states=rows.COW_STATES)
    assert statuses(read, "cow-state-system", "ARD") == [
        ("not_concluded", None, "certain"),
        ("in_force", date(1816, 1, 1), "certain"),
        ("ended", date(1940, 6, 23), "certain"),
        ("in_force", date(1944, 8, 25), "certain"),
    ]
    assert told(read, CONTRADICTS) == {"gone before it began": [5]}
    spells = [row for row in read.columnar.table("actors").to_pylist() if row["actor"] == "ARD"]
    assert [row["cow"] for row in spells] == [901, 901]


@pytest.mark.parametrize("source", ["atop", "manytreaties", "wipo", "states"])
def test_a_file_of_something_else_is_refused_with_what_is_looked_for(
    source: str, imported: Importing
) -> None:
    with pytest.raises(ForeignFileError, match=r"columns|lists of states"):
        imported(source, other="a,b\n1,2\n")
