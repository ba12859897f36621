"""Articles and pictures on the command line: what is written, where, and what is refused."""

from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest

from tests.cli.conftest import ALLIANCE, Run

WRITING = {
    "article": ("article", "alba-bor-1920", "--book", ALLIANCE, "--output"),
    "timeline": ("timeline", "alba-bor-1920", "--book", ALLIANCE, "--svg"),
}


def test_an_article_is_printed_as_markdown(inforce: Run) -> None:
    told = inforce("article", "alba-bor-1920", "--book", ALLIANCE).output
    assert told.startswith("# Treaty of Alliance between Alba and Bor\n")
    assert "同盟條約" in told


def test_an_article_is_written_as_html(inforce: Run, tmp_path: Path) -> None:
    file = tmp_path / "alliance.html"
    result = inforce(*WRITING["article"], str(file), "--format", "html")
    assert (result.exit_code, result.output) == (0, "")
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_an_article_as_json_has_grounds_and_voices(inforce: Run) -> None:
    result = inforce("article", "alba-bor-1920", "--book", ALLIANCE, "--json")
    (article,) = msgspec.json.decode(result.stdout)["answers"]
    first = article["lead"][0]["statements"][0]
    assert first["grounds"] == ["treaty alba-bor-1920"]
    assert first["voice"] == "record"


def test_an_unknown_view_is_refused_with_the_nearest(inforce: Run) -> None:
    result = inforce("article", "alba-bor-1920", "--view", "cuort", "--book", ALLIANCE)
    assert result.exit_code == 2
    assert "Did you mean court?" in result.output


def test_a_timeline_is_drawn_into_a_file(inforce: Run, tmp_path: Path) -> None:
    file = tmp_path / "alliance.svg"
    result = inforce(*WRITING["timeline"], str(file))
    assert (result.exit_code, result.output) == (0, f"{file} is written\n")
    ElementTree.parse(file)


def test_a_timeline_is_drawn_to_the_standard_output(inforce: Run) -> None:
    result = inforce(*WRITING["timeline"], "-")
    assert ElementTree.fromstring(result.output).get("role") == "img"


def test_several_views_are_told_and_drawn_one_after_another(inforce: Run) -> None:
    asked = ("timeline", "alba-bor-1920", "--view", "court", "--view", "republic", "--book", ALLIANCE)
    told = inforce(*asked).output
    assert told.index("view court") < told.index("view republic")
    assert ">court<" in inforce(*asked, "--svg", "-").output
    (query,) = (msgspec.json.decode(inforce(*asked, "--json").stdout)["query"],)
    assert query["view"] == "court republic"


def test_a_picture_and_json_do_not_share_the_standard_output(inforce: Run, tmp_path: Path) -> None:
    assert inforce(*WRITING["timeline"], "-", "--json").exit_code == 2
    file = tmp_path / "alliance.svg"
    result = inforce(*WRITING["timeline"], str(file), "--json")
    assert msgspec.json.decode(result.stdout)["query"]["verb"] == "timeline"
    assert file.exists()


@pytest.mark.parametrize("verb", WRITING)
def test_a_file_that_cannot_be_written_is_refused_and_leaves_nothing(
    inforce: Run, tmp_path: Path, verb: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    for file, why in ((folder / "no" / "x.svg", "no such file or directory"), (folder, "it is a folder")):
        result = inforce(*WRITING[verb], str(file))
        assert result.exit_code == 2
        assert f"{file} cannot be written: {why}." in result.output
    assert list(folder.iterdir()) == []
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("verb", WRITING)
def test_a_file_that_stands_is_left_as_it_is_when_writing_fails(
    inforce: Run, tmp_path: Path, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / "kept"
    file.write_text("as it was")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = inforce(*WRITING[verb], str(file))
    assert result.exit_code == 2
    assert "no space left on device" in result.output
    assert list(folder.iterdir()) == [file]
    assert file.read_text() == "as it was"
