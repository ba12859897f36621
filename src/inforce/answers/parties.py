"""Who is bound by a treaty on a day, who has signed only, who has left and who never joined."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.each import asked_of_each
from inforce.answers.hearings import hearing_of
from inforce.answers.membership import JOINING, possible_parties
from inforce.answers.question import treaty_named
from inforce.answers.wording import text_from_day
from inforce.engine import Hearing
from inforce.model import ActorAt, Book, Question
from inforce.temporal import Day


class Coverage(Struct, frozen=True):
    """Of how many of those who can be parties the view hears that they signed or consented."""

    heard: int
    possible: int


class Roll(Struct, frozen=True):
    """The parties of one text on a day: an answer for each who can be one, and how many have each status.

    ``instrument`` is None for the treaty itself. ``counts`` are by status, what is open under ``contested``; the
    number of parties in force lies between ``at_least`` and ``at_most``.
    """

    treaty: str
    instrument: str | None
    on: str | None
    view: str
    known: str | None
    counts: dict[str, int]
    at_least: int
    at_most: int
    coverage: Coverage
    parties: tuple[Answer, ...]


def parties(book: Book, question: Question, today: Day | None = None) -> tuple[Roll, ...]:
    """Return the roll of a treaty on a day, then that of each instrument whose parties differ from the treaty's.

    Raises:
        UnknownNameError: if the book has no such treaty or view.
    """
    treaty = treaty_named(book, question.treaty)
    hearing = hearing_of(book, question.view, question.known)
    who = possible_parties(book)[treaty.id]
    whole = _roll(hearing, question, who, today)
    others = (
        _roll(hearing, replace(question, instrument=each.id), who, today) for each in treaty.instruments
    )
    return (whole, *(roll for roll in others if _standing(roll) != _standing(whole)))


def _roll(hearing: Hearing, question: Question, who: Sequence[str], today: Day | None) -> Roll:
    answers = tuple(each.answer(question.on, today) for each in asked_of_each(hearing, question, who))
    return Roll(
        treaty=question.treaty,
        instrument=question.instrument or None,
        on=text_from_day(question.on),
        view=question.view,
        known=text_from_day(question.known),
        counts=dict(Counter(answer.status for answer in answers)),
        at_least=sum(answer.status == "in_force" for answer in answers),
        at_most=sum("in_force" in answer.possible for answer in answers),
        coverage=Coverage(len(_heard(hearing, question.treaty) & set(who)), len(who)),
        parties=answers,
    )


def _standing(roll: Roll) -> list[tuple[object, ...]]:
    """Return what has to be the same for two texts to have the same parties on the day."""
    return [(answer.party, answer.possible, answer.since) for answer in roll.parties]


def _heard(hearing: Hearing, treaty: str) -> set[str]:
    """Return those of whom the view hears that they signed or consented."""
    slots = hearing.evidence.occurrences
    joining = (slot[3] for slot in slots if slot[0] == "act" and slot[1] in JOINING and slot[2] == treaty)
    return {
        actor.code
        for actors in joining
        if isinstance(actors, tuple)
        for actor in actors
        if isinstance(actor, ActorAt)
    }
