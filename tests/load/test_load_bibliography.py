"""The bibliography beside a treaty."""

from pathlib import Path

import pytest

from inforce.load.bibliography import json_beside, sources_from_files
from inforce.load.text import book_from_text
from inforce.model import Source
from inforce.source import Problem

ZOTERO = """[
  {"id": "yeh-1953", "type": "speech", "title": "Statement", "author": [{"family": "Yeh", "given": "George"}],
   "container-title": "Bulletin", "issued": {"date-parts": [[1953, 2, 25]]}, "URL": "https://example.org/1"},
  {"id": 505, "type": "bill", "title": "Resolution", "author": [{"literal": "General Assembly"}],
   "issued": {"raw": "1 February 1952"}}
]"""


def read(folder: Path) -> tuple[dict[str, Source], tuple[Problem, ...]]:
    return sources_from_files(json_beside([folder / "a.treaty.md"]))


def test_items_are_read_as_zotero_writes_them(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(ZOTERO, encoding="utf-8")
    sources, problems = read(tmp_path)
    assert problems == ()
    assert sources["yeh-1953"] == Source(
        "yeh-1953", "speech", "Statement", "Yeh, George", "Bulletin", "1953-02-25", "https://example.org/1"
    )
    assert sources["505"].author == "General Assembly"
    assert sources["505"].issued == "1 February 1952"


def test_a_range_of_dates_is_told_as_a_range(tmp_path: Path) -> None:
    item = '[{"id": "x", "issued": {"date-parts": [["1945", "8"], [1949]]}}]'
    (tmp_path / "sources.json").write_text(item, encoding="utf-8")
    assert read(tmp_path)[0]["x"].issued == "1945-08/1949"


def test_a_field_that_is_not_as_the_standard_has_it_is_left_out(tmp_path: Path) -> None:
    item = '[{"id": "x", "title": "Kept", "author": "Yeh", "issued": 1953, "volume": 7}]'
    (tmp_path / "sources.json").write_text(item, encoding="utf-8")
    sources, problems = read(tmp_path)
    assert (sources["x"].title, sources["x"].author, sources["x"].issued) == ("Kept", "", "")
    assert problems == ()


def test_other_json_is_none_of_our_business(tmp_path: Path) -> None:
    for name, text in (
        ("a.json", '{"id": "x"}'),
        ("b.json", "[1, 2]"),
        ("c.json", "nonsense"),
        ("d.json", "[]"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "e.json").mkdir()
    assert read(tmp_path) == ({}, ())


def test_a_bibliography_that_is_none_is_a_problem(tmp_path: Path) -> None:
    for text in ("nonsense", '{"id": "x"}', '[{"title": "No id"}]', "[" * 5000, "\x00"):
        (tmp_path / "sources.json").write_text(text, encoding="utf-8")
        sources, problems = read(tmp_path)
        assert sources == {}
        assert [problem.place.file for problem in problems] == [str(tmp_path / "sources.json")], text


def test_two_sources_with_one_id_are_a_problem_only_if_they_differ(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"id": "x", "title": "One"}]', encoding="utf-8")
    (tmp_path / "b.json").write_text('[{"id": "x", "title": "One"}]', encoding="utf-8")
    assert read(tmp_path)[1] == ()
    (tmp_path / "b.json").write_text('[{"id": "x", "title": "Other"}]', encoding="utf-8")
    assert [problem.message for problem in read(tmp_path)[1]] == [
        "The bibliography has two different sources called x."
    ]


def test_a_text_that_is_no_file_has_no_bibliography_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sources.json").write_text("{", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert book_from_text("membership", "treaty-format 1").problems == ()
