"""Duties that are due and have no day: a standard in its place, or nothing at all."""

from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.status import Asked
from inforce.engine import Hearing, happenings_of
from inforce.model import Clause, Question
from inforce.temporal import Day


def undated_duty(
    hearing: Hearing, question: Question, clause: Clause, bearer: str, today: Day | None
) -> Answer | None:
    """Return the answer of a duty on a day if it may be due then and never runs out of time; else None."""
    asked_of = replace(question, clause=clause.id, party=bearer)
    also = {"time_out": ("time_out", clause.treaty, clause.id, bearer)}
    asked = Asked(asked_of, bearer, hearing, flagged=False, also=also)
    timed = all(happenings_of(resolution, "time_out") for resolution in asked.solution.resolutions)
    if timed or "due" not in asked.possible(question.on):
        return None
    return asked.answer(question.on, today)
