"""Where two views differ: which clauses, for whom, on which days, on which evidence."""

import pytest

from inforce.answers import UnknownNameError
from inforce.answers.apart import Apart
from tests.answers.conftest import Opened

FLEETS = """
actor AAA "Aland"
actor BBB "Beland"
actor gazette "A gazette"
actor chronicle "A chronicle"
fact storm "A storm damages the harbour of Beland."
  event
treaty t
  parties      AAA, BBB
  in force     upon ratification by each party
clause 1
  each party shall keep its fleet small
clause 2
  AAA may fish
clause 3
  BBB may rebuild its harbour
  once         storm
view court "The gazette"
  hears        gazette, then record
view town "The chronicle"
  hears        chronicle, then record
view deaf "The chronicle too"
  hears        chronicle, then record
1949-06-01     AAA, BBB sign t
1950-01-01     AAA ratifies t
1950-02-01     BBB ratifies t    said by gazette
1950-03-01     BBB ratifies t    said by chronicle
1951-05-05     storm             said by chronicle
"""


def told(each: Apart) -> tuple[str | None, str | None, str | None, str | None, str, str]:
    return each.clause, each.party, each.since, each.until, each.one.status, each.other.status


def test_each_clause_is_told_with_its_bearers_and_its_days(opened: Opened) -> None:
    found = opened(FLEETS).treaty("t").apart("court", "town")
    february = ("1950-02-01", "1950-03-01")
    assert [told(each) for each in found.answers] == [
        (None, None, *february, "in_force", "signed"),
        ("1", "AAA", *february, "owed", "not_yet_operative"),
        ("1", "BBB", *february, "owed", "not_yet_operative"),
        ("2", "AAA", *february, "open", "not_yet_operative"),
        ("3", "BBB", *february, "closed", "not_yet_operative"),
        ("3", "BBB", "1951-05-05", None, "closed", "open"),
    ]


def test_it_turns_on_what_only_one_of_them_rests_on(opened: Opened) -> None:
    desk = opened(FLEETS).treaty("t")
    (found,) = desk.apart("court", "town", "1952-01-01").answers
    assert ("1951-05-05 storm", "chronicle") in {(each.text, each.voice) for each in found.only_other}
    assert not any(each.voice == "chronicle" for each in found.only_one)
    february = desk.apart("court", "town", "1950-02-14").evidence
    told = {(each.view, each.because.voice, each.differences) for each in february}
    assert {("court", "gazette", 4), ("town", "chronicle", 5)} <= told


def test_views_that_hear_the_same_do_not_differ(opened: Opened) -> None:
    assert opened(FLEETS).treaty("t").apart("town", "deaf").answers == ()


def test_what_was_not_known_makes_no_difference(opened: Opened) -> None:
    desk = opened(FLEETS).treaty("t")
    found = desk.apart("court", "town", known="1950-12-31").answers
    assert {each.since for each in found} == {"1950-02-01"}


def test_the_days_are_those_on_which_the_timelines_differ(opened: Opened) -> None:
    desk = opened(FLEETS).treaty("t")
    found = desk.apart("court", "town", clause="1", party="BBB").answers
    for day in ("1950-01-31", "1950-02-01", "1950-02-28", "1950-03-01"):
        (one,), (other,) = (
            desk.status(day, view=view, clause="1", party="BBB").answers for view in ("court", "town")
        )
        differs = any((each.since or "") <= day < (each.until or "9") for each in found)
        assert differs == (one.possible != other.possible), day


def test_an_unknown_view_is_told_with_the_nearest(opened: Opened) -> None:
    with pytest.raises(UnknownNameError) as error:
        opened(FLEETS).treaty("t").apart("cort", "town")
    assert "court" in error.value.nearest
