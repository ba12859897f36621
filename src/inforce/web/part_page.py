"""Decide what the page of a clause or an instrument shows: answers with reasons, every view, the record."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers import Answer
from inforce.answers.about import box
from inforce.answers.show import Shown, show
from inforce.answers.telling import headline
from inforce.exchange.forms.part import Part, part_named, question_of
from inforce.model import Question, Treaty
from inforce.temporal import Day
from inforce.web.address import Asked
from inforce.web.axis import Axis, axis_from_rows
from inforce.web.notes import Explained, explained
from inforce.web.rows import Row
from inforce.web.shelf import Shelf


class Told(Struct, frozen=True):
    """One answer in words, with its reasons and footnotes."""

    answer: Answer
    headline: str
    why: Explained


class SeenPart(Struct, frozen=True):
    """A part in one view."""

    view: str
    title: str
    rows: tuple[Row, ...]


class PartPage(Struct, frozen=True):
    """Everything that the page of a part shows; ``record`` is None for a clause that general law supplies."""

    treaty: Treaty
    part: Part
    kind: str
    asked: Asked
    day: Day
    told: tuple[Told, ...]
    seen: tuple[SeenPart, ...]
    axis: Axis | None
    record: Shown | None


def part_page(shelf: Shelf, asked: Asked) -> PartPage:
    """Return what the page of a part shows.

    Raises:
        UnknownNameError: if the treaty has no such clause or instrument.
    """
    treaty = shelf.treaty(asked.treaty)
    part, kind = part_named(shelf, asked)
    question = question_of(asked, part)
    seen = tuple(
        SeenPart(view, shelf.book.view(view).title, shelf.rows(replace(question, view=view), part))
        for view in _views(shelf, treaty, asked.view)
    )
    axis = axis_from_rows([row for each in seen for row in each.rows], whole=asked.whole)
    return PartPage(
        treaty,
        part,
        kind,
        asked,
        question.on,
        told(shelf, question),
        seen,
        axis,
        _record(shelf, treaty, part),
    )


def told(shelf: Shelf, question: Question) -> tuple[Told, ...]:
    """Return the answers of a question in words, with their reasons."""
    return tuple(
        Told(answer, headline(answer), explained(shelf.book, answer.because))
        for answer in shelf.answers(question)
    )


def _views(shelf: Shelf, treaty: Treaty, asked: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*shelf.book.views_beside(treaty.id), asked)))


def _record(shelf: Shelf, treaty: Treaty, part: Part) -> Shown | None:
    if part.clause:
        is_written = any(clause.id == part.clause for clause in treaty.clauses)
        return show(shelf.book, treaty.id, part.clause) if is_written else None
    return box(shelf.book, treaty, part.instrument or treaty.id)
