"""What is explained once for a run of days is what would be explained on each of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.answers import open as open_books
from inforce.answers.asking import today
from inforce.answers.status import asked_for
from inforce.model import Question
from inforce.temporal import Day, day_from_iso
from inforce.web.standing import Standing

FIRST, LAST = day_from_iso("1945-01-01"), day_from_iso("1980-12-31")
BOOK = open_books().book


@pytest.mark.parametrize("view", ["all-voices", "roc"])
@pytest.mark.parametrize("clause", ["", "8.term", "port-arthur.8", "N1", "ccr.17.term"])
def test_an_answer_out_of_a_run_of_days_is_that_of_its_day(view: str, clause: str) -> None:
    (asked, *_) = asked_for(BOOK, Question("sino-soviet-1945", FIRST, clause=clause, view=view))
    standing = Standing(asked)

    @settings(max_examples=60, deadline=None)
    @given(st.integers(FIRST, LAST))
    def holds(number: int) -> None:
        day = Day(number)
        assert standing.on(day) == asked.answer(day, today())

    holds()
