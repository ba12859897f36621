from collections.abc import Callable
from pathlib import Path

import pytest

from inforce.cli.verbs import VERBS
from tests.cli.conftest import ALLIANCE, Run

Propose = Callable[..., list[str]]


@pytest.fixture
def propose(inforce: Run, monkeypatch: pytest.MonkeyPatch) -> Propose:
    """Press the Tab key behind some words."""

    def run(*words: str, book: str = ALLIANCE) -> list[str]:
        verb, rest = words[:1], words[1:]
        typed = ["inforce", *verb, *(("--book", book) if book and rest else ()), *rest]
        monkeypatch.setenv("_INFORCE_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", " ".join(f"'{word}'" for word in typed))
        monkeypatch.setenv("COMP_CWORD", str(len(typed) - 1))
        return [line.partition(",")[2] for line in inforce().output.splitlines() if line]

    return run


def test_verbs_are_proposed(propose: Propose) -> None:
    assert propose("") == list(VERBS)
    assert propose("wh") == ["why", "whatif"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("status", "al"), ["alba-bor-1920"]),
        (("status", "alba-bor-1920", "--view", "c"), ["court"]),
        (("status", "alba-bor-1920", "--view", ""), ["court", "republic", "all-voices"]),
        (("why", "alba-bor-1920", "--clause", ""), ["1", "2", "leaving"]),
        (("timeline", "alba-bor-1920", "--for", ""), ["ALB", "BOR"]),
        (("acts", "alba-bor-1920", "--by", "K"), ["KING"]),
        (("may", "denou"), ["denounce"]),
        (("parties", "al"), ["alba-bor-1920"]),
        (("due", "alba-bor-1920", "--for", "B"), ["BOR"]),
        (("against", "alba-bor-1920", "--voice", ""), []),
        (("between", "A"), ["ALB"]),
        (("between", "ALB", "BOR", "--status", "over"), ["overdue"]),
        (("whatif", "alba-bor-1920", "--drop", "the"), ["the-end"]),
        (("export", "alba-bor-1920", "--clause", "l"), ["leaving"]),
        (("export", "alba-bor-1920", "--to", "cs"), ["csv", "csl-json"]),
        (("whatif", "alba-bor-1920", "--reading", ""), ["1 by LEAGUE"]),
        (("whatif", "alba-bor-1920", "--without", "consent-of"), ["consent-of-the-parties"]),
    ],
)
def test_the_names_of_the_books_are_proposed(
    propose: Propose, words: tuple[str, ...], names: list[str]
) -> None:
    assert propose(*words) == names


def test_instruments_are_proposed(propose: Propose) -> None:
    assert propose("export", "sino-soviet-1945", "--instrument", "notes-a", book="") == ["notes-aid"]


def test_voices_that_state_an_outcome_are_proposed(propose: Propose) -> None:
    assert propose("against", "sino-soviet-1945", "--voice", "at", book="") == ["atop"]


def test_the_shipped_treaties_are_proposed_where_no_book_is_named(propose: Propose) -> None:
    assert "sino-soviet-1945" in propose("status", "sino", book="")


@pytest.mark.parametrize("book", ["/no/such/file", str(Path(ALLIANCE).with_name("mistaken.treaty.md"))])
def test_a_broken_book_makes_no_noise(propose: Propose, book: str) -> None:
    assert set(propose("status", "", book=book)) <= {"mistaken-1950"}
