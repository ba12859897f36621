"""The days on which a treaty, and the later treaties that act on it, may have entered into force."""

from msgspec.structs import replace

from inforce.answers.status import asked_for
from inforce.engine import Hearing, stays_of
from inforce.model import Question
from inforce.temporal import Candidates, union


def entry_days(hearing: Hearing, question: Question) -> dict[str, Candidates]:
    """Return the possible days of entry into force as a hearing has them, of a treaty and of those that act on it."""
    acting = (
        later.id
        for later in hearing.book.treaties.values()
        if any(action.treaty == question.treaty for action in later.actions)
    )
    return {name: _entry(hearing, replace(question, treaty=name)) for name in (question.treaty, *acting)}


def _entry(hearing: Hearing, question: Question) -> Candidates:
    asked_of = replace(question, view=hearing.view.id)
    (asked,) = asked_for(hearing.book, asked_of, flagged=False, hearing=hearing)
    found: Candidates = ()
    for resolution in asked.solution.resolutions:
        for stay in stays_of(resolution, "status", "in_force")[:1]:
            found = union(found, stay.begins.days)
    return found
