"""Puts the engine's answers and those of every resolution side by side, day by day."""

from collections.abc import Iterator

from msgspec.structs import replace

from inforce.engine import Row, Signal, Solution, rows_from_solution, solve
from inforce.model import Book, Claim, View
from inforce.temporal import Day
from tests.properties.records import Record
from tests.properties.resolutions import Evidence, evidence_of, worlds_of
from tests.properties.resolved import course_of
from tests.properties.supplied import DEFAULT_RULES, supplied_clauses
from tests.properties.texts import DAYS, TREATY
from tests.properties.told import day_told, record_told
from tests.properties.world import Asked, World

Table = dict[int, dict[Asked, frozenset[str]]]
"""For each day and each thing asked, the statuses that it may have."""


def rules_of(view: View) -> frozenset[str]:
    """Return the rules that a view applies."""
    applied = DEFAULT_RULES if view.rules is None else frozenset(view.rules)
    return applied - frozenset(view.without)


def asked_of(book: Book, view: View) -> list[Asked]:
    """Return the treaty, as a whole and for each party, and each clause for each of its bearers."""
    treaty = book.treaties[TREATY]
    clauses = (*treaty.clauses, *supplied_clauses(treaty, rules_of(view)))
    found = [("", party) for party in ("", *treaty.parties)]
    for clause in clauses:
        bearers = treaty.parties if clause.bearer.each else clause.bearer.actors or ("",)
        found += [(clause.id, bearer) for bearer in bearers]
    return found


def signals_of(asked: list[Asked]) -> dict[str, Signal]:
    """Return the engine's names for what is asked."""
    return {
        name_of(one): ("clause_status", TREATY, *one, "") if one[0] else ("treaty_status", TREATY, "", one[1])
        for one in asked
    }


def name_of(asked: Asked) -> str:
    """Return the name of an output."""
    return "/".join(asked)


def solved(
    record: Record, budget: int, known: Day | None = None, claims: tuple[Claim, ...] | None = None
) -> Solution:
    """Return what the engine finds within a budget."""
    signals = signals_of(asked_of(record.book, record.view))
    book = record.book if claims is None else replace(record.book, claims=tuple(claims))
    return solve(book, record.view, signals, known, budget)


def table_of(solution: Solution, record: Record, days: range = DAYS) -> Table:
    """Return the statuses that the engine calls possible, from its rows."""
    table: Table = {day: {} for day in days}
    for asked in asked_of(record.book, record.view):
        for row in rows_from_solution(solution, name_of(asked)):
            until = days.stop if row.until is None else row.until
            for day in range(max(row.since, days.start), min(until, days.stop)):
                table[day][asked] = frozenset(row.possible)
    return table


def rows_of(solution: Solution, record: Record) -> dict[Asked, list[Row]]:
    """Return the rows of everything asked."""
    return {one: rows_from_solution(solution, name_of(one)) for one in asked_of(record.book, record.view)}


def evidence(record: Record, known: Day | None = None) -> Evidence:
    """Return what the record leaves open."""
    return evidence_of(record.book, record.view, TREATY, DAYS, known)


def courses(record: Record, found: Evidence) -> Iterator[tuple[World, dict[int, dict[Asked, str]]]]:
    """Yield every resolution with the status of everything on every day."""
    for world in worlds_of(found):
        yield world, course_of(record.treaty, world, rules_of(record.view), DAYS)


def differences(
    truth: Table, answer: Table, *, exact: bool
) -> list[tuple[int, Asked, frozenset[str], frozenset[str]]]:
    """Return where an answer leaves out what a resolution gives or, if exact, has what none gives."""
    return [
        (day, asked, found, answer[day][asked])
        for day, row in truth.items()
        for asked, found in row.items()
        if not found <= answer[day][asked] or (exact and found != answer[day][asked])
    ]


def truth_of(record: Record, known: Day | None = None) -> Table:
    """Return, over all resolutions, the statuses that each thing has on each day."""
    table: dict[int, dict[Asked, set[str]]] = {day: {} for day in DAYS}
    for _, course in courses(record, evidence(record, known)):
        for day, row in course.items():
            for asked, status in row.items():
                table[day].setdefault(asked, set()).add(status)
    return {day: {asked: frozenset(found) for asked, found in row.items()} for day, row in table.items()}


def check(record: Record, truth: Table, answer: Table, *, exact: bool) -> None:
    """Fail, telling the record and the first differences, where an answer is not sound (or not exact)."""
    found = differences(truth, answer, exact=exact)
    lines = [
        f"{day_told(day)} {asked}: resolutions {sorted(true)}, engine {sorted(said)}"
        for day, asked, true, said in found
    ]
    assert not found, "\n".join([*record_told(record), *lines[:6]])
