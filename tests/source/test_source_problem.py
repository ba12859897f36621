from inforce.source import Place, Problem, place_of_file


def test_problems_come_in_the_order_of_the_file() -> None:
    unknown_party = Problem(Place("a.treaty", 4, 16, 3), "clause 1", "  parties      XQX", "No party XQX.")
    impossible_day = Problem(
        Place("a.treaty", 30, 1, 10), "", "1945-02-30 ROC signs", "No such day.", "Feb 28?"
    )
    missing = Problem(place_of_file("a.treaty"), "", "", "There is no such file.")
    assert sorted([impossible_day, unknown_party, missing]) == [missing, unknown_party, impossible_day]


def test_two_problems_at_one_place_sort_whether_or_not_they_have_a_hint() -> None:
    place = Place("a.treaty", 1)
    assert sorted([Problem(place, "", "", "B", "hint"), Problem(place, "", "", "A")])[0].message == "A"
    assert len(sorted([Problem(place, "", "", "A", "hint"), Problem(place, "", "", "A")])) == 2
