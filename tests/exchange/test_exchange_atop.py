"""ATOP's directed dyad-years: the rule, part by part, on invented alliances; and the published table's own totals."""

import calendar
import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from inforce.corpus import Panel, cite
from inforce.exchange.atop_panel import atop_panel
from inforce.exchange.atop_table import NEEDED, OBLIGATIONS, InputError

ATOP = Path(__file__).parents[3] / "shared" / "data" / "atop"
HEADER = ",".join((*NEEDED, "phase", "obvary", "version"))
Row = tuple[int, ...]


def written(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "members.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def member(
    alliance: str, state: str, since: str, until: str, promised: str = "1 0 0 0 0", more: str = ""
) -> str:
    """Write a row of the table: days as 1900-5-1, `-` where a part is not given, 0 for a membership in force."""
    parts = [day.split("-") if day != "0" else ["0", "0", "0"] for day in (since, until)]
    return ",".join((alliance, state, *parts[0], *parts[1], *promised.split(), *(more or "0 0 9.9").split()))


def rows_of(panel: Panel) -> list[Row]:
    return [tuple(row.values()) for row in panel.table().to_pylist()]


def between(panel: Panel, one: int, other: int) -> list[Row]:
    return [row[2:] for row in rows_of(panel) if row[:2] == (one, other)]


def remarks(panel: Panel) -> dict[str, tuple[int, tuple[str, ...]]]:
    return {each.kind: (each.count, each.examples) for each in panel.remarks}


def test_every_calendar_year_that_the_shared_days_touch_has_a_row_in_each_direction(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        member("1000", "2", "1899-12-30", "1902-6-1"),
        member("1000", "20", "1899-12-31", "1901-1-2"),
    )
    assert rows_of(atop_panel(file)) == [
        (one, other, year, 1, 0, 0, 0, 0) for one, other in ((2, 20), (20, 2)) for year in (1899, 1900, 1901)
    ]


def test_a_single_shared_day_is_no_membership_together_and_two_are(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        member("1000", "2", "1900-1-1", "1905-3-1"),
        member("1000", "20", "1905-3-1", "1910-1-1"),
        member("2000", "2", "1900-1-1", "1905-3-2"),
        member("2000", "30", "1905-3-1", "1910-1-1"),
    )
    found = atop_panel(file)
    assert between(found, 2, 20) == []
    assert between(found, 2, 30) == [(1905, 1, 0, 0, 0, 0)]


def test_the_phases_of_an_alliance_are_rows_like_any_other(tmp_path: Path) -> None:
    """On the day on which one phase gives way to the next, the rows of both meet for a day, which does not count."""
    file = written(
        tmp_path,
        member("1000", "2", "1900-1-1", "1902-5-1", "1 0 0 0 0", "1 0 9.9"),
        member("1000", "20", "1900-1-1", "1902-5-1", "1 0 0 0 0", "1 0 9.9"),
        member("1000", "2", "1902-5-1", "1904-1-1", "0 0 0 1 0", "2 0 9.9"),
        member("1000", "20", "1902-5-1", "1904-1-1", "0 0 0 1 0", "2 0 9.9"),
        member("1000", "30", "1901-1-1", "1904-1-1", "0 1 0 0 0", "1 0 9.9"),
    )
    found = atop_panel(file)
    assert between(found, 2, 20) == [
        (1900, 1, 0, 0, 0, 0),
        (1901, 1, 0, 0, 0, 0),
        (1902, 1, 0, 0, 1, 0),
        (1903, 0, 0, 0, 1, 0),
        (1904, 0, 0, 0, 1, 0),
    ]
    assert [row[0] for row in between(found, 2, 30)] == [1901, 1902, 1903, 1904]
    assert not any(row[0] == row[1] for row in rows_of(found))


def test_obligations_are_those_of_the_first_state(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        member("1000", "2", "1900-1-1", "1900-9-1", "1 0 0 0 1"),
        member("1000", "20", "1900-1-1", "1900-9-1", "0 0 1 0 1"),
    )
    found = atop_panel(file)
    assert between(found, 2, 20) == [(1900, 1, 0, 0, 0, 1)]
    assert between(found, 20, 2) == [(1900, 0, 0, 1, 0, 1)]


def test_the_maximum_is_taken_over_alliances(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        member("1000", "2", "1900-1-1", "1901-9-1", "1 0 0 0 0"),
        member("1000", "20", "1900-1-1", "1901-9-1", "1 0 0 0 0"),
        member("2000", "2", "1901-1-1", "1902-9-1", "0 0 0 1 0"),
        member("2000", "20", "1901-1-1", "1902-9-1", "0 0 0 1 0"),
    )
    assert between(atop_panel(file), 2, 20) == [
        (1900, 1, 0, 0, 0, 0),
        (1901, 1, 0, 0, 1, 0),
        (1902, 0, 0, 0, 1, 0),
    ]


def test_a_membership_in_force_runs_through_2016_or_through_the_last_year_asked(tmp_path: Path) -> None:
    file = written(tmp_path, member("1000", "2", "2014-5-5", "0"), member("1000", "20", "2015-12-31", "0"))
    assert [row[0] for row in between(atop_panel(file), 2, 20)] == [2015, 2016]
    assert [row[0] for row in between(atop_panel(file, last=2018), 2, 20)] == [2015, 2016, 2017, 2018]
    assert [row[0] for row in between(atop_panel(file, first=2016), 2, 20)] == [2016]


def test_a_state_outside_any_system_is_a_member_like_any_other(tmp_path: Path) -> None:
    file = written(
        tmp_path, member("1000", "9001", "1900-1-1", "1900-1-3"), member("1000", "2", "1900-1-1", "1900-1-3")
    )
    assert [row[:3] for row in rows_of(atop_panel(file))] == [(2, 9001, 1900), (9001, 2, 1900)]


def test_a_day_that_is_not_given_is_left_open_and_told_where_it_decides(tmp_path: Path) -> None:
    """With 20, some day of May decides nothing: more than one day is shared in any case. With 30 it decides."""
    file = written(
        tmp_path,
        member("1000", "2", "1900-5-", "1903-5-"),
        member("1000", "20", "1901-1-1", "1904-1-1"),
        member("2000", "2", "1900-5-", "1903-5-"),
        member("2000", "30", "1903-5-20", "1904-1-1"),
    )
    found = atop_panel(file)
    assert [row[0] for row in between(found, 2, 20)] == [1901, 1902, 1903]
    assert between(found, 2, 30) == []
    assert remarks(found)["open"] == (2, ("2000: 2 to 30", "2000: 30 to 2"))


def test_a_row_that_cannot_be_read_is_refused_with_its_line_and_the_reason(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        member("1000", "2", "1900-1-1", "1900-9-1"),
        member("1000", "20", "1900-6-31", "1900-9-1"),
        member("1000", "France", "1900-1-1", "1900-9-1"),
        "1000,30,1900,1",
        member("1000", "40", "1900-1-1", "1900-9-1", "1 0 2 0 0"),
        member("1000", "50", "1901-1-1", "1900-9-1"),
        member("1000", "60", "1900-13-1", "1900-9-1"),
        member("1000", "70", "1900-1-1", "--"),
        member("1000", "80.0", "1900-1-1", "1900-9-1"),
    )
    found = atop_panel(file)
    assert {row[:2] for row in rows_of(found)} == {(2, 80), (80, 2)}
    told = remarks(found)
    assert told["read"][0] == 9
    assert told["refused"] == (
        7,
        (
            "line 3: no such day of entry: 1900-6-31",
            "line 4: member is no code of a state: France",
            "line 5: missing columns",
            "line 6: neutral is neither 0 nor 1",
            "line 7: it leaves before it enters",
        ),
    )


def test_alliances_whose_obligations_differ_by_partner_are_named(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        member("1000", "2", "1900-1-1", "1900-9-1", more="0 1 9.9"),
        member("1000", "20", "1900-1-1", "1900-9-1", more="0 1 9.9"),
        member("2000", "20", "1900-1-1", "1900-9-1"),
    )
    found = atop_panel(file)
    assert remarks(found)["by_partner"] == (1, ("1000",))
    assert "version 9.9" in cite(found)


def test_what_is_no_member_table_is_refused_with_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column yrexit"):
        atop_panel(written(tmp_path, header=HEADER.replace("yrexit", "yearexit")))
    with pytest.raises(InputError, match="no member table"):
        atop_panel(tmp_path)
    with pytest.raises(InputError, match="There is no file"):
        atop_panel(tmp_path / "nowhere")


def test_a_folder_is_searched_for_the_member_table_and_two_are_not_chosen_between(tmp_path: Path) -> None:
    written(tmp_path, member("1000", "2", "1900-1-1", "0"))
    (tmp_path / "alliances.csv").write_text("atopid,begyr\n1000,1900\n", encoding="utf-8")
    assert remarks(atop_panel(tmp_path))["read"] == (1, ())
    (tmp_path / "copy.csv").write_bytes((tmp_path / "members.csv").read_bytes())
    with pytest.raises(InputError, match=r"copy\.csv, members\.csv"):
        atop_panel(tmp_path)


def in_plain_python() -> dict[Row, Row]:
    """Compute the dyad-years of the real table day by day of the rule, in Python alone."""
    alliances: dict[str, list[dict[str, str]]] = {}
    with (ATOP / "v4_01_atop_member_level.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            alliances.setdefault(row["atopid"], []).append(row)
    found: dict[Row, Row] = {}
    for rows in alliances.values():
        for one in rows:
            for other in rows:
                for key, promised in _years(one, other):
                    found[key] = tuple(map(max, found.get(key, promised), promised))
    return found


def _years(one: dict[str, str], other: dict[str, str]) -> Iterator[tuple[Row, Row]]:
    (since, until), (theirs, their_until) = _stay(one), _stay(other)
    first, last = max(since, theirs), min(until, their_until)
    if one["member"] != other["member"] and first < last:
        promised = tuple(int(one[name]) for name in OBLIGATIONS)
        for year in range(first.year, last.year + 1):
            yield (int(one["member"]), int(other["member"]), year), promised


def _stay(row: dict[str, str]) -> tuple[date, date]:
    until = date(2016, 12, 31) if row["yrexit"] == "0" else _day(row, "exit", first=False)
    return _day(row, "ent", first=True), until


def _day(row: dict[str, str], which: str, *, first: bool) -> date:
    year, month = int(row[f"yr{which}"]), int(row[f"mo{which}"])
    day = row[f"day{which}"] or (1 if first else calendar.monthrange(year, month)[1])
    return date(year, month, int(day))


def sums(rows: Iterable[Row]) -> Row:
    return tuple(map(sum, zip(*rows, strict=True)))


@pytest.mark.skipif(not ATOP.is_dir(), reason="the table is the user's own copy")
def test_the_dyad_years_of_the_real_table_are_those_of_a_plain_computation() -> None:
    found, plain = atop_panel(ATOP), in_plain_python()
    rows = rows_of(found)
    assert len(rows) == len(plain) == 254_774
    assert {row[:3]: row[3:] for row in rows} == plain
    assert rows == sorted(rows)
    assert sums(plain.values()) == (131_060, 6_356, 4_235, 243_520, 125_178)
    assert remarks(found)["by_partner"][0] == 16
    assert "refused" not in remarks(found)
    assert "open" not in remarks(found)
