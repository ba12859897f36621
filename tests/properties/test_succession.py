"""Succession of states: the one answer where all is certain, and nothing denied where it is not."""

from hypothesis import given

from inforce.engine import rows_from_solution, solve
from inforce.temporal import Day
from tests.properties.succeeding import FIRST, HEIR, PARTIES, TREATY, Succeeding, successions


def truth_of(record: Succeeding) -> dict[tuple[int, str], set[str]]:
    """Return what each may be on each day, over all resolutions."""
    found: dict[tuple[int, str], set[str]] = {}
    for resolved in record.resolutions():
        for day, party, status in resolved.statuses():
            found.setdefault((day, party), set()).add(status)
    return found


def check(record: Succeeding, budget: int, *, exact: bool) -> None:
    """Fail, telling the record, where an answer is not sound (or not exact)."""
    signals = {party: ("treaty_status", TREATY, "", party) for party in (*PARTIES, HEIR)}
    solution = solve(record.book, record.view, signals, budget=budget)
    rows = {party: rows_from_solution(solution, party) for party in signals}
    wrong = []
    for (day, party), true in truth_of(record).items():
        row = next(row for row in reversed(rows[party]) if row.since <= Day(FIRST + day))
        said = set(row.possible)
        if not true <= said or (exact and true != said):
            wrong.append(f"{day} {party}: resolutions {sorted(true)}, engine {sorted(said)}")
    assert not wrong, "\n".join([repr(record), *wrong[:6]])


@given(successions(certain=True))
def test_a_certain_succession_has_the_one_answer(record: Succeeding) -> None:
    check(record, 32, exact=True)


@given(successions(certain=False))
def test_what_a_resolution_of_a_succession_gives_is_possible(record: Succeeding) -> None:
    for budget in (1, 32):
        check(record, budget, exact=False)
