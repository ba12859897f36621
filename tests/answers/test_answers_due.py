from pathlib import Path

import pytest

from inforce.answers import UnknownNameError, open
from inforce.answers.asking import DueAsked
from inforce.answers.membership import GovernmentNamedError, possible_parties
from inforce.answers.quiet import Screen
from inforce.answers.window import KINDS, Due, WindowError
from tests.answers.conftest import Opened

CASES = Path(__file__).parents[1] / "cases"
STATES = """
actor AAA "Aland"
actor BBB "Beland"
actor CROWN "The Crown of Aland"
  government of AAA
actor gazette "A gazette"
actor chronicle "A chronicle"
"""
TERMS = f"""{STATES}
treaty t
  parties      AAA, BBB
  in force     upon ratification by each party
"""
RATIFIED = """
1949-06-01     AAA, BBB sign t
1950-01-01     AAA, BBB ratify t
"""
WHOLE = ("1949-01-01", "1970-12-31")


def days(found: tuple[Due, ...], *kinds: str) -> list[tuple[str | None, str, str | None, str]]:
    return [
        (each.days, each.kind, each.answer.party, each.answer.status)
        for each in found
        if not kinds or each.kind in kinds
    ]


PAYING = f"""{TERMS}
clause 1
  BBB shall pay
  within       2 years of entry into force
clause 2
  AAA shall build a landing
  by           1951-05-20
clause 3
  AAA shall answer
  without delay
{RATIFIED}
1952-01-01     BBB performs 1
"""


def test_a_last_day_is_told_with_the_status_on_that_day(opened: Opened) -> None:
    found = opened(PAYING).due(*WHOLE)
    assert days(found, "last_day") == [
        ("1951-05-20", "last_day", "AAA", "due"),
        ("1952-01-01", "last_day", "BBB", "performed"),
    ]
    assert {each.certainty for each in found} == {"certain"}


def test_both_ends_of_the_window_belong_to_it(opened: Opened) -> None:
    book = opened(PAYING)
    assert days(book.due("1951-05-20", "1951-05-20")) == [("1951-05-20", "last_day", "AAA", "due")]
    assert book.due("1951-05-21", "1951-12-31") == ()


def test_a_duty_arises_and_one_without_a_day_stands_apart(opened: Opened) -> None:
    book = opened(PAYING)
    assert days(book.due("1950-01-01", "1950-01-01"), "arises") == [
        ("1950-01-01", "arises", "BBB", "due"),
        ("1950-01-01", "arises", "AAA", "due"),
        ("1950-01-01", "arises", "AAA", "due"),
    ]
    (dated, undated) = book.due("1951-05-01", "1951-05-31", undated=True)
    assert (dated.days, undated.days, undated.kind) == ("1951-05-20", None, "no_day")
    assert (undated.text, undated.answer.clause) == ("without delay", "3")


def test_one_party_is_asked_alone(opened: Opened) -> None:
    found = opened(PAYING).due(*WHOLE, party="BBB")
    assert {each.answer.party for each in found} == {"BBB"}


LEAVING = f"""{TERMS}
  term         10 years
  then         indefinitely
clause 8 alias first
  each party may denounce
  no later than 1 year before the end of the first term
  effect       the treaty ends, at the end of the first term
clause 9 alias later
  each party may denounce
  not before   the end of the first term
  by notice of 6 months
  effect       the treaty ends
1950-01-01     AAA ratifies t
[1950-01-10..1950-01-12] BBB ratifies t
"""


def test_the_last_and_the_first_day_of_a_power_are_as_uncertain_as_the_entry_into_force(
    opened: Opened,
) -> None:
    found = opened(LEAVING).due("1955-01-01", "1970-12-31", party="AAA")
    assert days(found) == [
        ("[1959-01-10..1959-01-12]", "last_notice", "AAA", "exercisable"),
        ("[1960-01-10..1960-01-12]", "opens", "AAA", "exercisable"),
    ]
    assert {(each.sure, each.certainty) for each in found} == {(True, "uncertain")}
    assert any("on which day: BBB ratifies t" in reason.text for reason in found[0].because)


def test_a_notice_that_has_been_given_takes_effect(opened: Opened) -> None:
    noticed = f"{LEAVING}1961-03-05 AAA denounces t\n"
    found = opened(noticed).due("1961-01-01", "1962-12-31")
    assert days(found) == [("1961-09-05", "takes_effect", "AAA", "ended")]
    assert "the denunciation of AAA" in found[0].text
    before = opened(noticed).due("1961-01-01", "1962-12-31", known="1961-03-04")
    assert before == ()


def test_what_a_used_power_would_have_had_as_its_last_day_is_no_longer_due(opened: Opened) -> None:
    noticed = f"{LEAVING}1955-03-05 AAA denounces t\n"
    found = opened(noticed).due("1956-01-01", "1970-12-31", party="AAA")
    assert days(found) == [("[1960-01-10..1960-01-12]", "takes_effect", "AAA", "ended")]


RENEWING = f"""{TERMS}
  term         5 years
  then         5 years at a time
clause 8
  each party may denounce
  no later than 6 months before the end of any period
  effect       the treaty ends, at the end of the term
{RATIFIED}
"""


def test_each_period_has_its_last_day_for_notice_and_begins_anew(opened: Opened) -> None:
    found = opened(RENEWING).due("1951-01-01", "1960-12-31", party="AAA")
    assert [(each.days, each.kind) for each in found] == [
        ("1954-07-01", "last_notice"),
        ("1955-01-01", "renews"),
        ("1959-07-01", "last_notice"),
        ("1960-01-01", "renews"),
    ]


def test_after_a_notice_in_time_the_term_does_not_begin_anew(opened: Opened) -> None:
    found = opened(f"{RENEWING}1959-07-01 AAA denounces t\n").due("1956-01-01", "1970-12-31", party="AAA")
    assert days(found, "takes_effect", "renews") == [("1960-01-01", "takes_effect", "AAA", "ended")]


def test_a_term_without_renewal_runs_out_unless_it_was_ended_before(opened: Opened) -> None:
    text = f"{TERMS}  term         10 years\n{RATIFIED}"
    (out,) = opened(text).due(*WHOLE)
    assert (out.days, out.kind, out.answer.status) == ("1960-01-01", "expires", "ended")
    assert opened(f"{text}1955-01-01 AAA, BBB agree to end t\n").due(*WHOLE) == ()


FLOODS = f"""{STATES}
fact flood "The river floods."
  event
treaty t
  parties      AAA, BBB
  in force     upon ratification by each party
clause 1
  AAA shall open the gates
  each time    flood
  within       3 days of flood
{RATIFIED}
1951-04-01     flood
1953-04-01     flood ^second
"""


def test_a_recurring_duty_has_a_last_day_each_time(opened: Opened) -> None:
    found = opened(FLOODS).due(*WHOLE)
    assert [each.days for each in found if each.kind == "last_day"] == ["1951-04-04", "1953-04-04"]


POSTPONED = f"""{PAYING}
1951-04-01     AAA, BBB agree to postpone 2 to 1951-09-01
1951-08-01     AAA, BBB agree to postpone 2 to 1952-03-01 again
"""


def test_postponed_days_are_told_with_the_day_in_their_place(opened: Opened) -> None:
    found = opened(POSTPONED).due("1951-01-01", "1952-12-31", party="AAA")
    assert [(each.days, each.kind, each.text) for each in found] == [
        ("1951-05-20", "postponed", "last day until it was postponed to 1951-09-01"),
        ("1951-09-01", "postponed", "last day until it was postponed to 1952-03-01"),
        ("1952-03-01", "last_day", "last day"),
    ]


DISPUTED = f"""{STATES}
fact landing "The landing is built."
  event
treaty t
  parties      AAA, BBB
  in force     upon ratification by each party
clause 1
  AAA shall pay
  within       10 days of landing
{RATIFIED}
1950-02-01     landing
  said by      gazette
1950-05-01     landing
  said by      chronicle
"""


def test_a_disputed_day_is_told_side_by_side(opened: Opened) -> None:
    (last,) = (each for each in opened(DISPUTED).due(*WHOLE) if each.kind == "last_day")
    assert (last.days, last.sure, last.certainty) == ("[1950-02-11,1950-05-11]", True, "disputed")
    cases = {each.text for each in last.because if each.kind == "case"}
    assert "1950-02-11 if landing is as gazette says" in cases
    assert "1950-05-11 if landing is as chronicle says" in cases


def test_what_cannot_be_asked_is_refused(opened: Opened) -> None:
    book = opened(PAYING)
    with pytest.raises(WindowError, match="ends before it begins"):
        book.due("1951-01-02", "1951-01-01")
    with pytest.raises(GovernmentNamedError, match="speak for AAA"):
        book.due(*WHOLE, party="CROWN")
    with pytest.raises(UnknownNameError, match="no treaty called tt"):
        book.due(*WHOLE, treaty="tt")


def test_in_the_founding_case_the_last_day_for_declaring_is_29_years_after_the_entry_into_force() -> None:
    desk = open().treaty("sino-soviet-1945")
    found = desk.due("1974-01-01", "1974-12-31", known="1949-01-01", party="CHN")
    declaring = tuple(each for each in found if each.answer.clause == "8.denounce-first")
    assert days(declaring) == [("[1974-08-24..1974-08-27]", "last_notice", "CHN", "exercisable")]
    assert "last_notice" not in {each.kind for each in desk.due("1974-01-01", "1974-12-31")}


def test_in_the_founding_case_the_withdrawal_was_postponed_twice() -> None:
    found = open().treaty("sino-soviet-1945").due("1945-11-30", "1946-03-31", view="roc", party="SUN")
    withdrawal = [(each.days, each.kind) for each in found if each.answer.clause == "W2"]
    assert withdrawal[1:] == [
        ("1945-12-03", "postponed"),
        ("1946-01-03", "postponed"),
        ("1946-02-01", "last_day"),
    ]


def test_every_kind_is_of_the_closed_list(opened: Opened) -> None:
    asked = (PAYING, LEAVING, RENEWING, POSTPONED)
    found = {each.kind for text in asked for each in opened(text).due(*WHOLE, undated=True)}
    assert found <= set(KINDS)


def test_a_notice_not_to_become_a_party_ends_provisional_application_when_its_time_has_run(
    opened: Opened,
) -> None:
    book = opened(f"""{TERMS}
clause 1
  each party shall pay its share
  within       30 days
clause 2
  each signatory applies this provisionally from signature
  until        60 days after its notice that it will not become a party

1949-06-01     AAA, BBB sign t
1949-08-01     BBB notifies that it will not become a party to t
""")
    found = book.due("1949-01-01", "1949-12-31")
    assert days(found, "takes_effect") == [("1949-09-30", "takes_effect", "BBB", "not_a_party")]
    assert "BBB applies the treaty provisionally no longer" in found[-1].text
    assert days(found, "opens") == []
    assert days(found, "last_day") == [
        ("1949-07-01", "last_day", "AAA", "due"),
        ("1949-07-01", "last_day", "BBB", "due"),
    ]


def test_what_may_have_lapsed_with_provisional_application_may_open_anew(opened: Opened) -> None:
    book = opened(f"""{TERMS}
clause 1
  each party may fish
clause 2
  each signatory applies this provisionally from signature

1949-06-01     AAA, BBB sign t
1950?          BBB notifies that it will not become a party to t
1952-01-01     AAA, BBB ratify t
""")
    found = [each for each in book.due(*WHOLE) if each.kind == "opens"]
    assert [(each.days, each.sure, each.answer.party) for each in found] == [
        ("1949-06-01", True, "AAA"),
        ("1949-06-01", True, "BBB"),
        (
            "[1950-01-02..1952-01-01]",
            False,
            "BBB",
        ),  # on rails: after a first day without it, by the ratification
    ]


SUSPENDING = """
actor CCC "Celand"
treaty u
  parties      AAA, BBB, CCC
  in force     upon ratification by each party
clause 22
  each party may suspend
  by notice of 3 months
  effect       the treaty is suspended for it
1950-01-01     AAA, BBB, CCC ratify u
1951-01-01     AAA suspends u for itself
"""


def test_what_one_suspends_for_itself_takes_effect_for_it(opened: Opened) -> None:
    found = opened(f"{STATES}{SUSPENDING}").due("1951-01-01", "1951-12-31")
    assert [(each.days, each.kind, each.text) for each in found] == [
        (
            "1951-04-01",
            "takes_effect",
            "the treaty is suspended for AAA, by the suspension for itself alone of AAA",
        ),
    ]


MANY_CASES = (
    "bounds-and-survival",
    "early-and-reserved",
    "many",
    "postponed",
    "renewal-by-periods",
    "provisional",
)
WINDOWS = (("1945-01-01", "1979-12-31"), ("2000-06-01", "2001-07-31"))


@pytest.mark.parametrize("case", MANY_CASES)
@pytest.mark.parametrize("window", WINDOWS)
def test_what_is_due_for_all_is_what_is_due_for_each(case: str, window: tuple[str, str]) -> None:
    library = open(CASES / f"{case}.treaty.md")
    who = possible_parties(library.book)
    compared = 0
    for treaty in library.book.treaties:
        together = library.treaty(treaty).due(*window)
        for party in who[treaty]:
            alone = [each for each in library.treaty(treaty).due(*window, party=party) if each.answer.clause]
            assert [
                each for each in together if each.answer.clause and each.answer.party in (party, None)
            ] == alone
            compared += 1
    assert compared


@pytest.mark.parametrize("case", MANY_CASES)
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("view", ["all-voices", None])
def test_nothing_is_passed_over_that_asking_each_by_itself_would_find(
    case: str, window: tuple[str, str], view: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open(CASES / f"{case}.treaty.md")
    named = view or next(reversed(library.book.views), "all-voices")
    asked: DueAsked = {"view": named, "undated": True, "over": True}
    found = library.due(*window, **asked)
    monkeypatch.setattr(Screen, "may_come", lambda *_: True)
    monkeypatch.setattr(Screen, "may_be", lambda *_: True)
    assert library.due(*window, **asked) == found
