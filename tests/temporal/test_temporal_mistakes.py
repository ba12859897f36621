"""Mistakes in dates: each is told with its place and its likely fix."""

import pytest

from inforce.temporal import DateError, act_day_from_edtf, stretch_from_edtf

MISTAKES = [
    ("", 0, "write .. for an open end, or leave the claim undated"),
    ("1900-02-29", 8, "write 1900-02-28, or 1900-02 for some day of the month"),
    ("1945-02-30~", 8, "write 1945-02-28, or 1945-02 for some day of the month"),
    ("1945-13", 5, "write a month from 01 to 12"),
    ("1945-00", 5, "write 1945 for some day of the year"),
    ("1945-21", 5, "write [1945-03..1945-05]"),
    ("1945-24", 5, "write [1945-12..1946-02]"),
    ("1964-XX-32", 8, "write 1964-XX for some day of it"),
    ("1946/1945", 5, "write 1945/1946"),
    ("[1946..1945]", 7, "write 1945..1946"),
    ("1945/1900-02-29", 13, "write 1900-02-28, or 1900-02 for some day of the month"),
    ("[1945,1900-02-29]", 14, "write 1900-02-28, or 1900-02 for some day of the month"),
    ("[1945..1972-06-31]", 15, "write 1972-06-30, or 1972-06 for some day of the month"),
    ("[1945,1946", 9, "write [1945,1946]"),
    ("1945,1946", 4, "write [1945,1946]"),
    ("{1945,1946}", 0, "write [1945,1946] for one of these, or one line for each"),
    ("19450824", 4, "write 1945-08-24"),
    ("1945/08/24", 4, "write 1945-08-24"),
    ("1945-8-24", 6, "write 1945-08-24"),
    ("1945-08-2", 8, "write 1945-08-02"),
    ("24.08.1945", 2, "write 1945-08-24"),
    ("08/24/1945", 2, "write 1945-08-24"),
    ("02.09.1945", 2, "write 1945-09-02 or 1945-02-09"),
    ("24 August 1945", 2, "write it as 1945-08-24"),
    ("c. 1945", 0, "write 1945~"),
    ("~1945", 0, "write 1945~"),
    ("1945?~", 4, "write 1945% for both"),
    ("2004-06~-11", 7, "write 2004-06~"),
    ("44 BC", 2, "write 44 BCE as -0043"),
    ("-0000", 4, "write 0000 for 1 BCE and -0001 for 2 BCE"),
    ("194u", 3, "write 194X, 1945-XX or 1945-08-XX"),
    ("XXXX", 0, "write / or .. for what is not known"),
    ("12345", 4, "write +12345"),
    ("1945/46", 6, "write all of them, as in 0476 or 1946"),
    ("1945-08-24T10:00", 10, "write 1945-08-24 and put the hour in a note"),
    ("1945–08", 4, "write it with - as in 1945-08-24"),
    ("1945/unknown", 5, "write 1945/ for it"),
    ("..", 0, "write [..] for any day, ../.. for all time"),
    ("/", 0, "write [..] for any day, ../.. for all time"),
    ("2011-W01-2", 5, "write it as 1945-08-24, 1945-08, 1945 or 194X"),
    ("１９４５", 0, "write it as 1945-08-24, 1945-08, 1945 or 194X"),
]


@pytest.mark.parametrize(("text", "offset", "hint"), MISTAKES)
def test_a_mistake_is_told_with_its_place_and_fix(text: str, offset: int, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        act_day_from_edtf(text)
    assert (caught.value.text, caught.value.offset, caught.value.hint) == (text, offset, hint)


@pytest.mark.parametrize("text", [text for text, _, _ in MISTAKES])
def test_states_refuse_what_acts_refuse(text: str) -> None:
    with pytest.raises(DateError) as caught:
        stretch_from_edtf(text)
    assert caught.value.text == text
