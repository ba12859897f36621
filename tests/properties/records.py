"""Small random records: a treaty, what is said of it, and a view of that."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from msgspec.structs import replace

from inforce.model import (
    Actor,
    Book,
    Claim,
    Clause,
    Condition,
    GovernmentClaim,
    Proposition,
    Reading,
    Speaker,
    Treaty,
    View,
)
from inforce.temporal import Day
from tests.properties.early import EARLY_RULES, early_propositions_of, early_treaties, signatures
from tests.properties.said import (
    STATES,
    VOICES,
    claims_about,
    consents_of,
    exact_days,
    propositions_of,
    uncertain_days,
)
from tests.properties.texts import FACTS, FIRST, TREATY, few_days, some_conditions, treaties


@dataclass(frozen=True)
class Record:
    """A book with one treaty and one view, and how its claims are heard."""

    book: Book
    view: View

    @property
    def treaty(self) -> Treaty:
        return self.book.treaties[TREATY]

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.book.claims


# Views, governments, readings


@st.composite
def views(draw: st.DrawFn) -> View:
    """Draw a view: who is heard in which order, who speaks for A, which rules apply."""
    tiers = draw(
        st.sampled_from(
            (
                None,
                None,
                (VOICES,),
                (("v1",), ("v2", "record")),
                (("record", "v1"), ("v2",)),
                (("record",), ("v1",)),
            )
        )
    )
    without = draw(
        st.sampled_from(((), (), ("executed-acts-stay",), ("material-breach",), ("consent-of-the-parties",)))
    )
    turn = draw(few_days)
    own = (Speaker("A", "G1", None, turn), Speaker("A", "G2", turn, None))
    speakers = draw(st.sampled_from(((), (), own)))
    return View("v", "A view", tiers, speakers, None, without)


@st.composite
def actors(draw: st.DrawFn) -> dict[str, Actor]:
    """Draw the two parties and one or two governments that are claimed to speak for A."""
    since = draw(st.one_of(st.none(), exact_days(few_days), uncertain_days(few_days)))
    voice = draw(st.sampled_from(VOICES))
    first = GovernmentClaim("A", "record")
    second = GovernmentClaim("A", voice, since)
    governments = {"G1": (first,), "G2": draw(st.sampled_from(((), (second,))))}
    named = {code: Actor(code, code, governments=found) for code, found in governments.items()}
    return {"A": Actor("A", "A"), "B": Actor("B", "B"), **named}


@st.composite
def readings(draw: st.DrawFn, treaty: Treaty) -> tuple[Reading, ...]:
    """Draw sometimes one other reading of one clause: it drops or adds a condition."""
    if draw(st.integers(0, 4)):
        return ()
    read = draw(st.sampled_from(treaty.clauses))
    other = clause_read(read, draw(some_conditions))
    return (Reading("v2", other),)


def clause_read(read: Clause, once: tuple[Condition, ...]) -> Clause:
    """Return a clause with other conditions precedent."""
    return replace(read, once=once)


@st.composite
def records(draw: st.DrawFn, most_open: int = 2) -> Record:
    """Draw a record in which at most a few things are open."""
    treaty = draw(treaties())
    chosen = draw(st.lists(st.sampled_from(propositions_of(treaty)), max_size=6, unique=True))
    states = draw(st.lists(st.sampled_from(STATES), max_size=2, unique=True))
    return draw(records_of(treaty, (*consents_of(treaty), *chosen, *states), draw(views()), most_open))


@st.composite
def early_records(draw: st.DrawFn, most_open: int = 2) -> Record:
    """Draw a record of a treaty that is applied before it is in force, refused, or void."""
    treaty = draw(early_treaties())
    things = early_propositions_of(treaty)
    others = draw(st.lists(st.sampled_from(propositions_of(treaty)), max_size=2, unique=True))
    chosen = draw(st.lists(st.sampled_from(things), min_size=1, max_size=5, unique=True))
    consents = draw(st.sampled_from(((), consents_of(treaty), consents_of(treaty)[:1], consents_of(treaty))))
    states = draw(st.lists(st.sampled_from(STATES), max_size=1, unique=True))
    whole = dict.fromkeys((*signatures(treaty), *chosen, *consents, *others, *states))
    without = draw(st.sampled_from(("", "", "", *EARLY_RULES)))
    view = draw(views())
    view = replace(view, without=(*view.without, without)) if without else view
    return draw(records_of(treaty, tuple(whole), view, most_open))


@st.composite
def records_of(
    draw: st.DrawFn, treaty: Treaty, whole: Sequence[Proposition], view: View, most_open: int
) -> Record:
    """Draw what is said of the things that may have happened; the first two come early."""
    open_ones = draw(st.sets(st.integers(0, len(whole) - 1), max_size=most_open))
    days = st.sampled_from(draw(st.lists(few_days, min_size=3, max_size=7, unique=True).map(sorted)))
    claims: list[Claim] = []
    for turn, proposition in enumerate(whole):
        when = days if turn > 1 else days.map(lambda day: Day(FIRST + (day - FIRST) // 4))
        claims += draw(claims_about(proposition, f"c{turn}", when, is_open=turn in open_ones))
    book = Book(
        {TREATY: treaty}, draw(actors()), {}, {}, FACTS, {"v": view}, draw(readings(treaty)), tuple(claims)
    )
    return Record(book, view)


def is_split(record: Record) -> bool:
    """Whether cases can cover all that is open, day by day: neither a state nor a government has uncertain ends."""
    stretches = [claim.stretch for claim in record.claims if claim.stretch]
    since = [item.since for actor in record.book.actors.values() for item in actor.governments if item.since]
    named = [day for claim in record.claims for day in (claim.effect, claim.counting_from) if day]
    ends = [end for stretch in stretches for end in (stretch.start, stretch.stop)]
    return all(day.is_exact for day in (*since, *named, *ends))
