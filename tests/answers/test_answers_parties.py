from inforce.answers import open
from inforce.answers.parties import Coverage
from tests.answers.conftest import Opened

FOREST = """
actor AAA "Aland"
actor BBB "Beland"
actor CCC "Celand"
actor DDD "Deland"
actor gazette "A gazette"
treaty forest-1950
  title        "Convention on the Forest"
  parties      AAA, BBB, CCC
  in force     upon ratification by 2 states
instrument annex "Annex on the paths"
  part of      forest-1950
  in force     with forest-1950
  term         10 years
instrument map "Map of the forest"
  part of      forest-1950
  in force     with forest-1950
clause 9
  each party may withdraw
  effect       it ceases to be a party
view gazette "The gazette"
  hears        gazette
1949-06-01     AAA, BBB, DDD sign forest-1950
1950-01-01     AAA, BBB ratify forest-1950
1952-01-01     BBB withdraws from forest-1950
1954-01-01/1954-12-31 DDD ratifies forest-1950
"""


def test_each_party_has_its_standing_and_the_day_since_when(opened: Opened) -> None:
    (roll,) = opened(FOREST).treaty("forest-1950").parties(on="1953-01-01")
    assert [(each.party, each.status, each.since) for each in roll.parties] == [
        ("AAA", "in_force", "1950-01-01"),
        ("BBB", "ended", "1952-01-01"),
        ("CCC", "not_concluded", None),
        ("DDD", "signed", "1949-06-01"),
    ]
    assert roll.counts == {"in_force": 1, "ended": 1, "not_concluded": 1, "signed": 1}
    assert roll.coverage == Coverage(heard=3, possible=4)


def test_who_may_have_joined_makes_the_number_a_range(opened: Opened) -> None:
    desk = opened(FOREST).treaty("forest-1950")
    (roll,) = desk.parties(on="1954-06-30")
    assert roll.counts["contested"] == 1
    assert (roll.at_least, roll.at_most) == (1, 2)
    (sure,) = desk.parties(on="1954-12-31")
    assert (sure.at_least, sure.at_most) == (2, 2)


def test_an_instrument_is_told_where_its_parties_differ(opened: Opened) -> None:
    rolls = opened(FOREST).treaty("forest-1950").parties(on="1960-01-01")
    assert [(roll.instrument, roll.at_least) for roll in rolls] == [(None, 2), ("annex", 0)]


def test_a_view_that_hears_of_nobody_says_so(opened: Opened) -> None:
    (roll,) = opened(FOREST).treaty("forest-1950").parties(on="1953-01-01", view="gazette")
    assert roll.coverage == Coverage(heard=0, possible=4)
    assert roll.at_most == 0


def test_the_founding_treaty_has_two_parties_and_later_an_open_number() -> None:
    desk = open().treaty("sino-soviet-1945")
    then = desk.parties(on="1947-07-01")[0]
    assert [(each.party, each.status) for each in then.parties] == [("CHN", "in_force"), ("SUN", "in_force")]
    later = desk.parties(on="1952-06-01")[0]
    assert (later.counts, later.at_least, later.at_most) == ({"contested": 2}, 0, 2)
