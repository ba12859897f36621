"""Small random texts that are applied before they are in force, or have something that makes them void."""

from hypothesis import strategies as st
from msgspec.structs import replace

from inforce.model import (
    Act,
    Bearer,
    Clause,
    Defect,
    Effect,
    Event,
    Invalidity,
    Notice,
    Proposition,
    Provisional,
    Treaty,
)
from tests.properties.said import A, B
from tests.properties.texts import TREATY, clause, few_days, offsets, some_conditions, treaties

EARLY_RULES = ("interim-duty", "provisional-application-ends-by-notice", "coercion", "invalidity-of-consent")
"""The rules on what comes before entry into force, and on invalidity."""

DEFECTS = (
    Defect("threat or use of force", TREATY, "flaw"),
    Defect("fraud", TREATY, "flaw", "A"),
)


@st.composite
def provisional_clauses(draw: st.DrawFn) -> Clause:
    """Draw a clause on provisional application: whose, from when, how it stops."""
    bearer = draw(st.sampled_from((Bearer(each=True), Bearer(each=True), Bearer(actors=("A",)))))
    notice = draw(st.one_of(st.none(), offsets.map(Notice)))
    since = draw(st.one_of(st.none(), st.none(), few_days))
    return clause(
        "p",
        "constitutive",
        bearer,
        verb="applies",
        provisional=Provisional("", since),
        opting_out=draw(st.sampled_from(("", "at signature", "at any time"))),
        notice=notice,
        effect=Effect("unapplies") if notice else None,
        so_long_as=draw(st.one_of(st.just(()), some_conditions)),
        once=draw(st.one_of(st.just(()), some_conditions)),
    )


@st.composite
def early_treaties(draw: st.DrawFn) -> Treaty:
    """Draw a treaty with a clause on provisional application, most of the time, and sometimes with a defect."""
    treaty = draw(treaties())
    clauses = draw(st.lists(provisional_clauses(), min_size=0, max_size=1))
    defects = draw(st.lists(st.sampled_from(DEFECTS), max_size=1, unique=True))
    return replace(treaty, clauses=(*treaty.clauses, *clauses), defects=tuple(defects))


def signatures(treaty: Treaty) -> tuple[Act, ...]:
    """Return the signatures of both parties."""
    return (Act("sign", (A,), TREATY), Act("sign", (B,), TREATY))


def early_propositions_of(treaty: Treaty) -> list[Proposition]:
    """Return what may be claimed to have been done before entry into force, and about its validity."""
    found: list[Proposition] = [
        Act("refuse", (A,), TREATY),
        Act("refuse", (B,), TREATY, label="f1"),
        Act("revoke", (B,), TREATY, ("f1",)),
        Act("apply", (A, B), TREATY),
        Act("decline", (A,), TREATY),
        Act("decline", (B,), TREATY),
    ]
    if treaty.defects:
        found += [
            Event("flaw"),
            Act("impeach", (A,), TREATY, ("fraud",)),
            Act("impeach", (B,), TREATY, ("fraud",)),
            Act("affirm", (A,), TREATY),
            Act("annul", (A, B), TREATY),
            Invalidity("v1", TREATY, "fraud"),
        ]
    return found
