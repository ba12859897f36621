"""A voice that the view does not hear changes nothing: no claim, no government, no reading of it."""

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from inforce.model import Actor, Claim, GovernmentClaim, Reading, Speaks
from tests.properties.compared import rows_of, solved
from tests.properties.records import Record, records
from tests.properties.said import STATES, claims_about, propositions_of
from tests.properties.texts import few_days

UNHEARD = "nobody"


@st.composite
def unheard_claims(draw: st.DrawFn, record: Record) -> list[Claim]:
    """Draw claims about anything, by a voice that no view hears."""
    things = (*propositions_of(record.treaty), *STATES, Speaks("G2", "A"))
    found: list[Claim] = []
    for turn, about in enumerate(draw(st.lists(st.sampled_from(things), min_size=1, max_size=5))):
        found += draw(claims_about(about, f"unheard{turn}", few_days, is_open=True))
    corrected = draw(st.sampled_from(("", *(claim.id for claim in record.claims))))
    return [replace(claim, voice=UNHEARD, corrects=corrected) for claim in found]


@given(st.data(), records())
def test_a_claim_from_a_voice_not_heard_changes_nothing(data: st.DataObject, record: Record) -> None:
    assume(record.view.tiers is not None)
    unheard = tuple(data.draw(unheard_claims(record)))
    alone = rows_of(solved(record, 32), record)
    assert rows_of(solved(record, 32, None, (*record.claims, *unheard)), record) == alone
    assert rows_of(solved(record, 32, None, (*unheard, *record.claims)), record) == alone


@given(records())
def test_a_government_or_a_reading_of_a_voice_not_heard_changes_nothing(record: Record) -> None:
    assume(record.view.tiers is not None)
    pretender = Actor("G3", "G3", governments=(GovernmentClaim("A", UNHEARD),))
    other = replace(record.treaty.clauses[0], once=record.treaty.clauses[-1].once, essential=True)
    book = replace(
        record.book,
        actors={**record.book.actors, "G3": pretender},
        readings=(*record.book.readings, Reading(UNHEARD, other)),
    )
    with_them = Record(book, record.view)
    assert rows_of(solved(with_them, 32), with_them) == rows_of(solved(record, 32), record)
