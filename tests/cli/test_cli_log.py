"""The claim log from the shell."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest

from tests.cli.conftest import Run
from tests.docs.pages import EXAMPLES

FERRY = str(EXAMPLES / "lake-ferry.treaty.md")
TREATY = "lake-ferry-1931"
END = "1937-03-01 ARD, VEL agree to end lake-ferry-1931"


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "log.sqlite")


def wrote(store: str) -> tuple[str, ...]:
    return ("--store", store, "--by", "maria", "--reason", "A note.", "--book", FERRY)


def test_a_proposal_from_the_shell_to_acceptance(inforce: Run, store: str) -> None:
    asked = ("status", TREATY, "--on", "1938-01-01", "--view", "velmark", "--store", store, "--book", FERRY)
    assert inforce("log", "propose", TREATY, END, *wrote(store)).exit_code == 0
    assert "in force since" in inforce(*asked).stdout
    effect = inforce("log", "effect", "1", "--store", store, "--book", FERRY, "--view", "velmark").stdout
    assert "lake-ferry-1931, view velmark\n  now   in force since 1931-06-01" in effect
    assert inforce("log", "accept", "1", *wrote(store)).exit_code == 0
    assert "ended since 1937-03-01, by agreement" in inforce(*asked).stdout


def test_json_has_the_question_and_the_entries(inforce: Run, store: str) -> None:
    inforce("log", "append", TREATY, END, *wrote(store))
    found = msgspec.json.decode(inforce("log", "list", "--store", store, "--json").stdout)
    assert found["query"] == {"verb": "log list", "treaty": "", "since": 0, "open": False}
    (listed,) = found["answers"]
    assert (listed["standing"], listed["entry"]["id"], listed["entry"]["author"]) == ("stands", 1, "maria")
    assert listed["entry"]["claims"][0]["happened"] == "1937-03-01"


def test_lines_come_from_the_standard_input(inforce: Run, store: str) -> None:
    typed = b"1937-02-10/1937-02-14 strikes\n  said by ARD on 1937-02-20\n"
    result = inforce("log", "append", TREATY, "-", *wrote(store), typed=typed)
    assert "happened 1937-02-10/1937-02-14, said 1937-02-20" in result.stdout


EARLY = "1934-01-01 ARD, VEL agree to end lake-ferry-1931"


def test_an_expectation_that_an_entry_breaks_is_told_before_and_after(inforce: Run, store: str) -> None:
    told = f"{FERRY}:80: expect 1934-06-01 in velmark: in force\n    expected in_force, the record yields ended\n"
    here = ("--store", store, "--book", FERRY)
    proposed = inforce("log", "propose", TREATY, EARLY, *wrote(store)).stdout
    assert f"2 expectations would fail\n  {told}" in proposed
    assert f"2 expectations would fail\n  {told}" in inforce("log", "effect", "1", *here).stdout
    (first, _) = msgspec.json.decode(inforce("log", "effect", "1", *here, "--json").stdout)["broken"]
    assert (first["file"], first["line"]) == (FERRY, 80)
    accepted = inforce("log", "accept", "1", *wrote(store))
    assert accepted.exit_code == 0
    assert f"2 expectations held and fail now\n  {told}" in accepted.stdout
    assert "expectation" not in inforce("log", "withdraw", "1", *wrote(store)).stdout


NOTE = '{"id": "note-1937", "title": "Joint note"}'
OTHER = '[{"id": "diary-1937", "title": "Diary"}]'
CITED = f"{END} [@note-1937, p. 2; @diary-1937]"


def test_sources_come_from_files_or_as_they_are(inforce: Run, store: str, tmp_path: Path) -> None:
    (tmp_path / "note.json").write_text(NOTE, encoding="utf-8")
    given = ("--source", str(tmp_path / "note.json"), "--source", OTHER)
    assert inforce("log", "propose", TREATY, CITED, *given, *wrote(store)).exit_code == 0
    listed = inforce("log", "list", "--store", store).stdout
    assert "    [@note-1937] Joint note\n    [@diary-1937] Diary\n" in listed
    exported = inforce("log", "export", "--store", store).stdout
    assert (
        '- sources: [{"id":"note-1937","title":"Joint note"},{"id":"diary-1937","title":"Diary"}]' in exported
    )


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("missing.json", "There is no such file."),
        ("[{]", "The sources of these lines cannot be read"),
        ('{"id": "note-1936"}', "No line cites the source note-1936. Cite it: [@note-1936]."),
    ],
)
def test_a_source_that_is_none_is_a_problem(inforce: Run, store: str, source: str, message: str) -> None:
    result = inforce("log", "append", TREATY, CITED, "--source", source, "--source", NOTE, *wrote(store))
    assert result.exit_code == 1
    assert message in result.stderr


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (("append", TREATY, "1937-03-01 ARD agrees"), 1, "entry:1:16"),
        (("append", "lake-fery-1931", END), 2, "Did you mean lake-ferry-1931?"),
        (("accept", "7"), 2, "There is no entry 7 in the log; the last is 0."),
        (("propose", TREATY, END, "--corrects", "3"), 2, "There is no entry 3 in the log"),
    ],
)
def test_what_is_refused_says_why(
    inforce: Run, store: str, words: tuple[str, ...], status: int, message: str
) -> None:
    inforce("log", "appoint", "maria", "editor", "--store", store, "--by", "maria")
    result = inforce("log", *words, *wrote(store))
    assert result.exit_code == status
    assert message in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("log", "list"),
        ("log", "verify"),
        ("log", "accept", "1", "--by", "x", "--reason", "y"),
        ("status", TREATY, "--book", FERRY),
    ],
)
def test_reading_never_begins_a_store(inforce: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    missing = tmp_path / "missing.sqlite"
    result = inforce(*words, "--store", str(missing))
    assert result.exit_code == 2
    assert "There is no store at" in result.stderr
    assert not missing.exists()


def test_a_verb_that_the_log_has_not_is_told_with_the_nearest(inforce: Run) -> None:
    result = inforce("log", "apend")
    assert result.exit_code == 2
    assert "The log has no verb called apend. Did you mean append?" in result.stderr


@pytest.mark.parametrize("words", [("log", "list"), ("status", TREATY, "--book", FERRY)])
def test_without_its_packages_a_store_says_what_to_install(
    inforce: Run, store: str, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(store).touch()
    for name in [name for name in sys.modules if name.startswith("inforce.store.")]:
        if name not in ("inforce.store.errors", "inforce.store.entry", "inforce.store.roles"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    result = inforce(*words, "--store", store)
    assert result.exit_code == 2
    assert "pip install 'inforce[store]'" in result.stderr


def test_a_what_if_stands_on_the_log_too(inforce: Run, store: str) -> None:
    inforce("log", "append", TREATY, END, *wrote(store))
    result = inforce(
        "whatif", TREATY, "--add", "1936-05-01 ARD suspends lake-ferry-1931", "--on", "1938-01-01",
        "--view", "velmark", "--store", store, "--book", FERRY,
    )  # fmt: skip
    assert "as it stands  ended since 1937-03-01" in result.stdout
    assert "what if       the same" in result.stdout


def test_a_log_does_not_stand_on_a_columnar_book_and_says_so(inforce: Run, store: str) -> None:
    inforce("log", "append", TREATY, END, *wrote(store))
    result = inforce("status", TREATY, "--book", "some.corpus", "--store", store)
    assert result.exit_code == 2
    assert "A columnar book is asked without one." in result.stderr
