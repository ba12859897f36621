import pytest

from inforce.answers import UnknownNameError, open
from inforce.answers.membership import GovernmentNamedError, SamePartyError, possible_parties
from tests.answers.conftest import Opened

FOREST = """
actor AAA "Aland"
actor BBB "Beland"
actor CCC "Celand"
actor CROWN "The Crown of Aland"
  government of AAA
treaty forest-1950
  title        "Convention on the Forest"
  parties      AAA, BBB
  in force     upon ratification by 2 states
instrument annex "Annex on the paths"
  part of      forest-1950
  in force     with forest-1950
  term         10 years
clause 1
  each party shall keep the paths
clause 2 in annex
  AAA shall not fell trees
  to           BBB
clause 3
  BBB shall pay for the paths
  by           1955-06-01
clause 4
  AAA shall answer letters
  survives     the end for letters sent before it
clause 5
  both parties shall mark the border
  at once
clause 9
  each party may withdraw
  effect       it ceases to be a party
1950-01-01     AAA, BBB ratify forest-1950
1951-01-01     CCC accedes to forest-1950
1962-01-01     BBB withdraws from forest-1950
treaty lake-1952
  title        "Treaty on the Lake"
  parties      BBB, CCC
  in force     upon signature
1952-01-01     BBB, CCC sign lake-1952
"""


def test_each_clause_stands_in_each_direction_in_which_it_is_owed(opened: Opened) -> None:
    main, annex = opened(FOREST).between("AAA", "BBB", on="1954-01-01")
    assert (main.treaty, main.instrument, main.standing.status) == ("forest-1950", None, "in_force")
    assert [(each.party, each.counterparty, each.clause, each.status) for each in main.clauses] == [
        ("AAA", "BBB", "1", "owed"),
        ("AAA", "BBB", "4", "owed"),
        ("AAA", "BBB", "9", "exercisable"),
        ("BBB", "AAA", "1", "owed"),
        ("BBB", "AAA", "3", "due"),
        ("BBB", "AAA", "9", "exercisable"),
        (None, None, "5", "due"),
    ]
    assert [(each.party, each.clause, each.status) for each in annex.clauses] == [("AAA", "2", "owed")]
    assert main.counts == {"owed": 3, "exercisable": 2, "due": 2}


def test_what_is_owed_to_one_is_not_owed_to_another(opened: Opened) -> None:
    bonds = opened(FOREST).between("CCC", "AAA", on="1954-01-01")
    assert [(each.party, each.clause) for bond in bonds for each in bond.clauses] == [
        ("CCC", "1"),
        ("CCC", "9"),
        ("AAA", "1"),
        ("AAA", "4"),
        ("AAA", "9"),
        (None, "5"),
    ]


def test_after_one_has_left_only_what_survives_is_there_unless_all_is_asked(opened: Opened) -> None:
    book = opened(FOREST)
    (left,) = book.between("AAA", "BBB", on="1962-01-01")
    assert left.standing.status == "ended"
    assert [(each.party, each.clause, each.status) for each in left.clauses] == [("AAA", "4", "owed")]
    everything = book.between("AAA", "BBB", on="1962-01-01", over=True)
    assert [(bond.instrument, bond.standing.status) for bond in everything] == [
        (None, "ended"),
        ("annex", "ended"),
    ]
    assert {each.status for each in everything[1].clauses} == {"ended"}


def test_a_status_may_be_asked_for(opened: Opened) -> None:
    (bond,) = opened(FOREST).between("AAA", "BBB", on="1955-06-02", statuses=["overdue"])
    assert [(each.party, each.clause) for each in bond.clauses] == [("BBB", "3")]


def test_only_treaties_to_which_both_can_be_parties_are_asked(opened: Opened) -> None:
    book = opened(FOREST)
    assert possible_parties(book.book) == {
        "forest-1950": ("AAA", "BBB", "CCC"),
        "lake-1952": ("BBB", "CCC"),
    }
    assert [bond.treaty for bond in book.between("CCC", "BBB", on="1954-01-01")] == [
        "forest-1950",
        "forest-1950",
        "lake-1952",
    ]


def test_who_is_no_party_is_refused_with_the_likely_name(opened: Opened) -> None:
    book = opened(FOREST)
    with pytest.raises(GovernmentNamedError, match=r"CROWN is a government, not a party: .* speak for AAA"):
        book.between("CROWN", "BBB")
    with pytest.raises(UnknownNameError, match=r"no party called BBC. Did you mean BBB"):
        book.between("AAA", "BBC")
    with pytest.raises(SamePartyError, match="AAA stands on both sides"):
        book.between("AAA", "AAA")
    with pytest.raises(UnknownNameError, match=r"no status called owd. Did you mean owed"):
        book.between("AAA", "BBB", statuses=["owd"])


def test_the_founding_case_is_open_between_the_two_from_1950_to_1953() -> None:
    library = open()
    standing = {bond.treaty: bond.standing for bond in library.between("CHN", "SUN", on="1952-06-01")}
    assert standing["sino-soviet-1945"].possible == ("ended", "in_force")
    assert standing["sino-soviet-1950"].possible == ("in_force", "not_concluded")

    def binding(view: str) -> set[str]:
        bonds = library.between("CHN", "SUN", on="1952-06-01", view=view)
        return {bond.treaty for bond in bonds if bond.standing.status == "in_force"}

    both = {"sino-soviet-1945", "sino-soviet-1950"}
    assert binding("roc") & both == {"sino-soviet-1945"}
    assert binding("ussr") & both == {"sino-soviet-1950"}
