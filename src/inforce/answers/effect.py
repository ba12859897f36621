"""What an entry of the log changes, or would: every interval of a treaty that is otherwise with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.hearings import hearing_of
from inforce.answers.question import FLAG_NAMES, flags_of, treaty_named, view_named
from inforce.answers.status import Asked, Instance, instances_of
from inforce.answers.telling import headline, subject
from inforce.engine import Hearing, Signal, rows_from_solution, solve_heard
from inforce.model import Book, Question, Treaty
from inforce.temporal import BEGINNING

_FEW = 2
"""A treaty between so few is looked at whole: what concerns one concerns the other."""


class Change(Struct, frozen=True):
    """One thing that would be otherwise in a view: its intervals that would go, and those that would come."""

    subject: str
    view: str
    before: tuple[Answer, ...]
    after: tuple[Answer, ...]


class Sides(Struct, frozen=True):
    """A book as it is and as it would be, heard in one view; and whom the change is about."""

    before: Hearing
    after: Hearing
    actors: frozenset[str]


def effect(
    before: Book, after: Book, treaty: str, views: Sequence[str] = (), actors: Iterable[str] = ()
) -> tuple[Change, ...]:
    """Return what is otherwise in a treaty after a change of the record, in every view of it or in those named.

    First everything is run once on rails; only what moved there, or is open for those whom the change is about, is
    answered by cases. Only intervals that differ are among the answers; an entry may be a reason and change none.

    Raises:
        UnknownNameError: if there is no such treaty or view.

    >>> import inforce
    >>> book = inforce.open().book
    >>> effect(book, book, "sino-soviet-1950", ["prc"])
    ()
    """
    wanted = [view_named(before, view).id for view in views] or before.views_beside(treaty)
    named = treaty_named(before, treaty)
    hearings = [Sides(hearing_of(before, v), hearing_of(after, v), frozenset(actors)) for v in wanted]
    return tuple(change for sides in hearings for change in _changes(sides, named))


def _changes(sides: Sides, treaty: Treaty) -> Iterator[Change]:
    """Yield the changes of one treaty in one view."""
    for instance in _concerned(sides, treaty):
        old, new = _rows(sides.before, instance), _rows(sides.after, instance)
        gone, come = (tuple(r for r in a if r not in b) for a, b in ((old, new), (new, old)))
        if gone or come:
            yield Change(subject((gone or come)[0]), sides.before.view.id, gone, come)


def _rows(hearing: Hearing, instance: Instance) -> list[Answer]:
    asked = Asked(instance.question, instance.bearer, hearing)
    return [replace(asked.answer(row.since, explained=False), on=None) for row in asked.rows]


def _concerned(sides: Sides, treaty: Treaty) -> Iterator[Instance]:
    """Yield what is to be answered by cases: the treaty, what moved on rails, what is open for those concerned."""
    whole = Question(treaty.id, on=BEGINNING, view=sides.before.view.id)
    parts = [replace(whole, instrument=each.id) for each in treaty.instruments]
    parts += [replace(whole, clause=each.id) for each in treaty.clauses]
    found = [each for question in parts for each in instances_of(sides.before.book, question)]
    signals = dict(_signals(found, treaty))
    old, new = (solve_heard(hearing, signals, budget=1) for hearing in (sides.before, sides.after))
    yield from instances_of(sides.before.book, whole)
    for turn, instance in enumerate(found):
        names = [name for name in (str(turn), *(f"{turn} {flag}" for flag in FLAG_NAMES)) if name in signals]
        rows = [(rows_from_solution(old, name), rows_from_solution(new, name)) for name in names]
        is_open = any(len(row.possible) > 1 for one, other in rows for row in (*one, *other))
        close = len(treaty.parties) <= _FEW or instance.bearer in sides.actors
        if any(one != other for one, other in rows) or (is_open and close):
            yield instance


def _signals(instances: Sequence[Instance], treaty: Treaty) -> Iterator[tuple[str, Signal]]:
    """Yield the status of each instance, and the flags beside it, under names of their own."""
    clauses = {clause.id: clause for clause in treaty.clauses}
    for turn, instance in enumerate(instances):
        yield str(turn), instance.status
        clause = clauses.get(instance.question.clause)
        for flag, signal in flags_of(treaty, clause, instance.bearer).items() if clause else ():
            yield f"{turn} {flag}", signal


def lines_of_effect(changes: Sequence[Change]) -> Iterator[str]:
    """Tell changes, the old intervals before the new ones."""
    for change in changes:
        yield f"{change.subject}, view {change.view}"
        yield from (f"  now   {headline(row)}" for row in change.before)
        yield from (f"  then  {headline(row)}" for row in change.after)
    if not changes:
        yield "nothing changes"
