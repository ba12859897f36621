"""What was not known is not heard: a claim known only after a day never changes the answer as known on it (S12)."""

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from inforce.model import Act, Claim, CountsAs, Speaks
from inforce.temporal import Day
from tests.properties.compared import check, evidence, rows_of, solved, table_of, truth_of
from tests.properties.records import Record, records
from tests.properties.said import STATES, A, claims_about, exact_days, propositions_of, uncertain_days
from tests.properties.texts import TREATY, few_days

MOST = 48
"""Records with more resolutions than this are left out: they take long to live through."""


@st.composite
def known_later(draw: st.DrawFn, record: Record, after: Day) -> list[Claim]:
    """Draw claims about the record's treaty, each known or said only after a day."""
    things = (*propositions_of(record.treaty), *STATES, Speaks("G2", "A"), CountsAs("n2", "none"))
    found: list[Claim] = []
    for turn, about in enumerate(draw(st.lists(st.sampled_from(things), min_size=1, max_size=4))):
        found += draw(claims_about(about, f"later{turn}", few_days, is_open=True))
    corrected = draw(st.sampled_from(("", *(claim.id for claim in record.claims))))
    correction = Claim("corrected", Act("denounce", (A,), TREATY), "record", corrects=corrected)
    return [_known_after(draw, claim, after) for claim in (*found, correction)]


def _known_after(draw: st.DrawFn, claim: Claim, after: Day) -> Claim:
    since = draw(uncertain_days(st.integers(after + 1, after + 20).map(Day)))
    if draw(st.booleans()):
        return replace(claim, known=since)
    return replace(claim, said=since)


@st.composite
def known_records(draw: st.DrawFn) -> Record:
    """Draw a record of which some claims were known only from a day, or perhaps from one."""
    record = draw(records(most_open=1))
    claims = []
    for claim in record.claims:
        said = draw(st.one_of(st.none(), st.none(), exact_days(few_days), uncertain_days(few_days)))
        claims.append(replace(claim, said=said))
    return replace_claims(record, tuple(claims))


def replace_claims(record: Record, claims: tuple[Claim, ...]) -> Record:
    """Return a record with other claims."""
    return Record(replace(record.book, claims=claims), record.view)


@given(st.data(), records(), few_days)
def test_a_claim_known_later_changes_nothing_as_known_before(
    data: st.DataObject, record: Record, known: Day
) -> None:
    later = tuple(data.draw(known_later(record, known)))
    before = rows_of(solved(record, 32, known), record)
    assert rows_of(solved(record, 32, known, (*record.claims, *later)), record) == before
    assert rows_of(solved(record, 32, known, (*later, *record.claims)), record) == before


@given(known_records(), few_days)
def test_what_a_resolution_gives_is_possible_as_known_on_a_day(record: Record, known: Day) -> None:
    assume(evidence(record, known).count <= MOST)
    truth = truth_of(record, known)
    for budget in (1, 32):
        check(record, truth, table_of(solved(record, budget, known), record), exact=False)
