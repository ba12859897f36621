"""What only a look at the whole book can find."""

from pathlib import Path

import pytest

from inforce.load import book_from_files, shipped_books
from inforce.load.checks import CHECKS, shipped

RECORD = """treaty-format 1
actor CHN "China"
fact war "There is war."
  state
treaty peace "Peace"
  parties CHN

1945-08-14     CHN signs peace
1945-08-24     CHN ratifies peace    [@register]
  said by      CHN
1945-08-25     CHN denounces peace unverified "Nobody saw it."
1937/1945      war
  said by      CHN    [@register]
  note         "A remark needs no source."
1946/1947      war again
  said by      CHN    [@register]
  denied by    CHN on 1950
"""


def test_a_shipped_record_says_where_it_is_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.treaty").write_text(RECORD, encoding="utf-8")
    (tmp_path / "sources.json").write_text('[{"id": "register"}]', encoding="utf-8")
    assert book_from_files([tmp_path / "a.treaty"]).problems == ()
    monkeypatch.setattr(shipped, "shipped_folder", lambda: tmp_path)
    lines = [problem.place.line for problem in book_from_files([tmp_path / "a.treaty"]).problems]
    assert lines == [8, 15]


def test_a_shipped_clause_says_where_it_is_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clauses = """
clause 1    [@register]
  CHN shall keep the peace
clause 2
  CHN shall not arm
  unverified   "The article was not seen."
clause 3
  CHN shall arm
  for          2 years    [@register]
clause 4
  CHN shall disarm
  note         "A remark is no source."
"""
    (tmp_path / "a.treaty").write_text(RECORD.partition("1945")[0] + clauses, encoding="utf-8")
    (tmp_path / "sources.json").write_text('[{"id": "register"}]', encoding="utf-8")
    assert book_from_files([tmp_path / "a.treaty"]).problems == ()
    monkeypatch.setattr(shipped, "shipped_folder", lambda: tmp_path)
    (problem,) = book_from_files([tmp_path / "a.treaty"]).problems
    assert (problem.place.line, problem.message) == (17, "This clause does not say where it is from.")


def test_shipped_books_have_no_problems() -> None:
    assert book_from_files(shipped_books()).problems == ()


def test_a_name_given_in_two_files_is_told_with_the_other_file(tmp_path: Path) -> None:
    for name, actor in (("peace", "CHN"), ("toll", "SUN")):
        head = f'treaty-format 1\nactor {actor}\ntreaty {name} "A treaty"\n  parties {actor}\n'
        text = f"{head}1945-08-14     {actor} signs {name} ^first\n"
        (tmp_path / f"{name}.treaty").write_text(text, encoding="utf-8")
    (problem,) = book_from_files([tmp_path / "peace.treaty", tmp_path / "toll.treaty"]).problems
    told = f"There is already a record called ^first, in {tmp_path / 'peace.treaty'}:5."
    assert (problem.place.line, problem.message) == (5, told)


def test_every_check_is_named_after_what_it_checks() -> None:
    assert all(check.__name__.startswith("check_") for check in CHECKS)


def test_no_more_problems_are_told_than_anybody_mends(tmp_path: Path) -> None:
    (tmp_path / "a.treaty").write_text(RECORD + "1945-08-14     CNH signs peace\n" * 3000, encoding="utf-8")
    problems = book_from_files([tmp_path / "a.treaty"]).problems
    assert problems[-1].message == "There are more problems from here on."
    assert problems[0].message == "There is no source called register in the bibliography."
