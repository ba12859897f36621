"""inforce import, and the questions that a columnar book answers."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from inforce.cli import progress
from inforce.cli.verbs import inforce_command
from tests.exchange import rows


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    rows.written(tmp_path, parties=rows.GGO_PARTIES, wipo=rows.WIPO)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(inforce_command, words, prog_name="inforce")


def imported(source: str = "manytreaties", file: str = "parties.csv") -> Result:
    return run("import", source, file, "--out", "lakes.corpus", "--retrieved", "2024-05-01")


def answers(*words: str) -> Any:
    return json.loads(run(*words, "--book", "lakes.corpus", "--json").output)["answers"]


def test_the_report_is_json_in_the_one_shape(folder: Path) -> None:
    words = ("import", "manytreaties", "parties.csv", "--out", "lakes.corpus", "--json")
    found = json.loads(run(*words).output)
    assert found["query"]["source"] == "manytreaties"
    (report,) = found["answers"]
    assert report["treaties"] == 2
    assert {remark["kind"] for remark in report["remarks"]} == {
        "read",
        "noted",
        "refused",
        "contradicts itself",
    }


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("atopp", "parties.csv", "--out", "a.corpus"), 2, "Did you mean atop?"),
        (("atop", "parties.csv", "--out", "a"), 2, "--out a.corpus"),
        (("atop", "parties.csv", "--out", "a.corpus"), 1, "lacks the columns atopid"),
        (("atop", "nothing.csv", "--out", "a.corpus"), 1, "nothing.csv cannot be read: No such file"),
        (("wipo", "wipo.csv", "--out", "a.corpus", "--retrieved", "soon"), 2, "soon"),
    ],
)
def test_what_cannot_be_imported_is_told_with_the_likely_fix(
    folder: Path, words: tuple[str, ...], status: int, told: str
) -> None:
    found = run("import", *words)
    assert found.exit_code == status
    assert told in found.output
    assert not (folder / "a.corpus").exists()


def test_a_folder_of_something_else_is_not_written_over(folder: Path) -> None:
    (folder / "lakes.corpus").mkdir()
    (folder / "lakes.corpus" / "mine.txt").write_text("mine")
    found = imported()
    assert (found.exit_code, "left as it is" in found.output) == (2, True)


def test_what_binds_two_is_asked_of_a_columnar_book(folder: Path) -> None:
    imported()
    (bond,) = answers("between", "ARD", "VEL", "--on", "1937-01-01")[1:]
    assert (bond["treaty"], bond["standing"]["status"]) == ("LAKE_1935A", "in_force")
    assert (bond["standing"]["since"], bond["standing"]["until"]) == ("1936-01-01", "1939-09-01")
    told = run("between", "ARD", "TOR", "--on", "1935-01-01", "--book", "lakes.corpus").output
    assert told.startswith("between ARD and TOR on 1935-01-01, view all-voices: 1 treaty")


def test_a_treaty_of_a_columnar_book_is_asked_as_any_other(folder: Path) -> None:
    imported()
    (answer,) = answers("why", "ARD-VEL_1931A", "--for", "ARD", "--on", "1935-01-01")
    assert (answer["status"], answer["since"]) == ("in_force", "1931-07-01")
    assert answer["because"][-1]["cite"] == "[@parties.csv, row 2, StateForce]"
    assert answer["because"][-1]["voice"] == "ggo"
    found = answers("timeline", "ARD-VEL_1931A", "--for", "TOR")
    assert [(each["status"], each["certainty"]) for each in found] == [
        ("not_concluded", "certain"),
        ("contested", "uncertain"),
        ("in_force", "certain"),
    ]
    listed = answers("list")
    assert [each["id"] for each in listed] == ["ARD-VEL_1931A", "LAKE_1935A", "all-voices"]


def test_a_treaty_with_a_rule_of_its_own_is_run_by_it(folder: Path) -> None:
    imported("wipo", "wipo.csv")
    (answer,) = answers("status", "trademark", "--for", "Westria", "--on", "1998-01-01")
    assert (answer["status"], answer["since"]) == ("in_force", "1997-06-30")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("status", "LAKE_1935"), "Did you mean LAKE_1935A?"),
        (("status", "LAKE_1935A", "--for", "ARDD"), "Did you mean ARD?"),
        (("between", "ARD", "ARD"), "ARD stands on both sides"),
        (("between", "ARD", "VELL"), "Did you mean VEL?"),
        (("due", "--from", "1930-01-01", "--to", "1931-01-01"), "Ask a treaty file"),
        (("list", "--book", "other.treaty"), "asked alone"),
    ],
)
def test_what_a_columnar_book_has_not_is_told(folder: Path, words: tuple[str, ...], told: str) -> None:
    imported()
    found = run(*words, "--book", "lakes.corpus")
    assert found.exit_code == 2
    assert told in " ".join(found.output.split())


def test_a_folder_that_is_no_columnar_book_is_told(folder: Path) -> None:
    found = run("list", "--book", "nothing.corpus")
    assert (found.exit_code, "inforce import makes one" in found.output) == (2, True)


def test_a_bar_is_drawn_on_a_terminal_and_only_once_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = bars_drawn(monkeypatch, is_terminal=True, after=0.05)
    assert drawn == ["reading lakes.csv"]
    assert bars_drawn(monkeypatch, is_terminal=True, after=60.0) == []
    assert bars_drawn(monkeypatch, is_terminal=False, after=0.0) == []


def bars_drawn(monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool, after: float) -> list[str]:
    """Return the steps that a person sees."""
    import time

    from rich.progress import Progress

    seen: list[str] = []
    monkeypatch.setattr("sys.stderr.isatty", lambda: is_terminal, raising=False)
    monkeypatch.setattr(Progress, "start", lambda bar: seen.append(bar.tasks[0].description))
    monkeypatch.setattr(Console, "print", lambda *words, **more: None)
    with progress.shown_progress(after) as tell:
        tell("reading lakes.csv", 0.5)
        time.sleep(0.3)
    return seen


def test_a_step_of_unknown_length_is_drawn_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.progress import Progress

    shares: list[float | None] = []
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr(Progress, "update", lambda bar, task, **more: shares.append(more["total"]))
    with progress.waiting("panel") as watching:
        assert watching is not None
        watching(0.5)
        watching(-1.0)
    assert shares == [1.0, None]
    monkeypatch.setattr("sys.stderr.isatty", lambda: False, raising=False)
    with progress.waiting("panel") as watching:
        assert watching is None


def test_a_columnar_book_is_exported_treaty_by_treaty(folder: Path) -> None:
    imported()
    everything = run("export", "--all", "--to", "csv", "--book", "lakes.corpus")
    assert (everything.exit_code, everything.stderr) == (0, "")
    rows_of = list(csv.DictReader(io.StringIO(everything.stdout, newline="")))
    names = list(dict.fromkeys(row["treaty"] for row in rows_of))
    assert len(names) == 2
    for name in names:
        alone = run("export", name, "--to", "csv", "--book", "lakes.corpus")
        assert list(csv.DictReader(io.StringIO(alone.stdout, newline=""))) == [
            row for row in rows_of if row["treaty"] == name
        ]


@pytest.mark.parametrize("form", ["bibtex", "csl-json"])
def test_the_sources_of_a_columnar_book_are_files_and_no_bibliography(folder: Path, form: str) -> None:
    imported()
    told = run("export", "--all", "--to", form, "--book", "lakes.corpus")
    assert told.exit_code == 2, told.output
    assert "A columnar book has no bibliography" in told.stderr
