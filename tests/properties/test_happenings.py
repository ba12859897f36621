"""The days of an event on rails contain its days in every resolution, and what is called sure comes in each."""

from hypothesis import assume, given

from inforce.engine import Signal, Solution, happenings_of, solve, stays_of
from inforce.temporal import Candidates, contains, intersect, union
from tests.properties.compared import evidence
from tests.properties.records import Record, is_split, records
from tests.properties.texts import TREATY

MOST = 48


def events_of(record: Record) -> dict[str, Signal]:
    """Return the events that the answers read days from: entries, ends, last days, effects."""
    found: dict[str, Signal] = {
        "entry": ("entry", TREATY, ""),
        "end": ("end", TREATY, ""),
        "expired": ("expired", TREATY, ""),
    }
    for clause in record.treaty.clauses:
        for bearer in clause.bearer.actors or ("A", "B"):
            name = f"{clause.id} {bearer}"
            if clause.kind == "achieve":
                found[f"time_out {name}"] = ("time_out", TREATY, clause.id, bearer)
            if clause.kind == "power" and clause.effect is not None:
                found[f"effect {name}"] = ("effect", TREATY, clause.id, bearer)
    return found


def solved(record: Record, budget: int, signals: dict[str, Signal]) -> Solution:
    return solve(record.book, record.view, signals, budget=budget)


@given(records(most_open=2))
def test_no_day_on_which_an_event_happens_in_a_resolution_is_left_out(record: Record) -> None:
    assume(is_split(record) and 1 < evidence(record).count <= MOST)
    events = events_of(record)
    exact = solved(record, 100_000, events)
    for budget in (1, 3):
        rough = solved(record, budget, events)
        for name in events:
            found = [happenings_of(item, name) for item in rough.resolutions]
            possible: Candidates = ()
            for each in (each for case in found for each in case):
                possible = union(possible, each.days)
            sure = all(any(each.sure for each in case) for case in found)
            for item in exact.resolutions:
                lived = happenings_of(item, name)
                assert all(contains(possible, each.days[0][0]) for each in lived), (name, budget)
                assert lived or not sure, (name, budget)


@given(records(most_open=2))
def test_no_day_on_which_a_status_begins_or_ends_in_a_resolution_is_left_out(record: Record) -> None:
    assume(is_split(record) and 1 < evidence(record).count <= MOST)
    signals: dict[str, Signal] = {"status": ("treaty_status", TREATY, "", "")}
    exact = solved(record, 100_000, signals)
    rough = solved(record, 1, signals)
    for status in ("signed", "in_force", "ended"):
        found = [stay for item in rough.resolutions for stay in stays_of(item, "status", status)]
        for item in exact.resolutions:
            for lived in stays_of(item, "status", status):
                assert any(intersect(stay.begins.days, lived.begins.days) for stay in found)
                ends = [stay.ends.days for stay in found if stay.ends]
                assert lived.ends is None or any(intersect(days, lived.ends.days) for days in ends)
