"""Questions about one treaty share its entry into force, and are answered as if each had been asked alone."""

from pathlib import Path

import pytest

from inforce.answers import open
from inforce.answers.membership import possible_parties
from inforce.answers.status import Asked
from inforce.engine import Hearing
from inforce.model import ALL_VOICES, Question
from inforce.temporal import day_from_iso

CASES = Path(__file__).parents[1] / "cases"
ANY_DAY = day_from_iso("1990-01-01")


@pytest.mark.parametrize(
    "case", ["succession", "reservations", "provisional", "consent-withdrawn", "governments", "entry-by-whom"]
)
def test_the_second_question_has_the_answer_that_it_has_alone(case: str) -> None:
    book = open(CASES / f"{case}.treaty.md").book
    shared, who = Hearing(book, ALL_VOICES), possible_parties(book)
    for treaty in book.treaties:
        for party in ("", *who[treaty]):
            question = Question(treaty, on=ANY_DAY, party=party)
            again = Asked(question, party, shared)
            alone = Asked(question, party, Hearing(book, ALL_VOICES))
            assert again.rows == alone.rows
            assert len(again.solution.resolutions) == len(alone.solution.resolutions)
            assert again.answer(ANY_DAY) == alone.answer(ANY_DAY)
