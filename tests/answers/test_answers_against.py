import csv
from pathlib import Path

import pytest

from inforce.answers import UnknownNameError, open
from inforce.answers.bounds import VERDICTS
from inforce.answers.compared import Compared
from inforce.answers.confusions import CONFUSIONS
from tests.answers.conftest import Opened

ATOP = Path(__file__).parents[3] / "shared" / "data" / "atop" / "v4_01_atop_member_level.csv"

PACT = """
actor AAA "Aland"
actor BBB "Beland"
actor CROWN "The Crown of Beland"
  government of BBB
actor JUNTA "The Junta of Beland"
  government of BBB, claimed from 1955-01-01
actor handbook "A handbook"
actor almanac "An almanac"
fact exchanged "The ratifications are exchanged."
  event
view crown "The Crown"
  hears        record
  BBB speaks through CROWN
view junta "The Junta"
  hears        record
  BBB speaks through CROWN until 1955-01-01, JUNTA from 1955-01-01
treaty pact-1950
  parties      AAA, BBB
  in force     upon ratification by each party
  term         10 years
  then         indefinitely
instrument notes "Notes on the pact"
  part of      pact-1950
  in force     with pact-1950
  term         5 years
clause 1
  both parties shall exchange the ratifications
  from signature
  performed by exchanged
clause 2
  each party may denounce
  not before   the end of the first term
  by notice of 6 months
  effect       the treaty ends
clause 3
  AAA shall pay
1950-02-01     AAA, BBB (CROWN) sign pact-1950
1950-03-10     BBB (CROWN) decides internally "to ratify"
1950-04-05     AAA ratifies pact-1950
1950-05-20     BBB (CROWN) ratifies pact-1950
1950-07-07     exchanged
1957-09-03     AAA, BBB (JUNTA) agree to end pact-1950
1961-02-11     AAA denounces pact-1950
treaty league-1957
  parties      AAA, BBB
  in force     30 days after ratification by each party
  replaces     pact-1950
1957-06-01     AAA, BBB (JUNTA) sign league-1957
1957-11-01     AAA, BBB (JUNTA) ratify league-1957
"""
OUTCOME = "said by handbook, as an outcome\n"


def bounds(opened: Opened, outcome: str, view: str = "crown") -> tuple[Compared, ...]:
    (found,) = opened(f"{PACT}{outcome} {OUTCOME}").treaty("pact-1950").against("handbook", view=view)
    return found.bounds


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("1950-02-01", "signature"),
        ("1950-04-05", "one_consent"),
        ("1950-07-07", "exchange"),
        ("1950-05-21", "off_by_one"),
        ("1950-05-19", "off_by_one"),
        ("1950-05-01", "precision"),
        ("1950-05-31", "precision"),
        ("1950-01-01", "precision"),
        ("1949-11-11", "none"),
    ],
)
def test_what_may_be_taken_for_the_entry_into_force(opened: Opened, day: str, name: str) -> None:
    begins = bounds(opened, f"{day}/.. pact-1950 in force")[0]
    assert (begins.days, begins.verdict) == ("1950-05-20", "differs")
    assert [each.name for each in begins.confusions] == [name]


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("1961-02-11", ["notice"]),
        ("1957-06-01", ["later_signature"]),
        ("1957-12-01", ["later_entry"]),
        ("1960-05-20", ["expiry"]),
        ("1960-02-01", ["expiry"]),
        ("1957-09-03", ["one_view"]),
        ("1961-08-12", ["off_by_one"]),
        ("1961-12-31", ["precision"]),
        ("1958-10-10", ["none"]),
    ],
)
def test_what_may_be_taken_for_the_end(opened: Opened, day: str, names: list[str]) -> None:
    begins = bounds(opened, f"{day}/.. pact-1950 ended")[0]
    assert (begins.days, begins.verdict) == ("1961-08-11", "differs")
    assert [each.name for each in begins.confusions] == names


def test_a_decision_inside_a_state_may_be_taken_for_an_act(opened: Opened) -> None:
    begins = bounds(opened, "1950-03-10/.. pact-1950 in force")[0]
    (found,) = begins.confusions
    assert found.name == "internal_act"
    assert "decides internally" in found.because[0].text


def test_the_end_of_a_stretch_is_the_day_after_its_last(opened: Opened) -> None:
    begins, ends = bounds(opened, "1950-05-20/1961-08-10 pact-1950 in force")
    assert (begins.verdict, ends.verdict) == ("agrees", "agrees")
    assert (ends.claimed, ends.days, ends.confusions) == ("1961-08-11", "1961-08-11", ())
    late = bounds(opened, "1950-05-20/1961-08-11 pact-1950 in force")[1]
    assert [each.name for each in late.confusions] == ["off_by_one"]


def test_a_year_agrees_with_a_day_in_it(opened: Opened) -> None:
    begins = bounds(opened, "1950/.. pact-1950 in force")[0]
    assert (begins.claimed, begins.verdict) == ("1950", "agrees")


def test_a_source_that_knows_of_no_end_differs_where_there_is_one(opened: Opened) -> None:
    ends = bounds(opened, "1950-05-20/.. pact-1950 in force")[1]
    assert (ends.claimed, ends.days, ends.verdict) == (None, "1961-08-11", "differs")


def test_each_view_has_its_day_and_its_verdict(opened: Opened) -> None:
    begins = bounds(opened, "1957-09-03/.. pact-1950 ended")[0]
    assert [(each.view, each.days, each.verdict) for each in begins.views] == [
        ("crown", "1961-08-11", "differs"),
        ("junta", "1957-09-03", "agrees"),
    ]
    assert begins.confusions[0].text.endswith("junta")
    heard_alike = bounds(opened, "1957-09-03/.. pact-1950 ended", view="all-voices")[0]
    assert heard_alike.verdict == "one_side"
    assert [each.name for each in heard_alike.confusions] == ["one_view"]


def test_an_outcome_may_be_of_an_instrument_or_a_clause(opened: Opened) -> None:
    text = PACT.replace(
        "1957-06-01 ",
        f"1950-05-20/1955-05-19 pact-1950 clause 3 owed {OUTCOME}1957-06-01 ",
    ).replace("1950-02-01 ", f"1950-05-20/1955-05-19 notes in force {OUTCOME}1950-02-01 ")
    notes, clause = opened(text).treaty("pact-1950").against("handbook", view="crown")
    assert (notes.instrument, [each.verdict for each in notes.bounds]) == ("notes", ["agrees", "agrees"])
    assert (clause.clause, clause.party) == ("3", "AAA")
    assert [each.verdict for each in clause.bounds] == ["agrees", "differs"]
    assert [each.status for each in clause.record] == ["owed"]


def test_voices_are_named_where_one_is_unknown(opened: Opened) -> None:
    text = PACT + "1950-05-20/.. pact-1950 in force said by almanac, as an outcome\n"
    desk = opened(text).treaty("pact-1950")
    assert [each.voice for each in desk.against()] == ["almanac"]
    with pytest.raises(UnknownNameError, match=r"Did you mean almanac"):
        desk.against("almanack")
    with pytest.raises(UnknownNameError, match=r"There are: almanac"):
        desk.against("handbook")


def founding(voice: str, view: str = "all-voices") -> dict[str, list[tuple[str, str | None, str, list[str]]]]:
    """Return each outcome of a voice: which end, the day claimed, the verdict, the views that agree."""
    found = open().treaty("sino-soviet-1945").against(voice, view=view)
    return {
        each.text: [
            (b.which, b.claimed, b.verdict, [v.view for v in b.views if v.verdict == "agrees"])
            for b in each.bounds
        ]
        for each in found
    }


def test_atop_counts_from_signature_to_the_end_of_the_soviet_and_the_people_s_view() -> None:
    found = founding("atop")["1945-08-14/1950-02-13 sino-soviet-1945 in force, as an outcome"]
    assert found == [
        ("begins", "1945-08-14", "differs", []),
        ("ends", "1950-02-14", "one_side", ["ussr", "prc"]),
    ]
    (whole, _) = open().treaty("sino-soviet-1945").against("atop")
    assert [[each.name for each in bound.confusions] for bound in whole.bounds] == [
        ["signature"],
        ["one_view"],
    ]


def test_the_ministry_in_taipei_has_the_end_of_the_republic_s_view() -> None:
    found = founding("moj-taiwan", "roc")["1945-08-24/1953-02-24 sino-soviet-1945 in force, as an outcome"]
    assert [each[:3] for each in found] == [
        ("begins", "1945-08-24", "possible"),
        ("ends", "1953-02-25", "agrees"),
    ]


def test_the_encyclopaedia_has_the_vote_of_the_legislature() -> None:
    (ended,) = open().treaty("sino-soviet-1945").against("encyclopaedia", view="roc")
    (begins,) = ended.bounds
    assert (begins.claimed, begins.days, begins.verdict) == ("1953-02-24", "1953-02-25", "differs")
    assert begins.confusions[0].name == "internal_act"


@pytest.mark.skipif(not ATOP.exists(), reason="the data set is not here, and may not be shipped")
def test_the_outcome_recorded_of_atop_is_the_row_of_the_data_set() -> None:
    with ATOP.open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["atopid"] == "3030"]
    begun = {(row["yrent"], row["moent"], row["dayent"]) for row in rows}
    over = {(row["yrexit"], row["moexit"], row["dayexit"]) for row in rows}
    assert (begun, over) == ({("1945", "8", "14")}, {("1950", "2", "14")})
    found = founding("atop")["1945-08-14/1950-02-13 sino-soviet-1945 in force, as an outcome"]
    assert [each[1] for each in found] == ["1945-08-14", "1950-02-14"]


def test_every_verdict_and_confusion_is_of_the_closed_list() -> None:
    for each in open().treaty("sino-soviet-1945").against():
        for bound in each.bounds:
            assert bound.verdict in VERDICTS
            assert {confusion.name for confusion in bound.confusions} <= set(CONFUSIONS)
