"""What comes before entry into force, and what is void: as sound and as exact as everything else."""

from hypothesis import assume, given

from tests.properties.compared import check, evidence, solved, table_of, truth_of
from tests.properties.records import Record, early_records, is_split

MOST = 48
"""Records with more resolutions than this are left to others: they take long to live through."""


@given(early_records(most_open=0))
def test_without_open_questions_what_is_early_has_one_answer(record: Record) -> None:
    assume(evidence(record).count == 1)
    check(record, truth_of(record), table_of(solved(record, 1), record), exact=True)


@given(early_records(most_open=2))
def test_what_a_resolution_gives_of_what_is_early_is_possible(record: Record) -> None:
    assume(1 < evidence(record).count <= MOST)
    truth = truth_of(record)
    for budget in (1, 3, 32):
        check(record, truth, table_of(solved(record, budget), record), exact=False)


@given(early_records(most_open=2))
def test_where_all_was_split_only_what_a_resolution_gives_of_what_is_early_is_possible(
    record: Record,
) -> None:
    assume(is_split(record) and 1 < evidence(record).count <= MOST)
    check(record, truth_of(record), table_of(solved(record, 100_000), record), exact=True)
