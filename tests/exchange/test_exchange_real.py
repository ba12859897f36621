"""The importers on the data sets themselves, wherever somebody has them beside the repository."""

from datetime import date
from pathlib import Path

import pytest

from inforce.corpus import intervals
from inforce.exchange.conduct import Read, read_files
from inforce.exchange.report import CONTRADICTS, REFUSED
from inforce.exchange.wipo import NEEDED
from tests.exchange.rows import DATA

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the data sets are not beside the repository")
EPOCH = date(1970, 1, 1)


def read(source: str, *names: str) -> Read:
    return read_files(source, [DATA / name for name in names], "2024-05-01")


def count(found: Read, kind: str, about: str, file: str = "") -> int:
    return sum(one.count for one in found.report.of(kind) if one.about == about and one.file.startswith(file))


def test_ggo_is_read_whole_and_its_contradictions_are_told() -> None:
    found = read("manytreaties", "manytreaties/parties__GGO.csv", "manytreaties/agreements__GGO.csv")
    parties = set(found.columnar.table("parties")["party"].to_pylist())
    assert len(parties) == 274
    treaties = set(found.columnar.table("parties")["treaty"].to_pylist())
    assert len(treaties) == 3_510
    assert 6_800 < count(found, CONTRADICTS, "signed after it ratified", "parties") < 6_900
    assert 6_400 < count(found, CONTRADICTS, "ended before it was in force", "parties") < 6_500
    refused = [each.text for one in found.report.of(REFUSED) for each in one.examples]
    assert "0014-022005" in refused
    assert "1972-06-31?" in refused


def test_ieadb_has_nobody_in_force_in_the_far_future() -> None:
    found = read("manytreaties", "manytreaties/parties__IEADB.csv", "manytreaties/agreements__IEADB.csv")
    days = [day for day in found.columnar.table("claims")["latest"].to_pylist() if day is not None]
    assert max(days) < (date(2100, 1, 1) - EPOCH).days


def test_the_rule_gives_the_published_day_of_521_of_534_parties() -> None:
    found = read("wipo", "wipo/membership_to_copyright_treaties.csv")
    published = {
        (row["treaty"], row["party"]): row["earliest"]
        for row in found.columnar.table("claims").to_pylist()
        if row["what"] == "outcome" and row["treaty"] in NEEDED
    }
    computed = {
        (row["treaty"], row["bearer"]): (row["since"] - EPOCH).days
        for row in intervals.results(found.columnar, treaties=list(NEEDED)).to_pylist()
        if row["status"] == "in_force" and row["bearer"]
    }
    assert len(published) == 534
    assert sum(computed.get(key) == day for key, day in published.items()) == 521


def test_atop_has_its_members_and_phases() -> None:
    found = read("atop", "atop", "states/cow_states.csv")
    assert found.report.parties == 2_395
    assert not found.report.of(REFUSED)
    still = [row for row in intervals.results(found.columnar).to_pylist() if row["status"] == "in_force"]
    assert sum(row["until"] is None for row in still) == 1_062


@pytest.mark.parametrize("name", ["cow_states", "gw_states", "states__GGO", "states__GW", "states__ISD"])
def test_every_list_of_states_is_read(name: str) -> None:
    found = read("states", f"states/{name}.csv")
    assert found.report.parties > 150
    assert Path(name).name
