from inforce.answers.status import status
from inforce.model import Question
from inforce.temporal import day_from_iso
from tests.answers.conftest import Opened

READ = """
actor AAA "Aland"
actor BBB "Beland"
actor gazette "A gazette"
actor chronicle "A chronicle"
fact landing-built "The landing is built."
  event
fact war "There is war."
  event
treaty t
  parties      AAA, BBB
  in force     upon signature
clause 1
  AAA shall pay
  within       10 days of landing-built
reading 1 by gazette
  within       10 days of war
1950-01-01     AAA, BBB sign t
1950-02-01     landing-built
  said by      gazette
1950-05-01     landing-built
  said by      chronicle
1950-03-01     war
  said by      gazette
1950-03-02     war
  said by      chronicle
"""


def test_a_side_is_named_only_under_the_reading_in_which_it_matters(opened: Opened) -> None:
    book = opened(READ).book
    (answer,) = status(book, Question("t", day_from_iso("1950-04-01"), clause="1"))
    cases = [each.text for each in answer.because if each.kind == "case" and each.id != "open"]
    assert sorted(cases) == [
        "due if 1 as its text stands and landing-built is as chronicle says",
        "overdue if 1 as gazette reads it",
        "overdue if 1 as its text stands and landing-built is as gazette says",
    ]
