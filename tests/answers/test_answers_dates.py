"""Times in words: nothing is narrower or wider than the record has it."""

import pytest

from inforce.answers.article.dates import words_from_stretch, words_from_uncertain, words_of_when
from inforce.temporal import act_day_from_edtf, stretch_from_edtf


@pytest.mark.parametrize(
    ("written", "alone", "in_a_sentence"),
    [
        ("1945-08-24", "24 August 1945", "on 24 August 1945"),
        ("1945-08-24?", "24 August 1945 (doubtful)", "perhaps on 24 August 1945"),
        ("[1945-08-24..1945-08-27]", "24–27 August 1945", "between 24 and 27 August 1945"),
        ("[1945-08-28..1945-09-03]", "28 August – 3 September 1945", "between 28 August and 3 September 1945"),
        (
            "[1945-12-02..1946-01-03]",
            "2 December 1945 – 3 January 1946",
            "between 2 December 1945 and 3 January 1946",
        ),
        ("[1945-08-14,1945-09-02]", "14 August 1945 or 2 September 1945", "on 14 August 1945 or on 2 September 1945"),
        ("1945-11", "November 1945", "in November 1945"),
        ("1945-08/1945-09", "August 1945 – September 1945", "between August 1945 and September 1945"),
        ("1953", "1953", "in 1953"),
        ("1911/1924", "1911–1924", "between 1911 and 1924"),
        ("193X", "the 1930s", "in the 1930s"),
        ("[..1944-11-12]", "12 November 1944 at the latest", "12 November 1944 at the latest"),
        ("[1944-11-12..]", "12 November 1944 at the earliest", "12 November 1944 at the earliest"),
        ("-0043-03-15", "-0043-03-15", "on -0043-03-15"),
    ],
)  # fmt: skip
def test_a_day_in_words(written: str, alone: str, in_a_sentence: str) -> None:
    when = act_day_from_edtf(written)
    assert (words_from_uncertain(when), words_of_when(when)) == (alone, in_a_sentence)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("1945-08/1949", "from August 1945 to 1949"),
        (
            "[1945-08-09..1945-08-22]/[1946-03-01..1946-05-31]",
            "from between 9 and 22 August 1945 to between March 1946 and May 1946",
        ),
        ("[..1944-11-12]/1949-09-25", "from 12 November 1944 at the latest to 25 September 1949"),
        ("1950-02-14/..", "from 14 February 1950 on"),
        ("1950-02-14/", "from 14 February 1950, until a day that is not known"),
        ("../1950-02-14", "until 14 February 1950"),
        ("/1950-02-14", "until 14 February 1950"),
        ("1953", "in 1953"),
    ],
)
def test_a_stretch_in_words(written: str, told: str) -> None:
    assert words_from_stretch(stretch_from_edtf(written)) == told
