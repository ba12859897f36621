"""Files that include one another, and files that cannot be read."""

from pathlib import Path

import pytest

from inforce.load import book_from_files
from inforce.model import Book

ACTORS = 'treaty-format 1\nactor CHN "China"\nactor SUN "Soviet Union"\n'
TREATY = 'treaty-format 1\ntreaty peace "Peace"\n  parties CHN, SUN\n'


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.treaty").write_text(text, encoding="utf-8")


def messages(*paths: Path) -> list[str]:
    return [problem.message for problem in book_from_files(paths).problems]


def test_the_order_of_directives_and_files_does_not_matter(tmp_path: Path) -> None:
    write(tmp_path, actors=ACTORS, peace=TREATY)
    one = book_from_files([tmp_path / "actors.treaty", tmp_path / "peace.treaty"])
    other = book_from_files([tmp_path / "peace.treaty", tmp_path / "actors.treaty"])
    assert one.book == other.book
    assert one.problems == other.problems == ()


def test_a_file_is_read_once_however_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, actors=ACTORS, a='treaty-format 1\ninclude "actors.treaty"\n', b=TREATY)
    (tmp_path / "b.treaty").write_text(
        TREATY + 'include "a.treaty"\ninclude "./actors.treaty"\n', encoding="utf-8"
    )
    paths = [tmp_path / "b.treaty", tmp_path / "actors.treaty", tmp_path / "." / "a.treaty"]
    assert messages(*paths) == []


def test_what_is_included_stands_under_the_treaty_above_the_line(tmp_path: Path) -> None:
    clauses = "treaty-format 1\nclause 1\n  each party shall keep the peace\n"
    two = ACTORS + TREATY.removeprefix("treaty-format 1\n") + 'include "clauses.treaty"\n'
    write(tmp_path, clauses=clauses, all=two + 'treaty other "Other"\n  parties CHN, SUN\n')
    treaties = book_from_files([tmp_path / "all.treaty"]).book.treaties
    assert [clause.id for clause in treaties["peace"].clauses] == ["1"]
    assert treaties["other"].clauses == ()


def test_a_file_given_before_the_one_that_includes_it_stands_where_it_is_included(tmp_path: Path) -> None:
    parts = "treaty-format 1\ninstrument annex\nclause 1 in annex\n  each party shall keep the peace\n"
    two = ACTORS + TREATY.removeprefix("treaty-format 1\n") + 'include "middle.treaty"\n'
    write(tmp_path, annex=parts, middle='treaty-format 1\ninclude "annex.treaty"\n')
    write(tmp_path, peace=two + 'treaty other "Other"\n  parties CHN, SUN\n')
    loaded = book_from_files(sorted(tmp_path.glob("*.treaty")))
    assert loaded.problems == ()
    assert [clause.instrument for clause in loaded.book.treaties["peace"].clauses] == ["annex"]


def test_a_file_that_includes_itself_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, self='treaty-format 1\ninclude "self.treaty"\n')
    assert messages(tmp_path / "self.treaty") == [
        "The files go in a circle: self.treaty includes this file already."
    ]


@pytest.mark.parametrize("name", ["/", ".", "..", "no-such.treaty", "x" * 5000])
def test_an_include_that_is_no_file_is_a_problem(tmp_path: Path, name: str) -> None:
    write(tmp_path, a=f'treaty-format 1\ninclude "{name}"\n')
    assert messages(tmp_path / "a.treaty") == [f"There is no file called {name}."]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    loaded = book_from_files([tmp_path / "missing.treaty"])
    assert [problem.message for problem in loaded.problems] == ["There is no such file."]
    assert loaded.book == Book()


def test_one_wrong_file_does_not_hide_the_others(tmp_path: Path) -> None:
    write(tmp_path, actors=ACTORS, peace=TREATY)
    (tmp_path / "bytes.treaty").write_bytes(b"treaty-format 1\nactor \xff\n")
    loaded = book_from_files(sorted(tmp_path.glob("*.treaty")))
    assert len(loaded.problems) == 1
    assert list(loaded.book.treaties) == ["peace"]


def test_a_clause_without_a_treaty_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, clause=ACTORS + "clause 1\n  each party shall keep the peace\n")
    assert messages(tmp_path / "clause.treaty") == ["The clause 1 stands under no treaty."]


def test_a_file_named_before_the_one_that_includes_it_is_read_where_it_is_included(tmp_path: Path) -> None:
    write(tmp_path, actors=ACTORS, clauses="treaty-format 1\nclause 9\n  CHN may fish\n")
    (tmp_path / "z.treaty").write_text(TREATY + 'include "actors.treaty"\ninclude "clauses.treaty"\n')
    named = [tmp_path / name for name in ("clauses.treaty", "actors.treaty", "z.treaty")]
    for paths in (named, named[::-1]):
        loaded = book_from_files(paths)
        assert loaded.problems == ()
        assert [clause.id for treaty in loaded.book.treaties.values() for clause in treaty.clauses][-1] == "9"
