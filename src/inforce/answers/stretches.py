"""Every stretch of days on which an answer stays the same: its statuses, its certainty and its flags."""

from collections.abc import Iterator

from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.question import FLAG_NAMES
from inforce.answers.status import Asked
from inforce.answers.wording import text_from_day
from inforce.temporal import BEGINNING, FOREVER, Day


def stretches(asked: Asked, today: Day | None = None) -> tuple[Answer, ...]:
    """Return the stretches of a question; they cover all days and never overlap.

    They are finer than its intervals: an interval is a run of days with one set of possible statuses, and within it a
    flag may rise or a dispute become a mere uncertainty. ``since`` and ``until`` are those of the stretch.

    >>> import inforce
    >>> from inforce.answers.status import asked_for
    >>> from inforce.model import Question
    >>> book = inforce.open().book
    >>> (asked,) = asked_for(book, Question("sino-soviet-1945", Day(0), view="roc"))
    >>> [each.flags for each in stretches(asked) if each.status == "in_force"][-1]
    ('breach_alleged', 'breach_found')
    """
    found: list[Answer] = []
    for day in sorted(_days_of_change(asked, today)):
        answer = asked.answer(day, today, explained=False)
        if not found or _gist(found[-1]) != _gist(answer):
            found.append(replace(answer, on=None, since=text_from_day(day)))
    ends = [each.since for each in found[1:]]
    return tuple(replace(each, until=end) for each, end in zip(found, [*ends, None], strict=True))


def _days_of_change(asked: Asked, today: Day | None) -> set[Day]:
    """Return every day on which something in the answer may change, in one case or another."""
    known = asked.question.known or today
    days = {BEGINNING} | ({Day(known + 1)} if known is not None else set())
    return days | {day for day in _changes(asked) if BEGINNING < day < FOREVER}


def _changes(asked: Asked) -> Iterator[Day]:
    for item in asked.solution.resolutions:
        for name in ("status", *FLAG_NAMES):
            node = item.circuit.outputs.get(name, -1)
            if node >= 0:
                yield from (day for day, _ in item.run.history[node])


def _gist(answer: Answer) -> tuple[object, ...]:
    return answer.possible, answer.certainty, answer.flags, answer.how
