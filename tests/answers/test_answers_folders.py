"""Books of different folders, opened together: each treaty is compared under the views of its own folder."""

from pathlib import Path

import pytest

from inforce.answers import Library, open

STATES = """treaty-format 1
actor AAA "Aland"
actor BBB "Beland"
actor CCC "Celand"
"""

FERRY = """treaty-format 1
include "../states.treaty"
treaty ferry-1931 "Agreement on the Ferry"
  parties      AAA, BBB
  in force     upon signature
1931-03-01     AAA, BBB sign ferry-1931
1933-01-01     AAA severs relations with BBB
view aland "Aland on the ferry"
  hears        AAA, then record
"""

TOLLS = """treaty-format 1
include "../states.treaty"
treaty tolls-1934 "Agreement on the Tolls"
  parties      AAA, CCC
  in force     upon signature
1934-03-01     AAA, CCC sign tolls-1934
1931-03-01/..  tolls-1934 in force said by CCC, as an outcome
view celand "Celand on the tolls"
  hears        CCC, then record
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "states.treaty").write_text(STATES, encoding="utf-8")
    for folder, text in {"ferry": FERRY, "tolls": TOLLS}.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{folder}.treaty").write_text(text, encoding="utf-8")
    return open(tmp_path / "ferry" / "ferry.treaty", tmp_path / "tolls" / "tolls.treaty")


def test_a_treaty_is_compared_under_the_views_of_its_own_folder(library: Library) -> None:
    found = library.treaty("ferry-1931").views(on="1935-01-01")
    assert [answer.view for answer in found.answers] == ["aland", "all-voices"]


def test_a_view_of_another_folder_can_still_be_asked_by_name(library: Library) -> None:
    (answer,) = library.treaty("ferry-1931").status(on="1935-01-01", view="celand").answers
    assert (answer.view, answer.status) == ("celand", "in_force")


def test_an_outcome_is_compared_under_the_views_of_its_own_folder(library: Library) -> None:
    (outcome,) = library.treaty("tolls-1934").against(voice="CCC")
    assert {each.view for bound in outcome.bounds for each in bound.views} == {"celand", "all-voices"}


def test_what_is_done_to_an_actor_is_told_where_it_is_recorded(library: Library) -> None:
    told = [act.text for act in library.treaty("tolls-1934").acts()]
    assert told
    assert not any("severs" in text for text in told)
    assert any("severs" in act.text for act in library.treaty("ferry-1931").acts())
