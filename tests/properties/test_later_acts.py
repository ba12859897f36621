"""Later acts never change earlier verdicts, nor the status of anything on days before them (3.6, S13)."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from inforce.engine import Solution, uses_of
from inforce.model import Act, ActorAt, Claim, Event, Finding, Offset, Proposition
from inforce.temporal import Day, Span
from tests.properties.compared import solved, table_of
from tests.properties.records import Record, records
from tests.properties.said import A, B, exact_days, propositions_of
from tests.properties.texts import DAYS, TREATY, few_days


@st.composite
def later_acts(draw: st.DrawFn, record: Record, since: Day) -> list[Claim]:
    """Draw acts, events and findings that happen on a day or after it."""
    days = exact_days(st.integers(since, since + 10).map(Day))
    things = [
        *propositions_of(record.treaty),
        Act("extend", (A, B), TREATY),
        Act("ratify", (ActorAt("A"),), TREATY),
    ]
    chosen = draw(st.lists(st.sampled_from(things), min_size=1, max_size=5))
    return [
        Claim(f"later{turn}", again(about, turn), "record", draw(days), offset=Offset(after=Span(days=5)))
        for turn, about in enumerate(chosen)
    ]


def again(about: Proposition, turn: int) -> Proposition:
    """Return the same thing happening once more."""
    assert isinstance(about, Act | Event | Finding)
    return replace(about, label=f"later{turn}")


def verdicts(solution: Solution, record: Record, before: Day) -> Iterator[object]:
    """Yield how each act before a day was judged, in each case, under each power.

    Later acts may open a choice of their own, such as who speaks then: the same verdicts then fall in more cases.
    """
    for resolution in solution.resolutions:
        for claim in record.claims:
            if isinstance(claim.proposition, Act) and claim.when and claim.when.last < before:
                found = sorted(
                    (use.rank, use.lacking) for use in uses_of(resolution, claim.proposition, claim)
                )
                yield claim.id, tuple(found)


@given(st.data(), records(), few_days)
def test_later_acts_change_no_status_of_days_before_them(
    data: st.DataObject, record: Record, since: Day
) -> None:
    later = tuple(data.draw(later_acts(record, since)))
    before = range(DAYS.start, since)
    alone, with_them = (solved(record, 32, None, claims) for claims in (None, (*record.claims, *later)))
    assert table_of(with_them, record, before) == table_of(alone, record, before)


@given(st.data(), records(), few_days)
def test_later_acts_change_no_earlier_verdict(data: st.DataObject, record: Record, since: Day) -> None:
    later = tuple(data.draw(later_acts(record, since)))
    alone, with_them = (solved(record, 32, None, claims) for claims in (None, (*record.claims, *later)))
    assert set(verdicts(with_them, record, since)) == set(verdicts(alone, record, since))
