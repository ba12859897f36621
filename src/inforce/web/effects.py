"""Decide what is shown of an entry's effect: in each view, what would go and what would come, on one axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.broken import Broken, expectations_broken
from inforce.answers.effect import Change, effect
from inforce.answers.telling import headline
from inforce.exchange.forms.part import Part
from inforce.model import Book
from inforce.store import Entry, NewEntry
from inforce.web.axis import Axis, axis_from_rows
from inforce.web.live import Live
from inforce.web.rows import Row, Stretch, stretch_from_answer

_MOST = 150
"""So many changes are shown; a change for each of two hundred parties is no page."""

_PART = Part("", "", "")


class Moved(Struct, frozen=True):
    """One thing that would be otherwise: its stretches that would go, and those that would come, also in words."""

    subject: str
    before: tuple[Stretch, ...]
    after: tuple[Stretch, ...]
    goes: tuple[str, ...]
    comes: tuple[str, ...]


class InView(Struct, frozen=True):
    """What would be otherwise in one view."""

    view: str
    title: str
    moved: tuple[Moved, ...]


class Effect(Struct, frozen=True):
    """What would be otherwise in every view; ``left`` is how many changes there are beside those shown.

    ``broken`` are the expectations of the files that hold now and would fail.
    """

    changes: tuple[Change, ...]
    broken: tuple[Broken, ...]
    views: tuple[InView, ...]
    axis: Axis
    left: int


def effect_of_entry(live: Live, number: int) -> Effect:
    """Return what would be otherwise if a proposal were accepted.

    Raises:
        StoreError: if it is no open proposal, or no longer fits the book.
    """
    store = live.checking()
    entry = store.entry(number)
    now = live.now
    key = ("effect", number, now.mark.last)
    return now.shelf.kept(key, lambda: _effect(now.shelf.book, store.book_if(number).book, entry))


def effect_of_lines(live: Live, new: NewEntry) -> Effect:
    """Return what would be otherwise if lines that nobody has entered yet were in the book; nothing is written.

    Raises:
        StoreProblemsError: if the lines have problems.
        StoreError: if there is no such treaty, or no such entry to correct.
    """
    before = live.now.shelf.book
    entry, after = live.checking().look(new)
    return _effect(before, after.book, entry)


def _effect(before: Book, after: Book, entry: Entry) -> Effect:
    changes = effect(before, after, entry.treaty, (), entry.actors)
    shown = changes[:_MOST]
    views = tuple(dict.fromkeys(each.view for each in shown))
    found = tuple(
        InView(view, before.view(view).title, tuple(_moved(each) for each in shown if each.view == view))
        for view in views
    )
    axis = axis_from_rows(_rows(found), whole=True)
    found_broken = expectations_broken(before, after, entry.treaty)
    # where the files of a server lie is nobody's affair
    broken = tuple(replace(each, file=Path(each.file).name) for each in found_broken)
    return Effect(changes, broken, found, axis, len(changes) - len(shown))


def _moved(change: Change) -> Moved:
    return Moved(
        change.subject,
        tuple(map(stretch_from_answer, change.before)),
        tuple(map(stretch_from_answer, change.after)),
        tuple(map(headline, change.before)),
        tuple(map(headline, change.after)),
    )


def _rows(views: Iterable[InView]) -> Iterator[Row]:
    for view in views:
        for each in view.moved:
            yield Row(_PART, "", (), each.before)
            yield Row(_PART, "", (), each.after)
