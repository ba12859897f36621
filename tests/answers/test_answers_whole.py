"""Questions to whole books: exits, notices, disagreements, networks, possible worlds."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pyarrow as pa
import pytest

import inforce as inf
from inforce.corpus.collisions import collisions
from inforce.corpus.network import write_network
from inforce.corpus.panel_files import PanelFileError
from inforce.engine import UnknownNameError
from tests.answers.conftest import Opened
from tests.answers.test_answers_panels import ENDED, FISH, LAKE, OPEN

BARE = LAKE.removeprefix("treaty-format 1\n")


def test_who_left_what_and_when_and_whether_the_others_stayed(opened: Opened) -> None:
    found = opened(BARE + OPEN + FISH).exits().to_pylist()
    told = [
        (row["treaty"], row["party"], str(row["earliest"]), str(row["latest"]), row["sure"], row["how"])
        for row in found
    ]
    assert told == [
        ("lake-ferry", "ARD", "2003-06-01", "2003-08-31", True, "ended"),
        ("lake-ferry", "VEL", "2003-06-01", "2003-08-31", True, "ended"),
        ("fish", "VEL", "2003-12-31", "2003-12-31", True, "left"),
    ]


def test_an_end_that_one_voice_denies_is_open() -> None:
    rows = inf.open().exits().to_pylist()
    ours = [row for row in rows if row["treaty"] == "sino-soviet-1945" and row["party"] == "CHN"]
    assert [(str(row["earliest"]), str(row["latest"])) for row in ours] == [("1950-02-14", "1953-02-25")]


def test_the_network_of_a_clause_on_a_day(opened: Opened, tmp_path: Path) -> None:
    library = opened(BARE + ENDED + FISH)
    edges = library.network("fish/1", "2003-12-30").to_pylist()
    assert [(row["source"], row["target"]) for row in edges] == [
        ("ARD", "BOR"),
        ("ARD", "VEL"),
        ("BOR", "ARD"),
        ("BOR", "VEL"),
        ("VEL", "ARD"),
        ("VEL", "BOR"),
    ]
    after = library.network("fish/1 lake-ferry", "2003-12-31", directed=False)
    assert after.to_pylist() == [
        {"source": "ARD", "target": "BOR", "at_least": 1, "at_most": 1, "by": ["fish//1"]}
    ]
    for name in ("net.graphml", "net.csv"):
        write_network(after, tmp_path / name, directed=False)
    assert (tmp_path / "net.csv").read_text() == "source,target,at_least,at_most\nARD,BOR,1,1\n"
    root = ElementTree.parse(tmp_path / "net.graphml").getroot()
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    assert [node.get("id") for node in root.findall("g:graph/g:node", space)] == ["ARD", "BOR"]
    assert root.findall("g:graph/g:edge/g:data[@key='at_least']", space)[0].text == "1"
    with pytest.raises(PanelFileError, match=r"\.graphml or \.csv"):
        write_network(after, tmp_path / "net.xlsx")
    with pytest.raises(UnknownNameError, match="fish/1"):
        library.network("fish/11", "2003-12-31")


def test_what_is_open_counts_at_most(opened: Opened) -> None:
    (edge,) = opened(BARE + OPEN).network("lake-ferry", "2003-07-01", directed=False).to_pylist()
    assert (edge["at_least"], edge["at_most"]) == (0, 1)


NOTICE = """
treaty pact
  title        "A pact of ten years"
  parties      ARD, VEL
  in force     upon ratification by each party
  term         10 years
  then         5 years at a time
clause 3
  each party may denounce
  no later than 1 year before the end of the first term
  effect       the treaty ends, at the end of the first term
2000-03-15     ARD, VEL ratify pact                               unverified "invented"
"""


def test_the_notices_of_a_year_are_the_last_days_for_them(opened: Opened) -> None:
    """Ten years from 15 March 2000 end on 15 March 2010; a year before is 15 March 2009."""
    library = opened(BARE + NOTICE)
    assert {each.days for each in library.notices(2009)} == {"2009-03-15"}
    assert library.notices(2008) == ()


def test_disagreements_are_ranked_and_name_the_likely_confusion() -> None:
    found = inf.open().disagreements()
    assert not isinstance(found, pa.Table)
    verdicts = [each.verdict for each in found]
    assert verdicts == sorted(verdicts, key=lambda verdict: verdict != "differs")
    gaps = [each.apart or 0 for each in found if each.verdict == "differs"]
    assert gaps == sorted(gaps, reverse=True)
    atop = [each for each in found if each.voice == "atop" and each.treaty == "sino-soviet-1945"]
    assert ("begins", "1945-08-14", "signature") in [
        (each.which, each.claimed, each.confusion) for each in atop
    ]


def claim(voice: str, name: str, party: str, day: str, what: str = "outcome") -> dict[str, object]:
    days = (date.fromisoformat(day) - date(1970, 1, 1)).days
    return {
        **{"treaty": "t", "what": what, "name": name, "party": party, "object": None, "text": day},
        **{"earliest": days, "latest": days, "against": False, "voice": voice},
    }


def test_two_sources_are_compared_and_what_one_mixed_up_is_told() -> None:
    """Source b takes the signature for the entry of A, the notice for its end, and copies an exit to B, C and D."""
    claims = [
        claim("a", "sign", "A", "1950-01-05", "act"),
        claim("a", "denounce", "A", "1960-03-01", "act"),
        claim("a", "enter", "A", "1951-06-01"),
        claim("b", "enter", "A", "1950-01-05"),
        claim("a", "leave", "A", "1961-03-01"),
        claim("b", "leave", "A", "1960-03-01"),
        *(claim("b", "leave", party, "1971-01-15") for party in "BCD"),
        claim("a", "leave", "B", "1971-01-15"),
        claim("a", "leave", "C", "1990-01-15"),
        claim("a", "enter", "B", "1952-02-02"),
        claim("b", "enter", "B", "1952-02-03"),
        claim("a", "enter", "C", "1955-07-09"),
        claim("b", "enter", "C", "1955-01-01"),
        claim("a", "enter", "D", "1955-07-09"),
        claim("b", "enter", "D", "1956-08-02"),
    ]
    found = collisions(pa.Table.from_pylist(claims)).to_pylist()
    assert [(row["party"], row["name"], row["confusion"], row["whose"], row["days"]) for row in found] == [
        ("C", "leave", "copied", "b", 6940),
        ("A", "enter", "signature", "b", 512),
        ("D", "enter", "none", None, 390),
        ("A", "leave", "notice", "b", 365),
        ("C", "enter", "precision", "b", 189),
        ("B", "enter", "off_by_one", None, 1),
    ]


def test_each_world_is_one_resolution_and_the_seed_says_which() -> None:
    library = inf.open()
    worlds = library.sample(7, 12, "sino-soviet-1945")
    rows = worlds.to_pylist()
    assert {row["certainty"] for row in rows} == {"certain"}
    ends = {str(row["since"]) for row in rows if row["bearer"] is None and row["status"] == "ended"}
    assert ends == {"1950-02-14", "1953-02-25"}
    assert library.sample(7, 12, "sino-soviet-1945").equals(worlds)
    assert library.sample(7, 3, "sino-soviet-1945").to_pylist() == [row for row in rows if row["world"] <= 3]
