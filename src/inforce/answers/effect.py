"""What an entry of the log changes, or would: every interval of a treaty that is otherwise with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.hearings import hearing_of
from inforce.answers.jointly import asked_jointly
from inforce.answers.question import flags_of, treaty_named, view_named
from inforce.answers.status import Asked, Instance, instances_of
from inforce.answers.telling import headline, subject
from inforce.engine import Hearing, Row, rows_from_solution, solve_heard
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

    Only intervals that differ are among the answers; an entry may be a reason and change none.

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
    found = _concerned(sides, treaty)
    for before, after in zip(
        asked_jointly(sides.before, found), asked_jointly(sides.after, found), strict=True
    ):
        if _course(before) == _course(after):
            continue
        old, new = _rows(before), _rows(after)
        gone, come = (tuple(r for r in a if r not in b) for a, b in ((old, new), (new, old)))
        if gone or come:
            yield Change(subject((gone or come)[0]), sides.before.view.id, gone, come)


def _course(asked: Asked) -> list[object]:
    """Return what a question came to in each of its cases; where that is the same, so is every answer."""
    return [
        (each.sides, [each.run.history[node] if node >= 0 else () for node in each.circuit.outputs.values()])
        for each in asked.solution.resolutions
    ]


def _rows(asked: Asked) -> list[Answer]:
    return [replace(asked.answer(row.since, explained=False), on=None) for row in asked.rows]


def _concerned(sides: Sides, treaty: Treaty) -> list[Instance]:
    """Return what is to be answered by cases: among many, what moved on rails or is open for those concerned."""
    whole = Question(treaty.id, on=BEGINNING, view=sides.before.view.id)
    parts = [replace(whole, instrument=each.id) for each in treaty.instruments]
    parts += [replace(whole, clause=each.id) for each in treaty.clauses]
    found = [each for question in parts for each in instances_of(sides.before.book, question)]
    if len(treaty.parties) > _FEW:
        old, new = (_on_rails(hearing, found, treaty) for hearing in (sides.before, sides.after))
        found = [
            each
            for each, *rows in zip(found, old, new, strict=True)
            if rows[0] != rows[1] or (each.bearer in sides.actors and any(map(_is_open, rows)))
        ]
    return [*instances_of(sides.before.book, whole), *found]


def _on_rails(hearing: Hearing, instances: Sequence[Instance], treaty: Treaty) -> list[list[list[Row]]]:
    """Return the rows of each status and of the flags beside it, from one run of all."""
    clauses = {clause.id: clause for clause in treaty.clauses}
    asked = [
        {"status": each.status, **flags_of(treaty, clauses.get(each.question.clause), each.bearer)}
        for each in instances
    ]
    signals = {repr(signal): signal for each in asked for signal in each.values()}
    found = solve_heard(hearing, signals, budget=1)
    return [[rows_from_solution(found, repr(signal)) for signal in each.values()] for each in asked]


def _is_open(rows: list[list[Row]]) -> bool:
    status, *flags = rows
    return any(len(row.possible) > 1 for row in status) or any("open" in r.possible for f in flags for r in f)


def lines_of_effect(changes: Sequence[Change]) -> Iterator[str]:
    """Tell changes, the old intervals before the new ones."""
    for change in changes:
        yield f"{change.subject}, view {change.view}"
        yield from (f"  now   {headline(row)}" for row in change.before)
        yield from (f"  then  {headline(row)}" for row in change.after)
    if not changes:
        yield "nothing changes"
