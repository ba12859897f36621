from inforce.source import Place, place_of_file


def test_a_place_reads_as_editors_write_it() -> None:
    assert str(Place("geneva.treaty.md", 12, 3, 8)) == "geneva.treaty.md:12:3"


def test_a_whole_file_has_no_line() -> None:
    assert str(place_of_file("geneva.treaty.md")) == "geneva.treaty.md"


def test_places_sort_as_a_person_reads() -> None:
    whole = place_of_file("a.treaty")
    top, left, right = Place("a.treaty", 2, 9), Place("a.treaty", 10, 1), Place("a.treaty", 10, 4)
    other = Place("b.treaty", 1, 1)
    assert sorted([other, right, left, top, whole]) == [whole, top, left, right, other]
