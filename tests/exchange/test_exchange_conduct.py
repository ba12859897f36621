"""An import writes a whole book or nothing, and whatever stands in a file it never crashes."""

import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.corpus import CorpusError, intervals, open_columnar
from inforce.exchange.conduct import import_files, read_files
from inforce.exchange.files import ForeignFileError
from tests.exchange import rows

TABLES = {
    "manytreaties": rows.GGO_PARTIES,
    "atop": rows.ATOP_MEMBERS,
    "wipo": rows.WIPO,
    "states": rows.COW_STATES,
}
DATES = ["", "0", "-9", "1964-XX-16", "1972-06-31?", "9999-12-31", "0006-1815", "1935?", "..1816-01-01"]
CELLS = [*DATES, "é\u2028x", '"', "1e9"]


def everything_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_imported_is_opened_again(tmp_path: Path) -> None:
    paths = rows.written(tmp_path, parties=rows.GGO_PARTIES)
    report = import_files("manytreaties", paths, tmp_path / "lakes.corpus", "2024-05-01")
    columnar = open_columnar(report.out)
    assert columnar.manifest.rows["claims"] == report.claims
    assert columnar.manifest.coverage[0].voice == "ggo"
    assert columnar.treaties == ("ARD-VEL_1931A", "LAKE_1935A")
    fresh = read_files("manytreaties", paths, "2024-05-01").columnar
    assert intervals.results(columnar).to_pylist() == intervals.results(fresh).to_pylist()


@pytest.mark.parametrize("step", ["reading parties.csv", "joining", "writing lakes.corpus"])
def test_an_import_that_fails_leaves_nothing(tmp_path: Path, step: str) -> None:
    paths = rows.written(tmp_path, parties=rows.GGO_PARTIES)

    def interrupt(told: str, share: float) -> None:
        if told == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_files("manytreaties", paths, tmp_path / "lakes.corpus", "", interrupt)
    assert everything_in(tmp_path) == ["parties.csv"]


def test_a_book_half_written_is_taken_away_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inforce.corpus import writing

    paths, out = rows.written(tmp_path, parties=rows.GGO_PARTIES), tmp_path / "lakes.corpus"
    import_files("manytreaties", paths, out, "2024-05-01")
    before = (out / "manifest.json").read_bytes()
    written = []

    def stopped(path: Path, table: object) -> None:
        written.append(path)
        path.write_bytes(b"half")
        if len(written) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(writing, "_write_table", stopped)
    with pytest.raises(KeyboardInterrupt):
        import_files("manytreaties", paths, out, "2024-06-01")
    assert (out / "manifest.json").read_bytes() == before
    assert everything_in(tmp_path) == ["lakes.corpus", "parties.csv"]


SLOW = """
import sys, time
from inforce.corpus import writing
was = writing._write_table
def slowly(path, table):
    was(path, table)
    print("written", flush=True)
    time.sleep(20)
writing._write_table = slowly
sys.argv = ["inforce", "import", "manytreaties", *sys.argv[1:]]
from inforce.cli import main
main()
"""


def test_a_person_who_interrupts_is_left_with_nothing(tmp_path: Path) -> None:
    (path,) = rows.written(tmp_path, parties=rows.GGO_PARTIES)
    command = [sys.executable, "-c", SLOW, str(path), "--out", str(tmp_path / "lakes.corpus")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "written\n"
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=20) == 130
    assert everything_in(tmp_path) == ["parties.csv"]


def test_what_is_no_columnar_book_is_left_alone(tmp_path: Path) -> None:
    paths, out = rows.written(tmp_path, parties=rows.GGO_PARTIES), tmp_path / "mine.corpus"
    out.mkdir()
    (out / "thesis.txt").write_text("years of work")
    with pytest.raises(CorpusError, match="left as it is"):
        import_files("manytreaties", paths, out)
    assert (out / "thesis.txt").read_text() == "years of work"


@pytest.mark.parametrize("source", TABLES)
@given(data=st.data())
def test_an_importer_never_crashes_whatever_stands_in_a_cell(source: str, data: st.DataObject) -> None:
    table = rows.records(TABLES[source])
    for _ in range(data.draw(st.integers(1, 4))):
        row = data.draw(st.integers(1, len(table) - 1))
        column = data.draw(st.integers(0, len(table[0]) - 1))
        table[row][column] = data.draw(st.sampled_from(CELLS) | st.text(max_size=8))
    text = rows.text_from_records(table).replace("\0", "")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cells.csv"
        path.write_text(text, encoding="utf-8", errors="replace", newline="")
        try:
            found = read_files(source, [path], "2024-05-01")
        except ForeignFileError:
            return
    assert found.report.source == source
    if source != "wipo":
        intervals.results(found.columnar)


def test_a_folder_stands_for_its_files(tmp_path: Path) -> None:
    rows.written(tmp_path, members=rows.ATOP_MEMBERS, alliances=rows.ATOP_ALLIANCES)
    assert read_files("atop", [tmp_path]).report.treaties == 2
    with pytest.raises(ForeignFileError, match="no CSV files"):
        read_files("atop", [_empty(tmp_path)])


def _empty(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"
