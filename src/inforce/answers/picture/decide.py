"""Decide what a picture shows: which tracks, which marks, from when to when."""

from collections.abc import Iterator, Sequence

from inforce.answers.article.dates import words_from_day
from inforce.answers.picture.moments import marks_of
from inforce.answers.picture.tracks import groups_of
from inforce.answers.picture.value import Group, Mark, Picture
from inforce.answers.question import treaty_named, view_named
from inforce.model import Book, Question
from inforce.temporal import BEGINNING, FOREVER, Day, day_from_civil

_LEAST = 120
"""The days that a picture shows before the first change and after the last, at the least."""

_PART = 14
"""What part of the time between the changes is shown before them and after."""


def picture(book: Book, question: Question, view_ids: Sequence[str] = ()) -> Picture:
    """Return the picture of a question over time, in its view, or in several views under one another.

    Raises:
        UnknownNameError: if the question names something that the book does not have.
    """
    treaty = treaty_named(book, question.treaty)
    views = tuple(view_named(book, name) for name in dict.fromkeys(view_ids or (question.view,)))
    groups = groups_of(book, question, views)
    marks = marks_of(book, treaty, question.known)
    first, last = _bounds(groups, marks)
    known = f", as known on {words_from_day(question.known)}" if question.known is not None else ""
    titles = " · ".join(f"{view.id}: {view.title}" if len(views) > 1 else view.title for view in views)
    basis = f"View{'s' * (len(views) > 1)}: {titles}{known}. Made from the record of {treaty.id} alone."
    return Picture(treaty.title, basis, groups, marks, first, last)


def _bounds(groups: Sequence[Group], marks: Sequence[Mark]) -> tuple[Day, Day]:
    """Return from when to when to draw: all changes and marks, with a little time on both sides."""
    days = [day for day in _changes(groups) if BEGINNING < day < FOREVER]
    days += [day for mark in marks for day in (mark.when.first, mark.when.last) if BEGINNING < day < FOREVER]
    if not days:
        days = [day_from_civil(2000, 1, 1)]
    margin = max((max(days) - min(days)) // _PART, _LEAST)
    return Day(min(days) - margin), Day(max(days) + margin)


def _changes(groups: Sequence[Group]) -> Iterator[Day]:
    for group in groups:
        for track in group.tracks:
            for lane in track.lanes:
                yield from (bar.since for bar in lane.bars)
