"""Clauses that depend on themselves without a recorded act in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.engine import CycleError, Evidence, compile_signals
from inforce.load.entries import Entry, built
from inforce.model import ALL_VOICES, Book, Clause, Treaty
from inforce.source import Problem

_NOTHING_HEARD = Evidence({}, {}, {})


def check_cycles(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report each clause whose status depends on itself: only a recorded act may stand in between (design, S6).

    The powers that acts need are read on the day before, so they can depend on what the acts bring about.
    """
    for entry, clause in built(entries, Clause):
        path = _cycle(book, clause)
        if path and entry.directive.head:
            message = f"Clause {clause.id} depends on itself: {' -> '.join(path)}."
            hint = "Let one of these conditions rest on a fact or a recorded act instead."
            yield entry.draft.problem(entry.directive.head[:1], message, hint)


def check_cycles_of_terms(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report each treaty of which the end depends on itself, by what it lasts for."""
    for entry, treaty in built(entries, Treaty):
        if treaty.terms.until is None and treaty.terms.continues is None:
            continue
        try:
            signals = {"status": ("treaty_status", treaty.id, "", "")}
            compile_signals(book, ALL_VOICES, _NOTHING_HEARD, signals, {})
        except CycleError:
            hint = "Let its term rest on a fact instead."
            message = f"The end of {treaty.id} depends on itself."
            yield entry.draft.problem(entry.directive.head[:1], message, hint)


def _cycle(book: Book, clause: Clause) -> tuple[str, ...]:
    """Return the clauses of the circle in which a clause stands, or nothing."""
    bearer = clause.bearer.actors[0] if clause.bearer.actors else ""
    if clause.treaty not in book.treaties:
        return ()
    if not bearer and clause.bearer.each:
        bearer = next(iter(book.treaties[clause.treaty].parties), "")
    signals = {"status": ("clause_status", clause.treaty, clause.id, bearer, "")}
    try:
        compile_signals(book, ALL_VOICES, _NOTHING_HEARD, signals, {})
    except CycleError as error:
        return tuple(dict.fromkeys(error.clauses))
    return ()
