"""The verb that writes answers in the formats of other programs."""

import os
from pathlib import Path
from threading import Thread

import click
import pytest
from click.testing import CliRunner

from inforce.cli import exporting
from inforce.cli.exporting import export_command
from inforce.cli.verbs import inforce_command
from inforce.exchange.forms.kinds import FORMS
from tests.cli.conftest import ALLIANCE, Run

ASKED = ("alba-bor-1920", "--book", ALLIANCE, "--on", "1930-01-01")


def test_the_verb_offers_the_formats_that_there_are() -> None:
    (option,) = (each for each in export_command.params if each.name == "form")
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == list(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_a_file_has_what_is_printed(inforce: Run, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"alba-bor.{form}"
    assert inforce("export", *ASKED, "--to", form, "--out", str(file)).exit_code == 0
    assert file.read_bytes() == inforce("export", *ASKED, "--to", form).stdout_bytes
    assert list(tmp_path.iterdir()) == [file] or {each.name for each in tmp_path.iterdir()} == {
        file.name,
        "cache",
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--to", "csv"), "Name a treaty, or ask for everything with --all: one of the two."),
        (("alba-bor-1920", "--all", "--to", "csv"), "Name a treaty, or ask for everything with --all"),
        (("--all", "--to", "svg"), "svg is of one treaty: name it. --all goes with csv, ndjson"),
        (("--all", "--to", "csv", "--on", "1930-01-01", "--for", "ALB"), "--for and --on: of one treaty. Name it"),
        (("alba-bor-1902", "--to", "csv"), "Did you mean alba-bor-1920?"),
        (("alba-bor-1920", "--to", "xml"), "'xml' is not one of 'json', 'csv'"),
        (("alba-bor-1920", "--clause", "99", "--to", "csv"), "There is no clause or instrument called 99."),
        (("alba-bor-1920", "--to", "csv", "--view", "nobody"), "There is no view called nobody."),
        (("alba-bor-1920", "--to", "ttl", "--base", "treaties.example"), "begins with http:// or https://"),
        (("alba-bor-1920", "--to", "csv", "--out", "/no/such/folder/x"), "/no/such/folder/x cannot be written"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused_with_what_to_do(
    inforce: Run, words: tuple[str, ...], told: str
) -> None:
    result = inforce("export", *words, "--book", ALLIANCE)
    assert result.exit_code == 2
    assert told in result.stderr


def test_what_is_missing_is_told_with_how_to_install_it(
    inforce: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*asked: object) -> object:
        raise ModuleNotFoundError("No module named 'pyoxigraph'", name="pyoxigraph")

    monkeypatch.setattr(exporting, "_told", missing)
    result = inforce("export", *ASKED, "--to", "ttl")
    assert result.exit_code == 2
    assert 'pyoxigraph is missing. Install it with: pip install "inforce[exchange]"' in result.stderr


def test_an_export_that_fails_on_the_way_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*asked: object) -> object:
        yield b"treaty,"
        raise OSError("the disk has gone")

    monkeypatch.setattr(exporting, "_told", failing)
    file = tmp_path / "everything.csv"
    file.write_text("before")
    result = CliRunner().invoke(inforce_command, ["export", *ASKED, "--to", "csv", "--out", str(file)])
    assert result.exit_code == 1
    assert file.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir() if each.name != "cache"] == ["everything.csv"]


def test_a_named_pipe_is_written_into_and_not_replaced(inforce: Run, tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert inforce("export", *ASKED, "--to", "csv", "--out", str(pipe)).exit_code == 0
    reader.join(10)
    assert read == [inforce("export", *ASKED, "--to", "csv").stdout_bytes]
    assert pipe.is_fifo()
