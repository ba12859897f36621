from pathlib import Path

import pytest

from inforce.cli.verbs import VERBS
from tests.cli.conftest import ALLIANCE, Run

ASKED = ("--book", ALLIANCE)


def test_help_has_every_verb_and_tells_of_completion(inforce: Run) -> None:
    told = inforce("--help").output
    assert all(f"\n  {verb} " in told for verb in VERBS)
    assert "_INFORCE_COMPLETE=bash_source" in told
    assert "exit status" in told


@pytest.mark.parametrize("verb", list(VERBS))
def test_the_first_sentence_of_every_verb_fits_the_list_of_verbs(inforce: Run, verb: str) -> None:
    assert inforce(verb, "--help").exit_code == 0
    line = next(line for line in inforce("--help").output.splitlines() if line.startswith(f"  {verb} "))
    assert line.endswith(".")
    assert not line.endswith("...")


def test_the_command_knows_its_version(inforce: Run) -> None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        installed = version("inforce")
    except PackageNotFoundError:
        pytest.skip("the package is not installed here")
    assert inforce("--version").output == f"inforce {installed}\n"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("stauts", "alba-bor-1920"), "status"),
        (("status", "alba-bor-1902"), "alba-bor-1920"),
        (("status", "alba-bor-1920", "--view", "cuort"), "court"),
        (("why", "alba-bor-1920", "--clause", "leavign"), "leaving"),
        (("status", "alba-bor-1920", "--for", "BRO"), "BOR"),
        (("status", "alba-bor-1920", "--between", "ALB", "BRO"), "BOR"),
        (("status", "alba-bor-1920", "--instrument", "border-note"), "border-notes"),
        (("show", "alba-bor-1920", "--clause", "leavign"), "leaving"),
        (("acts", "alba-bor-1920", "--by", "KNIG"), "KING"),
        (("may", "denounec", "alba-bor-1920", "--for", "ALB"), "denounce"),
        (("may", "denounce", "alba-bor-1920", "--for", "ABL"), "ALB"),
        (("whatif", "alba-bor-1920", "--drop", "teh-end"), "the-end"),
        (("whatif", "alba-bor-1920", "--without", "consent-of-parties"), "consent-of-the-parties"),
        (("whatif", "alba-bor-1920", "--reading", "1 by LEAGEU"), "1 by LEAGUE"),
    ],
)
def test_a_name_that_does_not_exist_is_answered_with_the_nearest(
    inforce: Run, words: tuple[str, ...], meant: str
) -> None:
    result = inforce(*words, *(ASKED if words[0] in VERBS else ()))
    assert result.exit_code == 2
    assert meant in result.output.partition("Did you mean")[2], result.output


@pytest.mark.parametrize(
    ("written", "column", "fix"),
    [
        ("1952-06-31", 9, "1952-06-30"),
        ("1952-13-01", 6, ""),
        ("01.06.1952", 3, "1952-06-01"),
        ("1952-06", 1, "1945-08-24"),
        ("yesterday", 1, "1945-08-24"),
        ("", 1, ""),
    ],
)
def test_an_impossible_day_has_a_caret_and_the_fix(inforce: Run, written: str, column: int, fix: str) -> None:
    result = inforce("status", "alba-bor-1920", "--on", written, *ASKED)
    assert result.exit_code == 2
    *_, told, line, caret = result.output.rstrip("\n").split("\n")
    assert line.strip() == written
    assert caret.index("^") == 4 + column - 1
    assert fix in told


@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("status", "alba-bor-1920", "--between", "ALB"),
        ("may", "denounce", "alba-bor-1920"),
        ("timeline", "alba-bor-1920", "--on", "1930-01-01"),
        ("format",),
        ("whatif", "alba-bor-1920", "--reading", "1"),
    ],
)
def test_a_command_line_that_is_not_understood_ends_with_2(inforce: Run, words: tuple[str, ...]) -> None:
    result = inforce(*words, *(ASKED if len(words) > 1 else ()))
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_book_with_problems_is_not_answered_from(inforce: Run) -> None:
    book = str(Path(ALLIANCE).with_name("mistaken.treaty.md"))
    result = inforce("status", "mistaken-1950", "--book", book)
    assert result.exit_code == 1
    assert result.output.count("^^") >= 2
    assert "in force" not in result.output


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x00\x1b[31m" * 99, b"treaty " + b"x" * 10_000_000])
def test_a_file_that_is_no_treaty_is_a_problem(inforce: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.treaty").write_bytes(content)
    for verb in (("status", "x", "--book"), ("check",), ("format", "--check")):
        result = inforce(*verb, str(tmp_path / "a.treaty"))
        assert result.exit_code == 1
        assert "a.treaty" in result.output
        assert "\x1b" not in result.output
        assert len(result.output) < 10_000


def test_a_file_that_is_not_there_is_a_problem(inforce: Run, tmp_path: Path) -> None:
    for name in ("none.treaty", "."):
        assert inforce("status", "x", "--book", str(tmp_path / name)).exit_code == 1
        assert inforce("check", str(tmp_path / name)).exit_code == 1


def test_a_mistake_of_the_program_is_called_one(inforce: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.delenv("INFORCE_DEBUG")
    monkeypatch.setattr("inforce.cli.options.library", broken)
    result = inforce("status", "alba-bor-1920", *ASKED)
    assert result.exit_code == 1
    assert "KeyError" in result.output
    assert "Traceback" not in result.output
