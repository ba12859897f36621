"""A clause can only have a status of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.load.entries import Entry, built
from inforce.model import STATUSES, All, Book, Clause, ClauseIs, Condition, Either, Expectation, Fact, Not
from inforce.source import Problem, did_you_mean


def check_condition_statuses(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report a condition that asks for a status that the clause can never have."""
    clauses = {
        (treaty.id, clause.id): clause for treaty in book.treaties.values() for clause in treaty.clauses
    }
    asked = [
        (entry, condition) for entry, clause in built(entries, Clause) for condition in _of_clause(clause)
    ]
    asked += [(entry, fact.definition) for entry, fact in built(entries, Fact)]
    for entry, whole in asked:
        for condition in _clauses_in(whole):
            clause = clauses.get((entry.draft.treaty, condition.clause))
            if clause and not set(condition.statuses) & set(STATUSES[clause.kind]):
                yield _impossible(entry, clause, condition.statuses[0])


def check_expected_statuses(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report an expectation of a status that the clause can never have."""
    for entry, expectation in built(entries, Expectation):
        question = expectation.question
        treaty = book.treaties.get(question.treaty)
        clauses = treaty.clauses if treaty else ()
        clause = next((each for each in clauses if each.id == question.clause), None)
        for status in expectation.possible:
            if clause and status not in STATUSES[clause.kind]:
                yield _impossible(entry, clause, status)


def _impossible(entry: Entry, clause: Clause, status: str) -> Problem:
    told = [name.replace("_", " ") for name in STATUSES[clause.kind]]
    words = status.replace("_", " ")
    message = f"The clause {clause.id}, of the kind {clause.kind}, is never {words}."
    hint = did_you_mean(words, told) or f"It may be {', '.join(told[:-1])} or {told[-1]}."
    return entry.draft.problem(entry.directive.head[:1], message, hint)


def _of_clause(clause: Clause) -> tuple[Condition | None, ...]:
    return (*clause.once, *clause.so_long_as, *clause.until, clause.performed_by, clause.breached_while)


def _clauses_in(condition: Condition | None) -> Iterator[ClauseIs]:
    match condition:
        case ClauseIs():
            yield condition
        case Not():
            yield from _clauses_in(condition.condition)
        case All() | Either():
            for part in condition.conditions:
                yield from _clauses_in(part)
