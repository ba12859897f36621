"""Panels of treaty files: the rows are derived by hand from what the treaties say."""

import csv
from pathlib import Path

import pyarrow as pa
import pytest

import inforce as inf
from inforce.corpus import Panel, PanelFileError
from inforce.corpus.panel_asked import PanelError
from inforce.engine import UnknownNameError

LAKE = """treaty-format 1
actor ARD "Ardmark"
actor VEL "Velmark"
actor BOR "Borland"
treaty lake-ferry
  title        "A ferry across the lake"
  parties      ARD, VEL
  in force     upon ratification by each party
clause 1
  ARD shall not close the quay
clause 2
  each party may denounce
  effect       the treaty ends
2000-03-15     ARD, VEL ratify lake-ferry                         unverified "invented"
"""
ENDED = '2003-07-02     VEL denounces lake-ferry                           unverified "invented"\n'
OPEN = '2003-06..2003-08     VEL denounces lake-ferry                      unverified "invented"\n'
FISH = """
treaty fish
  title        "Convention on the fish of the lake"
  parties      ARD, VEL, BOR
  in force     upon ratification by 2 states
  for a state depositing after the entry into force upon its deposit
clause 1
  each party shall not fish at night
clause 9
  each party may withdraw
  effect       it ceases to be a party
2001-05-01     ARD, VEL ratify fish                               unverified "invented"
2002-01-01     BOR ratifies fish                                  unverified "invented"
2003-12-31     VEL withdraws from fish                            unverified "invented"
"""


def panel(folder: Path, text: str, **asked: object) -> Panel:
    path = folder / "lake.treaty"
    path.write_text(text, encoding="utf-8")
    found = inf.panel(path, **{"first": 2000, "last": 2004, **asked})
    assert isinstance(found, Panel)
    return found


def series(found: Panel, column: str, *unit: str) -> list[object]:
    """Return the values of a column for one unit, year by year."""
    rows = found.table().to_pylist()
    return [row[column] for row in rows if list(row.values())[: len(unit)] == list(unit)]


@pytest.mark.parametrize(
    ("boundary", "values"),
    [
        ("any", [1, 1, 1, 1, 0]),
        ("first", [0, 1, 1, 1, 0]),
        ("last", [1, 1, 1, 0, 0]),
        ("majority", [1, 1, 1, 0, 0]),
    ],
)
def test_a_year_counts_by_its_rule(tmp_path: Path, boundary: str, values: list[int]) -> None:
    """In force from 15 March 2000 (292 days of 366) to 1 July 2003 (182 days of 365)."""
    found = panel(tmp_path, LAKE + ENDED, boundary=boundary)
    assert series(found, "in_force", "ARD", "VEL") == values
    assert series(found, "in_force", "VEL", "ARD") == values


def test_half_of_a_leap_year_is_no_majority(tmp_path: Path) -> None:
    """From 15 March 2000 through 1 July 2004: 183 days of 366."""
    late = ENDED.replace("2003-07-02", "2004-07-02")
    assert series(panel(tmp_path, LAKE + late, boundary="majority"), "in_force", "ARD", "VEL")[-1] == 0
    later = ENDED.replace("2003-07-02", "2004-07-03")
    assert series(panel(tmp_path, LAKE + later, boundary="majority"), "in_force", "ARD", "VEL")[-1] == 1


def test_what_is_open_has_a_lower_and_an_upper_bound(tmp_path: Path) -> None:
    """Denounced on a day from 1 June to 31 August 2003: at least 151 days of the year, at most 242."""
    found = panel(tmp_path, LAKE + OPEN, boundary="majority")
    assert series(found, "in_force_min", "ARD", "VEL") == [1, 1, 1, 0, 0]
    assert series(found, "in_force_max", "ARD", "VEL") == [1, 1, 1, 1, 0]
    certain = panel(tmp_path, LAKE + OPEN, boundary="last")
    assert certain.table().column_names == ["actor1", "actor2", "year", "in_force"]


def test_a_duty_is_its_bearer_s_in_a_directed_dyad_and_either_s_in_an_undirected_one(tmp_path: Path) -> None:
    found = panel(tmp_path, LAKE + ENDED, columns=["quay=lake-ferry/1"])
    assert series(found, "quay", "ARD", "VEL") == [1, 1, 1, 1, 0]
    assert series(found, "quay", "VEL", "ARD") == [0] * 5
    both = panel(tmp_path, LAKE + ENDED, columns=["quay=lake-ferry/1"], directed=False)
    assert series(both, "quay", "ARD", "VEL") == [1, 1, 1, 1, 0]
    assert {row["actor1"] for row in both.table().to_pylist()} == {"ARD"}


def test_a_duty_towards_all_is_owed_to_each_while_both_are_parties(tmp_path: Path) -> None:
    """Velmark leaves on the last day of 2003, Borland joins on the first of 2002."""
    found = panel(tmp_path, LAKE + FISH, columns=["night=fish/1"])
    assert series(found, "night", "ARD", "VEL") == [0, 1, 1, 1, 0]
    assert series(found, "night", "BOR", "ARD") == [0, 0, 1, 1, 1]
    assert series(found, "night", "BOR", "VEL") == [0, 0, 1, 1, 0]
    on_new_year_s_eve = panel(tmp_path, LAKE + FISH, columns=["night=fish/1"], boundary="last")
    assert series(on_new_year_s_eve, "night", "BOR", "VEL") == [0, 0, 1, 0, 0]


def test_a_duty_towards_some_by_name_is_owed_to_each_of_them_and_to_nobody_else(tmp_path: Path) -> None:
    """Who bears nothing under a clause of a treaty of its own owes nothing: a zero, and no missing value."""
    pact = LAKE.replace("parties      ARD, VEL", "parties      ARD, VEL, BOR, COR")
    pact = pact.replace("shall not close the quay", "shall not close the quay\n  to           VEL, BOR")
    pact = pact.replace("actor BOR", 'actor COR "Corland"\nactor BOR')
    pact = pact.replace("ARD, VEL ratify", "ARD, VEL, BOR, COR ratify")
    found = panel(tmp_path, pact, columns=["quay=lake-ferry/1"])
    assert series(found, "quay", "ARD", "VEL") == series(found, "quay", "ARD", "BOR") == [1] * 5
    assert series(found, "quay", "ARD", "COR") == series(found, "quay", "VEL", "ARD") == [0] * 5


def test_treaties_are_counted_on_request(tmp_path: Path) -> None:
    found = panel(tmp_path, LAKE + ENDED + FISH, counted=True)
    keys = [tuple(row.values())[:3] for row in found.table().to_pylist()]
    assert keys == sorted(keys)
    assert series(found, "in_force", "ARD", "VEL") == [1, 2, 2, 2, 0]
    assert series(found, "in_force", "ARD", "BOR") == [0, 0, 1, 1, 1]
    of_states = panel(tmp_path, LAKE + ENDED + FISH, counted=True, unit="state-year")
    assert series(of_states, "in_force", "ARD") == [1, 2, 2, 2, 1]


def test_a_treaty_and_a_party_have_a_row_a_year(tmp_path: Path) -> None:
    found = panel(
        tmp_path, LAKE + ENDED + FISH, unit="treaty-party-year", columns=["bound=*", "night=fish/1"]
    )
    assert series(found, "bound", "fish", "VEL") == [0, 1, 1, 1, 0]
    assert series(found, "night", "fish", "VEL") == [0, 1, 1, 1, 0]
    assert series(found, "bound", "lake-ferry", "VEL") == [1, 1, 1, 1, 0]
    assert series(found, "night", "lake-ferry", "VEL") == [None] * 5


def test_a_day_has_a_row_in_a_panel_of_days(tmp_path: Path) -> None:
    found = panel(tmp_path, LAKE + ENDED, unit="dyad-day", first=2003, last=2003).table().to_pylist()
    ours = {row["day"].isoformat(): row["in_force"] for row in found if row["actor1"] == "ARD"}
    assert len(ours) == 365
    assert (ours["2003-07-01"], ours["2003-07-02"]) == (1, 0)


def test_years_after_the_day_of_knowledge_have_no_value(tmp_path: Path) -> None:
    found = panel(tmp_path, LAKE, known="2002-06-30")
    assert series(found, "in_force", "ARD", "VEL") == [1, 1, None, None, None]
    assert [(each.kind, each.count) for each in found.remarks] == [("uncovered", 6)]
    first_of_january = panel(tmp_path, LAKE, known="2002-06-30", boundary="first")
    assert series(first_of_january, "in_force", "ARD", "VEL") == [0, 1, 1, None, None]
    unasked = panel(tmp_path, LAKE, known="2002-06-30", first=None, last=None)
    assert series(unasked, "year", "ARD", "VEL") == [2000, 2001]


def test_a_zero_is_said_only_of_actors_that_the_book_covers(tmp_path: Path) -> None:
    """Nothing is said of Corland unless it is said to be covered; it exists from the middle of 2001."""
    assert series(panel(tmp_path, LAKE + ENDED), "in_force", "ARD", "COR") == []
    covered = pa.table(
        {
            "actor": ["ARD", "VEL", "COR"],
            "since": [None, None, "2001-07-01"],
            "until": [None, "2002-01-01", None],
        }
    )
    found = panel(tmp_path, LAKE + ENDED, covered=covered)
    assert series(found, "year", "ARD", "COR") == [2001, 2002, 2003, 2004]
    assert series(found, "in_force", "ARD", "COR") == [0, 0, 0, 0]
    assert series(found, "in_force", "ARD", "VEL") == [1, 1, None, None]


CODES = pa.table(
    {
        "actor": ["ARD", "VEL", "VEL"],
        "cow": [10, 20, 21],
        "gw": [10, 10, None],
        "iso3": ["AR", None, ""],
        "since": ["1990-01-01", None, "2002-03-01"],
        "until": [None, "2002-03-01", None],
    }
)


def test_codes_are_those_of_the_day_and_who_has_none_is_told(tmp_path: Path) -> None:
    found = panel(tmp_path, LAKE + FISH, codes="cow", actors=CODES)
    assert series(found, "ccode1", "VEL", "ARD") == [20, 20, 21, 21, 21]
    assert series(found, "ccode2", "VEL", "ARD") == [10] * 5
    assert series(found, "ccode2", "VEL", "BOR") == [None] * 5
    assert [(each.kind, each.examples) for each in found.remarks] == [
        ("unmatched", ("BOR",)),
        ("recoded", ("VEL in 2002",)),
    ]
    covered = pa.table({"actor": ["ARD", "VEL", "BOR"], "until": [None, None, "2000-01-01"]})
    without_borland = panel(tmp_path, LAKE + ENDED, codes="cow", actors=CODES, covered=covered)
    assert [each.kind for each in without_borland.remarks] == ["recoded"]
    first = panel(tmp_path, LAKE + FISH, codes="cow", actors=CODES, boundary="first")
    assert series(first, "ccode1", "VEL", "ARD") == [20, 20, 20, 21, 21]
    daily = panel(tmp_path, LAKE, codes="cow", actors=CODES, unit="dyad-day", first=2002, last=2002)
    on = {
        row["day"].isoformat(): row["ccode1"] for row in daily.table().to_pylist() if row["actor1"] == "VEL"
    }
    assert (on["2002-02-28"], on["2002-03-01"]) == (20, 21)


def test_a_code_that_two_actors_share_is_told(tmp_path: Path) -> None:
    found = panel(tmp_path, LAKE, codes="gw", actors=CODES, unit="state-year")
    assert ("shared", ("10: ARD and VEL",)) in [(each.kind, each.examples) for each in found.remarks]
    assert series(found, "gwcode", "VEL") == [10, 10, 10, None, None]


def test_codes_are_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "codes.csv"
    file.write_text("actor,iso3,until\nARD,ARM,\nVEL,VLM,2001-12-31\n", encoding="utf-8")
    found = panel(tmp_path, LAKE, codes="iso3", actors=file)
    assert series(found, "iso3_1", "VEL", "ARD") == ["VLM", "VLM", None, None, None]
    file.write_text("actor,iso3,until\nARD,ARM,soon\n", encoding="utf-8")
    with pytest.raises(PanelError, match="soon"):
        panel(tmp_path, LAKE, codes="iso3", actors=file)
    with pytest.raises(PanelError, match="no column cow"):
        panel(tmp_path, LAKE, codes="cow", actors=file)
    with pytest.raises(PanelError, match="need a table"):
        panel(tmp_path, LAKE, codes="cow")


OPPOSED = """treaty-format 1
actor AAA "A"
actor BBB "B"
actor CCC "C"
treaty delta
  title        "Convention on the delta"
  parties      AAA, BBB, CCC
  in force     upon deposit by 2 states
  for a state depositing after the entry into force upon its deposit
clause 9
  each party shall dredge its arm of the delta
2000-02-01     AAA deposits its instrument for delta, reserving 9 unverified "invented"
2000-02-01     BBB deposits its instrument for delta, without reservation unverified "invented"
2000-02-01     CCC deposits its instrument for delta, without reservation unverified "invented"
2000-02-01     CCC accepts the reservation of AAA to 9             unverified "invented"
2000-05-01     BBB objects to the reservation of AAA to 9              unverified "invented"
  entry into force opposed
"""


def test_what_is_not_in_force_between_two_is_not_although_it_is_for_each(tmp_path: Path) -> None:
    found = panel(tmp_path, OPPOSED, boundary="last")
    assert series(found, "in_force", "AAA", "BBB") == [0] * 5
    assert series(found, "in_force", "AAA", "CCC") == [1] * 5
    assert series(found, "in_force", "BBB", "CCC") == [1] * 5
    duty = panel(tmp_path, OPPOSED, boundary="last", columns=["dredge=delta/9"])
    assert series(duty, "dredge", "AAA", "CCC") == [0] * 5
    assert series(duty, "dredge", "BBB", "CCC") == [1] * 5


def test_the_view_is_the_panel_s() -> None:
    asked = {"columns": ["allied=sino-soviet-1945"], "first": 1949, "last": 1953, "boundary": "first"}
    prc, roc = (inf.panel(view=view, **asked) for view in ("prc", "roc"))
    assert series(prc, "allied", "CHN", "SUN") == [1, 1, 0, 0, 0]
    assert series(roc, "allied", "CHN", "SUN") == [1, 1, 1, 1, 1]


def test_names_that_do_not_exist_are_answered_with_the_nearest(tmp_path: Path) -> None:
    for asked, near in (
        ({"columns": ["x=lake-fery"]}, "lake-ferry"),
        ({"columns": ["x=lake-ferry/22"]}, "lake-ferry/2"),
        ({"columns": ["x=lake-ferry:in_forse"]}, "in_force"),
        ({"unit": "dyad-years"}, "dyad-year"),
        ({"boundary": "majorty"}, "majority"),
        ({"view": "all-voice"}, "all-voices"),
    ):
        with pytest.raises(UnknownNameError, match=near):
            panel(tmp_path, LAKE, **asked)
    with pytest.raises(PanelError, match="NAME=TREATY"):
        panel(tmp_path, LAKE, columns=["lake ferry"])
    with pytest.raises(PanelError, match="end before they begin"):
        panel(tmp_path, LAKE, first=2004, last=2000)
    with pytest.raises(PanelError, match="a name of its own"):
        panel(tmp_path, LAKE, columns=["x=*", "x=lake-ferry"])


def test_a_panel_is_cited_with_its_view_its_rule_its_sources_and_a_digest(tmp_path: Path) -> None:
    (tmp_path / "sources.json").write_text(
        '[{"id": "series", "type": "book", "title": "Treaties of the Lake"}]', encoding="utf-8"
    )
    cited = LAKE.replace('unverified "invented"', "[@series, p. 3]")
    found = panel(tmp_path, cited, boundary="last")
    text = inf.cite(found)
    assert "directed dyad-years of in_force; boundary rule: 31 December; view all-voices" in text
    assert "[@series] Treaties of the Lake" in text
    assert inf.cite(panel(tmp_path, cited, boundary="last")) == text
    assert inf.cite(panel(tmp_path, cited + ENDED, boundary="last")) != text


def test_a_panel_is_written_as_parquet_as_csv_and_for_stata(tmp_path: Path) -> None:
    import pandas as pd
    import pyarrow.parquet as pq

    found = panel(tmp_path, LAKE, known="2002-06-30")
    for name in ("panel.parquet", "panel.csv", "panel.dta"):
        assert found.write(tmp_path / name) == 10
    rows = found.table().to_pylist()
    read = pq.read_table(tmp_path / "panel.parquet")
    assert read.to_pylist() == rows
    assert read.schema.metadata[b"inforce.citation"].decode() == inf.cite(found)
    with (tmp_path / "panel.csv").open(encoding="utf-8") as stream:
        lines = list(csv.reader(stream))
    assert lines[0] == ["actor1", "actor2", "year", "in_force"]
    assert [line[3] for line in lines[1:6]] == ["1", "1", "NA", "NA", "NA"]
    with pd.read_stata(tmp_path / "panel.dta", iterator=True) as stata:
        assert stata.variable_labels()["in_force"] == "in_force: whether any"
        assert stata.value_labels()["in_force"] == {0: "no", 1: "yes"}
        frame = stata.read(convert_categoricals=False)
    assert frame["in_force"].isna().sum() == 6
    assert frame["in_force"].dropna().tolist() == [1.0] * 4


def test_an_interrupted_writing_leaves_what_was_there(tmp_path: Path) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    found, file = panel(tmp_path, LAKE), tmp_path / "panel.parquet"
    file.write_text("as it was")
    with pytest.raises(KeyboardInterrupt):
        found.write(file, stop)
    assert file.read_text() == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lake.treaty", "panel.parquet"]
    assert found.write(file) == 10


def test_a_file_that_cannot_be_is_refused(tmp_path: Path) -> None:
    found = panel(tmp_path, LAKE)
    (tmp_path / "folder.csv").mkdir()
    for name, reason in (
        ("panel.xlsx", "end in one of"),
        ("folder.csv", "a folder"),
        ("no/panel.csv", "no folder"),
    ):
        with pytest.raises(PanelFileError, match=reason):
            found.write(tmp_path / name)


def test_other_programs_read_a_panel_through_the_capsule(tmp_path: Path) -> None:
    found = panel(tmp_path, LAKE)
    assert pa.table(found).num_rows == 10
