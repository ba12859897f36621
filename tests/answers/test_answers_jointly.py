"""Asked together, every question has the answer that it has alone, reasons and all; only sooner."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.effect import effect
from inforce.answers.jointly import asked_jointly
from inforce.answers.status import Asked, Instance, instances_of
from inforce.answers.telling import subject
from inforce.engine import Hearing
from inforce.load import book_from_files, shipped_books
from inforce.model import Book, Question
from inforce.temporal import BEGINNING

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.treaty.md"))
FOUNDING = "sino-soviet-1945"

Changed = dict[tuple[str, str], tuple[tuple[Answer, ...], tuple[Answer, ...]]]


def everything(book: Book, treaty: str, view: str) -> list[Instance]:
    whole = Question(treaty, on=BEGINNING, view=view)
    parts = [replace(whole, instrument=each.id) for each in book.treaties[treaty].instruments]
    parts += [replace(whole, clause=each.id) for each in book.treaties[treaty].clauses]
    return [each for question in (whole, *parts) for each in instances_of(book, question)]


def answers(asked: Asked) -> list[Answer]:
    """Return the answers with their reasons, of which the order says nothing."""
    found = (asked.answer(row.since) for row in asked.rows)
    return [replace(each, because=tuple(sorted(each.because, key=repr))) for each in found]


def alone(book: Book, treaty: str, view: str) -> Iterator[list[Answer]]:
    hearing = Hearing(book, book.view(view))
    for each in everything(book, treaty, view):
        yield answers(Asked(each.question, each.bearer, hearing))


def jointly(book: Book, treaty: str, view: str) -> Iterator[list[Answer]]:
    found = everything(book, treaty, view)
    yield from map(answers, asked_jointly(Hearing(book, book.view(view)), found))


@pytest.mark.parametrize("path", CASES, ids=[path.name.removesuffix(".treaty.md") for path in CASES])
def test_a_case_is_answered_together_as_each_by_itself(path: Path) -> None:
    book = book_from_files([path]).book
    for treaty in book.treaties:
        for view in book.views_beside(treaty):
            assert list(jointly(book, treaty, view)) == list(alone(book, treaty, view))


@pytest.mark.parametrize("view", ["roc", "all-voices"])
def test_the_founding_treaty_is_answered_together_as_each_by_itself(view: str) -> None:
    book = book_from_files(shipped_books()).book
    assert list(jointly(book, FOUNDING, view)) == list(alone(book, FOUNDING, view))


def intervals(book: Book, treaty: str, view: str) -> Iterator[list[Answer]]:
    hearing = Hearing(book, book.view(view))
    for each in everything(book, treaty, view):
        asked = Asked(each.question, each.bearer, hearing)
        yield [replace(asked.answer(row.since, explained=False), on=None) for row in asked.rows]


def one_by_one(before: Book, after: Book, treaty: str) -> Changed:
    """Compare two books interval by interval, each by cases."""
    found: Changed = {}
    for view in before.views_beside(treaty):
        for old, new in zip(intervals(before, treaty, view), intervals(after, treaty, view), strict=True):
            gone, come = (tuple(r for r in a if r not in b) for a, b in ((old, new), (new, old)))
            if gone or come:
                found[subject((gone or come)[0]), view] = (gone, come)
    return found


@pytest.mark.parametrize("path", CASES, ids=[path.name.removesuffix(".treaty.md") for path in CASES])
def test_what_a_claim_changes_is_what_differs_interval_by_interval(path: Path) -> None:
    """The last claim of each case is taken as the entry; whatever its treaties have is looked at."""
    after = book_from_files([path]).book
    before = replace(after, claims=after.claims[:-1])
    for treaty in after.treaties:
        found = effect(before, after, treaty, (), after.treaties[treaty].parties)
        changed = {(each.subject, each.view): (each.before, each.after) for each in found}
        assert changed == one_by_one(before, after, treaty)


def test_without_the_notes_of_1950_the_founding_treaty_differs_as_it_does_interval_by_interval() -> None:
    after = book_from_files(shipped_books()).book
    before = replace(after, claims=tuple(each for each in after.claims if each.id != "notes-1950"))
    assert len(before.claims) < len(after.claims)
    found = effect(before, after, FOUNDING)
    changed = {(each.subject, each.view): (each.before, each.after) for each in found}
    assert changed == one_by_one(before, after, FOUNDING)
