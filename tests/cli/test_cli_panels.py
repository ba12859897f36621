from pathlib import Path

import msgspec
import pytest

from tests.cli.conftest import ALLIANCE, Run
from tests.exchange.test_exchange_atop import member, written

YEARS = ("--from", "1919", "--to", "1922", "--column", "allied=alba-bor-1920", "--view", "court")


def test_a_panel_is_written_and_what_it_rests_on_is_told(inforce: Run, tmp_path: Path) -> None:
    out = tmp_path / "panel.csv"
    told = inforce("panel", *YEARS, "--undirected", "--book", ALLIANCE, "--out", str(out)).output.splitlines()
    assert told[0] == f"{out}: 4 rows; columns actor1, actor2, year, allied"
    assert "undirected dyad-years of allied; boundary rule: any day of the year; view court" in told[2]
    assert [line.split(",")[:3] for line in out.read_text().splitlines()[1:]] == [
        ["ALB", "BOR", year] for year in ("1919", "1920", "1921", "1922")
    ]


def test_a_dash_prints_the_rows_and_nothing_else_to_the_standard_output(inforce: Run) -> None:
    result = inforce("panel", *YEARS, "--undirected", "--book", ALLIANCE, "--out", "-")
    assert result.stdout.splitlines()[0] == "actor1,actor2,year,allied"
    assert len(result.stdout.splitlines()) == 5
    assert "view court" in result.stderr


def test_as_json_a_panel_names_its_columns_and_everything_it_rests_on(inforce: Run, tmp_path: Path) -> None:
    out = tmp_path / "panel.parquet"
    told = msgspec.json.decode(
        inforce("panel", *YEARS, "--book", ALLIANCE, "--out", str(out), "--json").stdout
    )
    (answer,) = told["answers"]
    assert told["query"]["verb"] == "panel"
    assert answer["rows"] == 8
    assert [column["name"] for column in answer["columns"]] == ["actor1", "actor2", "year", "allied"]
    assert answer["citation"].startswith("directed dyad-years of allied; boundary rule: any day of the year")
    assert answer["provenance"]["view"] == "court"


def test_the_preset_makes_the_published_columns(inforce: Run, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    written(tmp_path, member("1000", "2", "1900-1-1", "1900-9-1"), member("1000", "20", "1900-6-31", "0"))
    out = tmp_path / "F.parquet"
    result = inforce("panel", "--preset", "atop", "--input", str(tmp_path), "--out", str(out))
    assert result.exit_code == 0
    assert (
        "rows refused, since they cannot be read: 1 (line 3: no such day of entry: 1900-6-31)"
        in result.output
    )
    columns = "ccode1, ccode2, year, defense, offense, neutral, nonagg, consul"
    assert ", ".join(pq.read_table(out).column_names) == columns


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--out", "panel.xlsx"), "Let the name end in one of .parquet, .csv, .dta"),
        (("--out", "nowhere/panel.csv"), "there is no folder"),
        (("--preset", "atop", "--out", "p.csv"), "needs --input"),
        (("--input", ".", "--out", "p.csv"), "Name one with --preset"),
        (("--preset", "atop", "--input", "nowhere", "--out", "p.csv"), "There is no file or folder nowhere"),
        (
            ("--preset", "atop", "--input", ".", "--codes", "gw", "--actors", "x", "--out", "p.csv"),
            "its own columns",
        ),
        (("--codes", "cow", "--out", "p.csv"), "needs --actors"),
        (("--column", "allied", "--out", "p.csv"), "NAME=TREATY"),
        (("--column", "a=alba-bor-1921", "--book", ALLIANCE, "--out", "p.csv"), "alba-bor-1920"),
        (("--from", "1922", "--to", "1919", "--book", ALLIANCE, "--out", "p.csv"), "end before they begin"),
        (("--json", "--out", "-"), "leave out --json"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    inforce: Run, words: tuple[str, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = inforce("panel", *words)
    assert result.exit_code == 2
    assert told in result.output
    assert [path.name for path in tmp_path.iterdir() if path.name != "cache"] == []


def test_without_the_extra_it_is_named(inforce: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inforce.corpus.needed.find_spec", lambda name: None)
    result = inforce("panel", *YEARS, "--book", ALLIANCE, "--out", str(tmp_path / "p.csv"))
    assert result.exit_code == 2
    assert "inforce[corpus]" in result.output
