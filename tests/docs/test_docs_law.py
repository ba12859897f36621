"""The page on general treaty law: every rule has its place, and what is called tried is tried."""

import re
from pathlib import Path

import pytest

from inforce.rules import RULES
from tests.docs.pages import MANUAL, ROOT
from tests.docs.test_docs_complete import CODE, LINK, rows, text_of

PAGE = MANUAL / "law.md"
CASES = {
    path.name.removesuffix(".treaty.md"): path for path in (ROOT / "tests" / "cases").glob("*.treaty.md")
}
ROWS = list(rows(text_of(PAGE)))
NOT_MODELLED = "not modelled"
ARTICLES = (
    *range(4, 6), 7, 8, *range(11, 20), *range(20, 39), *range(39, 42), *range(42, 74), 80, 84,
)  # fmt: skip
"""The articles of the Convention that say what follows from what; the others define words or tell who keeps papers."""


def articles_of(cell: str) -> set[int]:
    """Return the numbers of the articles in a cell: ``31 to 33``, ``30(3), 30(4)(a)``."""
    own = cell.split(";", maxsplit=1)[0]
    if "1978" in own:
        return set()
    bare = re.sub(r"\([^)]*\)", "", own)
    found = {int(number) for number in re.findall(r"\d+", bare)}
    for first, last in re.findall(r"(\d+) to (\d+)", bare):
        found |= set(range(int(first), int(last) + 1))
    return found


def test_every_rule_has_a_row() -> None:
    linked = {Path(link).stem for link in LINK.findall(text_of(PAGE)) if link.startswith("rules/")}
    assert linked == set(RULES)


def test_every_article_has_a_row() -> None:
    told = {number for cells in ROWS for number in articles_of(cells[0])}
    assert set(ARTICLES) <= told


@pytest.mark.parametrize("cells", ROWS, ids=lambda cells: " ".join(cells[:2])[:50])
def test_a_row_names_what_carries_it_and_a_case_or_says_why_not(cells: list[str]) -> None:
    _, _, carrier, tried = cells
    if carrier == NOT_MODELLED:
        assert len(tried.split()) > 5
        assert not CODE.fullmatch(tried)
        return
    assert LINK.search(carrier)
    assert [name for name in CODE.findall(tried) if name not in CASES] == []
    assert CODE.search(tried)


@pytest.mark.parametrize("rule", RULES)
def test_the_case_of_a_rule_turns_on_it(rule: str) -> None:
    """Without the rule, an expectation of a case that is named for it fails."""
    named = {name for cells in ROWS if f"rules/{rule}.md" in cells[2] for name in CODE.findall(cells[3])}
    assert any(_fails_without(CASES[name], rule) for name in named), sorted(named)


def _fails_without(case: Path, rule: str) -> bool:
    from inforce.answers.expectations import check_expectations
    from inforce.load import book_from_files

    book = book_from_files([case]).book
    kept = {name: found for name, found in RULES.items() if name != rule}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("inforce.engine.general_law.RULES", kept)
        return bool(check_expectations(book))
