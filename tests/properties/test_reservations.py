"""Reservations and objections between three: no answer that a resolution denies, and none wider where all was split."""

from collections.abc import Iterator

from hypothesis import given

from inforce.engine import Row, Signal, rows_from_solution, solve
from tests.properties.reserved import Asked, asked, days_of, truth_of
from tests.properties.reserving import TREATY, Reserving, reservings
from tests.properties.told import claim_told, day_told


def signals() -> dict[str, Signal]:
    """Return the engine's names for everything asked."""
    found: dict[str, Signal] = {}
    for clause, one, other in asked():
        if clause:
            signal: Signal = ("clause_status", TREATY, clause, one, other)
        else:
            signal = ("pair_status", TREATY, one, other) if other else ("treaty_status", TREATY, "", one)
        found["/".join((clause, one, other))] = signal
    return found


def answers(record: Reserving, budget: int) -> dict[tuple[int, Asked], frozenset[str]]:
    """Return what the engine calls possible, on each day, of each thing asked."""
    solution = solve(record.book, record.view, signals(), budget=budget)
    found: dict[tuple[int, Asked], frozenset[str]] = {}
    for what in asked():
        rows = rows_from_solution(solution, "/".join(what))
        found |= {(day, what): frozenset(row_on(rows, day).possible) for day in days_of(record)}
    return found


def row_on(rows: list[Row], day: int) -> Row:
    """Return the row that covers a day."""
    return next(row for row in reversed(rows) if row.since <= day)


def check(record: Reserving, budget: int, *, exact: bool) -> None:
    """Fail, telling the record, where an answer is not sound (or not exact)."""
    said = answers(record, budget)
    found = [
        f"{day_told(day)} {what}: resolutions {sorted(true)}, engine {sorted(said[day, what])}"
        for (day, what), true in truth_of(record).items()
        if not true <= said[day, what] or (exact and true != said[day, what])
    ]
    assert not found, "\n".join([*told(record), *found[:6]])


def told(record: Reserving) -> Iterator[str]:
    """Tell a record, so that a counter-example can be read."""
    yield ""
    yield f"{record.says}, rule {record.rule!r}, silence accepts: {record.silence}"
    for thing in record.things:
        for claim in thing.claims:
            yield f"{claim_told(claim)} reserving {claim.reserving} opposes {claim.opposes} received {claim.received}"


@given(reservings(most_open=0))
def test_reservations_without_open_questions_have_the_one_answer(record: Reserving) -> None:
    check(record, 100, exact=True)


@given(reservings(most_open=2))
def test_what_a_resolution_of_reservations_gives_is_possible(record: Reserving) -> None:
    for budget in (1, 3, 32):
        check(record, budget, exact=False)


@given(reservings(most_open=2))
def test_where_all_reservations_are_split_only_what_a_resolution_gives_is_possible(record: Reserving) -> None:
    check(record, 100_000, exact=True)
