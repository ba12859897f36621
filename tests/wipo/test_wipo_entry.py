"""The rule of entry into force gives the published days, and the page tells every one that it does not give."""

from collections import Counter
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, ROOT
from tests.wipo.entry import SAMPLE, TREATIES, Entry, entries, table

PAGE = (DOCS / "wipo.md").read_text(encoding="utf-8")
WHOLE = ROOT.parent / "shared" / "data" / "wipo" / "membership_to_copyright_treaties.csv"


def cells(heading: str) -> list[list[str]]:
    """Return the rows of a table of the page by the beginning of its head."""
    lines = PAGE.split(heading)[1].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in lines]


def told(entry: Entry) -> tuple[str, ...]:
    each = entry.deposit
    return each.treaty, each.party, each.day, each.published or "none", entry.ruled


def explained() -> set[tuple[str, ...]]:
    rows = cells("| treaty | party |")
    assert all(row[5] for row in rows), "each has its reason"
    return {tuple(row[:5]) for row in rows}


def test_the_sample_is_told_on_the_page() -> None:
    printed = PAGE.split("$ python -m tests.wipo.entry\n")[1].split("```")[0]
    assert "\n".join(table(entries(SAMPLE))) + "\n" == printed


def test_every_difference_in_the_sample_has_its_reason() -> None:
    assert {told(each) for each in entries(SAMPLE) if not each.agrees} <= explained()


def test_a_day_that_is_published_wrong_is_noticed(tmp_path: Path) -> None:
    lines = SAMPLE.read_text(encoding="utf-8").replace("2005-04-28", "2005-04-29", 1)
    (tmp_path / "table.csv").write_text(lines, encoding="utf-8")
    assert sum(not each.agrees for each in entries(tmp_path / "table.csv")) == 7


@pytest.mark.skipif(not WHOLE.exists(), reason="the whole table is not beside the repository")
def test_the_page_explains_each_day_of_the_whole_table_that_differs() -> None:
    found = entries(WHOLE)
    assert {told(each) for each in found if not each.agrees} == explained()
    dated = [each for each in found if each.deposit.published]
    by_treaty = Counter(each.deposit.treaty for each in dated)
    agreeing = Counter(each.deposit.treaty for each in dated if each.agrees)
    page = {row[0]: (int(row[2]), int(row[3])) for row in cells("| treaty | k |")}
    assert page == {treaty: (by_treaty[treaty], agreeing[treaty]) for treaty in TREATIES.values()}
    assert (sum(agreeing.values()), len(dated)) == (521, 534)


def test_a_succession_gives_the_published_day(tmp_path: Path) -> None:
    import inforce

    text = """treaty-format 1
actor SCG "Serbia and Montenegro"
actor MNE "Montenegro"
actor CHE "Switzerland"

treaty trademark-law-1994
  parties      SCG, CHE
  in force     3 months after deposit by 2 states
  for a state depositing after those 3 months after its deposit

1997-02-01     CHE deposits its instrument for trademark-law-1994
1998-06-15     SCG deposits its instrument for trademark-law-1994
2006-06-03     MNE succeeds SCG
2006-12-04     MNE notifies succession to trademark-law-1994, with effect from 2006-06-03

view continued "Who says so is bound from the first day"
  hears        all
  applies      the default rules, and succession-needs-consent
"""
    (tmp_path / "continued.treaty").write_text(text, encoding="utf-8")
    desk = inforce.open(tmp_path / "continued.treaty").treaty("trademark-law-1994")
    before = desk.status(on="2006-06-03", party="MNE", view="continued").answers[0]
    on = desk.status(on="2006-12-04", party="MNE", view="continued").answers[0]
    assert (before.status, before.since, on.status) == ("suspended", "2006-06-03", "in_force")
