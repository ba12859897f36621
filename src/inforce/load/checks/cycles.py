"""Clauses that depend on themselves without a recorded act in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from inforce.engine import CycleError, Evidence, Signal, compile_signals
from inforce.load.entries import Entry, built
from inforce.model import ALL_VOICES, Book, Clause, Treaty
from inforce.source import Problem

_NOTHING_HEARD = Evidence({}, {}, {})


def check_cycles(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report each clause whose status depends on itself: only a recorded act may stand in between (design, S6).

    The powers that acts need are read on the day before, so they can depend on what the acts bring about. All clauses
    are compiled at once; only where that finds a circle is each looked at alone.
    """
    clauses = list(built(entries, Clause))
    signals = {str(turn): _signal(book, clause) for turn, (_, clause) in enumerate(clauses)}
    if not _circle(book, {name: signal for name, signal in signals.items() if signal}):
        return
    for entry, clause in clauses:
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
    signal = _signal(book, clause)
    return _circle(book, {"status": signal}) if signal else ()


def _signal(book: Book, clause: Clause) -> Signal:
    """Return the status of a clause for one of its bearers; nothing if its treaty is not there."""
    if clause.treaty not in book.treaties:
        return ()
    bearer = clause.bearer.actors[0] if clause.bearer.actors else ""
    if not bearer and clause.bearer.each:
        bearer = next(iter(book.treaties[clause.treaty].parties), "")
    return ("clause_status", clause.treaty, clause.id, bearer, "")


def _circle(book: Book, signals: Mapping[str, Signal]) -> tuple[str, ...]:
    """Return the clauses of the first circle on the way to some signals, or nothing."""
    try:
        compile_signals(book, ALL_VOICES, _NOTHING_HEARD, signals, {})
    except CycleError as error:
        return tuple(dict.fromkeys(error.clauses))
    return ()
