"""What nobody has said: the facts on which the status of a clause turns and of which there is no claim."""

from collections.abc import Iterator

from inforce.answers.answer import Because
from inforce.engine import Evidence
from inforce.model import All, Book, Clause, Condition, Either, FactHolds, Not

_WAITING = ("conditional", "closed")
_UNDONE = ("due", "overdue")
_LIVE = (*_WAITING, *_UNDONE, "owed", "open", "exercisable", "holds")


def reasons_of_silence(
    book: Book, clause: Clause, statuses: tuple[str, ...], roles: dict[str, str], evidence: Evidence
) -> Iterator[Because]:
    """Yield a reason for each fact that a live status turns on and of which nobody says anything.

    Silence is taken as no. ``roles`` names who is ``it`` and who ``the other``.
    """
    asked = dict.fromkeys(item for each in _asked(clause, statuses) for item in _facts(each, book))
    for item in asked:
        fact = book.facts.get(item.fact)
        whom = roles.get(item.whom, item.whom)
        if fact is not None and not _is_told(item.fact, whom, evidence):
            of_whom = f" ({whom})" if whom else ""
            yield Because("claim", "", f"no claim recorded: {fact.sentence}{of_whom}")


def _asked(clause: Clause, statuses: tuple[str, ...]) -> Iterator[Condition]:
    """Yield the conditions that a status turns on, as long as the clause has not ended."""
    if not set(statuses) & set(_LIVE):
        return
    if set(statuses) & set(_WAITING):
        yield from clause.once
        yield from (FactHolds(clause.each_time),) if clause.each_time else ()
    yield from clause.so_long_as
    if clause.performed_by is not None and set(statuses) & set(_UNDONE):
        yield clause.performed_by
    if clause.breached_while is not None and "owed" in statuses:
        yield clause.breached_while
    yield from clause.until


def _facts(asked: Condition, book: Book) -> Iterator[FactHolds]:
    """Yield the recorded facts of a condition; one that follows from others stands for those."""
    match asked:
        case All(conditions=parts) | Either(conditions=parts):
            for part in parts:
                yield from _facts(part, book)
        case Not(condition=part):
            yield from _facts(part, book)
        case FactHolds(fact=name, whom=whom):
            fact = book.facts.get(name)
            if fact is not None and fact.definition is not None:
                yield from _facts(fact.definition, book)
            elif whom in ("either", "both"):
                yield from (FactHolds(name, "it"), FactHolds(name, "the other"))
            else:
                yield asked


def _is_told(fact: str, whom: str, evidence: Evidence) -> bool:
    return ("event", fact, whom) in evidence.occurrences or ("state", fact, whom) in evidence.conditions
