"""The rows of one clause cover all days, never overlap, and are as long as they can be (design, S15)."""

from itertools import pairwise

from hypothesis import given

from inforce.engine import possible_on, rows_from_solution
from inforce.temporal import BEGINNING, FOREVER, Day
from tests.properties.compared import asked_of, name_of, solved
from tests.properties.records import Record, records
from tests.properties.texts import DAYS


@given(records())
def test_rows_cover_all_days_and_never_overlap(record: Record) -> None:
    solution = solved(record, 4)
    for asked in asked_of(record.book, record.view):
        rows = rows_from_solution(solution, name_of(asked))
        assert rows[0].since == BEGINNING
        assert rows[-1].until is None
        assert all(row.until == following.since for row, following in pairwise(rows))
        assert all(row.since < (row.until or FOREVER) for row in rows)


@given(records())
def test_a_row_is_as_long_as_its_statuses_are_possible(record: Record) -> None:
    solution = solved(record, 4)
    for asked in asked_of(record.book, record.view):
        rows = rows_from_solution(solution, name_of(asked))
        assert all(row.possible != following.possible for row, following in pairwise(rows))
        for row in rows:
            days = [day for day in DAYS if row.since <= day < (row.until or FOREVER)]
            assert all(possible_on(solution, name_of(asked), Day(day)) == row.possible for day in days)
