"""What an entry becomes before it is numbered: each function refuses, or returns the entry that may be written."""

from __future__ import annotations

from datetime import UTC, datetime

from inforce.load import Added
from inforce.load.growing import Growing
from inforce.load.own_sources import canonical
from inforce.source import Problem, did_you_mean
from inforce.store.checking import ENTERED, Checked, checked
from inforce.store.entry import Entry, Kind, NewEntry
from inforce.store.errors import AbsentError, RefusedError, StoreProblemsError
from inforce.store.standing import Position, check_open, check_stands

_LONGEST_NAME = 200
_LONGEST_REASON = 10_000
_UNNUMBERED = datetime.min.replace(tzinfo=UTC)


def entry_from_new(new: NewEntry, kind: Kind, position: Position, growing: Growing) -> Entry:
    """Return the entry of records, checked with the whole book as the log now stands.

    Raises:
        StoreProblemsError: if the lines have problems.
        RefusedError: if there is no such treaty, or the entry to be corrected is not in the book.
    """
    check_said(new.author, new.reason)
    if new.treaty not in growing.book.treaties:
        near = did_you_mean(new.treaty, growing.book.treaties)
        raise AbsentError(f"There is no treaty called {new.treaty}. {near}".strip())
    if new.corrects is not None:
        check_stands(position, new.corrects)
    text = new.text.replace("\r\n", "\n").rstrip("\n")
    added = Added(ENTERED, new.treaty, text, canonical(new.sources))
    found = _checked(added, position, growing, position.with_added(added, new.corrects))
    return Entry(
        0, kind, new.treaty, text, new.author, new.reason, _UNNUMBERED, new.corrects,
        claims=found.claims, actors=found.actors, sources=added.sources,
    )  # fmt: skip


def acceptance(number: int, editor: str, reason: str, position: Position, growing: Growing) -> Entry:
    """Return the acceptance of a proposal, whose lines are checked again with the book as it has become.

    Raises:
        StoreProblemsError: if the lines no longer fit the book.
        RefusedError: if the entry is no open proposal, or what it corrects is no longer in the book.
    """
    check_open(position, number)
    corrected = position.corrections.get(number)
    if corrected is not None:
        check_stands(position, corrected)
    _checked(position.lines[number], position, growing, position.with_entry(number))
    return decision("acceptance", number, editor, reason, position)


def rejection(number: int, editor: str, reason: str, position: Position) -> Entry:
    """Return the rejection of a proposal.

    Raises:
        RefusedError: if the entry is no open proposal.
    """
    check_open(position, number)
    return decision("rejection", number, editor, reason, position)


def withdrawal(number: int, author: str, reason: str, position: Position, growing: Growing) -> Entry:
    """Return the withdrawal of a proposal, or of an entry that is in the book.

    Raises:
        StoreProblemsError: if another entry refers to the one that would go.
        RefusedError: if the entry is neither proposed nor in the book.
    """
    if position.fates.get(number) != "proposed":
        check_stands(position, number)
        before = set(growing.loaded(position.book.values()).problems)
        _refuse([each for each in growing.loaded(position.without(number)).problems if each not in before])
    return decision("withdrawal", number, author, reason, position)


def decision(kind: Kind, about: int, author: str, reason: str, position: Position) -> Entry:
    """Return a decision about an entry."""
    check_said(author, reason)
    treaty = position.lines[about].treaty
    return Entry(0, kind, treaty, "", author, reason, _UNNUMBERED, about=about)


def check_said(author: str, reason: str) -> None:
    """Refuse an entry that does not say who makes it and why.

    Raises:
        RefusedError: if one of the two is missing, or has what no line of text has.
    """
    if not author.strip() or not author.isprintable() or len(author) > _LONGEST_NAME:
        raise RefusedError("An entry says who makes it: a name, on one line.")
    plain = all(each.isprintable() or each in "\n\t" for each in reason)
    if not reason.strip() or not plain or len(reason) > _LONGEST_REASON:
        raise RefusedError("An entry says why it is made: a reason, in plain text, on a page or two.")


def _checked(added: Added, position: Position, growing: Growing, whole: tuple[Added, ...]) -> Checked:
    found = checked(growing, added, tuple(position.book.values()), whole)
    _refuse(found.problems)
    return found


def _refuse(problems: tuple[Problem, ...] | list[Problem]) -> None:
    if problems:
        raise StoreProblemsError(problems)
