from inforce.answers.status import status
from inforce.model import Question
from inforce.temporal import day_from_iso
from tests.answers.conftest import Opened

LATE = """
actor AAA "Aland"
actor BBB "Beland"
treaty t
  parties      AAA, BBB
  in force     upon ratification by each party
clause 1
  each party shall keep the paths
[1950-01-01..1950-02-20] AAA ratifies t
[1950-01-01..1950-02-20] BBB ratifies t
[1960-01-01..1960-01-05] AAA alleges breach of 1 by BBB
"""


def test_what_only_a_flag_turns_on_would_not_settle_the_status(opened: Opened) -> None:
    book = opened(LATE).book
    (answer,) = status(book, Question("t", day_from_iso("1950-01-10"), party="BBB"))
    settling = [reason.text for reason in answer.because if reason.id == "open"]
    assert len(settling) == 2
    assert not any("alleges" in text for text in settling)
