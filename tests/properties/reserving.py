"""Small random records of a treaty of many: consents with reservations, and what the others say of these."""

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from inforce.model import (
    Act,
    Actor,
    ActorAt,
    Bearer,
    Book,
    Claim,
    Clause,
    EntryIntoForce,
    Finding,
    Proposition,
    Quorum,
    Reservability,
    Terms,
    Treaty,
    View,
)
from inforce.temporal import Day, UncertainDay, day_from_iso

TREATY = "many"
PARTIES = ("A", "B", "C")
CLAUSES = ("1", "2")
FIRST = day_from_iso("2000-01-01")
RULES = ("severed", "void", "")
"""What follows from an impermissible reservation in a view; the empty one leaves it open."""

days = st.sampled_from((0, 1, 2, 3, 40, 200, 366, 367, 368, 500)).map(lambda n: Day(FIRST + n))
_SIDES = (("A", "B"), ("A", "B"), ("A", "C"), ("B", "A"), ("C", "B"))
"""Whose reservation an act is about, and who acts; a few sides, so that acts meet."""

some_clauses = st.sampled_from(((), ("1",), ("2",), ("1", "2")))


@dataclass(frozen=True)
class Way:
    """One way in which a thing may have been: its day, or never, and what it says of reservations."""

    day: int | None
    reserving: tuple[str, ...] = ()
    opposes: bool = False
    received: int | None = None


@dataclass(frozen=True)
class Thing:
    """Something that is claimed to have happened, and every way in which that leaves it."""

    about: Proposition
    ways: tuple[Way, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Reserving:
    """A record: what is in it, what the treaty says of reservations, what a view makes of impermissible ones."""

    things: tuple[Thing, ...]
    says: Reservability | None
    rule: str
    silence: bool

    @property
    def book(self) -> Book:
        """The record as a book."""
        claims = tuple(claim for thing in self.things for claim in thing.claims)
        treaty = Treaty(TREATY, "T", PARTIES, terms=TERMS, clauses=tuple(clauses_of(self.says)))
        actors = {code: Actor(code, code) for code in (*PARTIES, "COURT")}
        return Book({TREATY: treaty}, actors, {}, {}, {}, {"v": self.view}, (), claims)

    @property
    def view(self) -> View:
        """The view in which it is asked."""
        named = {
            "severed": "impermissible-reservation-is-severed",
            "void": "impermissible-reservation-voids-consent",
        }
        silence = ("silence-accepts-a-reservation",) if self.silence else ()
        chosen = (named[self.rule],) if self.rule else ()
        return View("v", "A view", None, (), ("reservation-between-two", *silence, *chosen))


TERMS = Terms(EntryIntoForce("upon deposit by 2 states", (Quorum("deposit", number=2),)))


def clauses_of(says: Reservability | None) -> Iterator[Clause]:
    """Yield the clauses of the treaty: two duties, and what it says of reservations."""
    for name in CLAUSES:
        yield Clause(name, TREATY, "", "maintain", Bearer(each=True), name)
    if says is not None:
        yield Clause("9", TREATY, "", "constitutive", Bearer(subject="reservations"), "9", reservability=says)


@st.composite
def things(draw: st.DrawFn, about: Proposition, name: str, *, is_open: bool) -> Thing:
    """Draw what is said of one thing: plainly, on an uncertain day, denied, or with rival particulars."""
    day, way = draw(days), draw(ways_of(about))
    how = draw(st.sampled_from(("range", "denied", "rivals"))) if is_open else ""
    if how == "range":
        span = range(day, day + 3)
        claim = claim_of(about, f"{name}", "record", (Day(day), Day(day + 2)), way)
        return Thing(about, tuple(at(way, each) for each in span), (claim,))
    said = claim_of(about, name, "record", (day, day), way)
    if how == "denied":
        denial = Claim(f"{name}-no", about, "v1", against=True)
        return Thing(about, (at(way, day), Way(None)), (said, denial))
    if how == "rivals":
        other = draw(ways_of(about))
        rival = claim_of(about, f"{name}-v1", "v1", (day, day), other)
        return Thing(about, tuple(dict.fromkeys((at(way, day), at(other, day)))), (said, rival))
    return Thing(about, (at(way, day),), (said,))


def at(way: Way, day: int) -> Way:
    """Return a way on a day."""
    return Way(day, way.reserving, way.opposes, way.received)


@st.composite
def ways_of(draw: st.DrawFn, about: Proposition) -> Way:
    """Draw the particulars that an act of this kind may have."""
    verb = about.verb if isinstance(about, Act) else ""
    if verb == "deposit":
        return Way(None, draw(some_clauses))
    if verb == "object":
        return Way(None, opposes=draw(st.booleans()))
    return Way(None, received=draw(st.one_of(st.none(), days)) if verb.startswith("withdraw") else None)


def claim_of(about: Proposition, name: str, voice: str, when: tuple[Day, Day], way: Way) -> Claim:
    """Return a claim of a thing with its particulars."""
    verb = about.verb if isinstance(about, Act) else ""
    return Claim(
        name,
        about,
        voice,
        when=UncertainDay((when,)),
        received=UncertainDay(((Day(way.received), Day(way.received)),))
        if way.received is not None
        else None,
        reserving=way.reserving if verb == "deposit" else None,
        opposes=way.opposes if verb == "object" else None,
    )


@st.composite
def abouts(draw: st.DrawFn) -> list[Proposition]:
    """Draw what may have happened: deposits first, then acts upon the reservations that they may make."""
    found: list[Proposition] = [Act("deposit", (ActorAt(party),), TREATY) for party in PARTIES]
    if draw(st.booleans()):
        found.append(Act("deposit", (ActorAt("A"),), TREATY, label="again-2"))
    if draw(st.booleans()):  # an objection after an acceptance, or before
        found += [
            Act(verb, (ActorAt("B"),), TREATY, (), "A", f"again-b{verb}")
            for verb in ("accept-reservation", "object")
        ]
    for turn in range(draw(st.integers(0, 3))):
        party, other = draw(st.sampled_from(_SIDES))
        verb = draw(
            st.sampled_from(
                (
                    "object",
                    "object",
                    "accept-reservation",
                    "withdraw-reservation",
                    "withdraw-objection",
                    "find",
                )
            )
        )
        clauses = draw(some_clauses)
        label = f"again-{turn + 3}"
        if verb == "find":
            found.append(Finding("COURT", party, TREATY, clauses or ("1",), label, "reservation"))
        elif verb == "withdraw-reservation":
            found.append(Act(verb, (ActorAt(party),), TREATY, clauses, label=label))
        else:
            found.append(Act(verb, (ActorAt(other),), TREATY, clauses, party, label))
    return found


@st.composite
def reservings(draw: st.DrawFn, most_open: int) -> Reserving:
    """Draw a record in which at most a few things are open."""
    whole = draw(abouts())
    open_ones = draw(st.sets(st.integers(0, len(whole) - 1), max_size=most_open))
    found = tuple(
        draw(things(about, f"c{turn}", is_open=turn in open_ones)) for turn, about in enumerate(whole)
    )
    says = draw(
        st.sampled_from(
            (
                None,
                None,
                Reservability("forbidden", ("1",)),
                Reservability("only", ("2",)),
                Reservability("forbidden"),
            )
        )
    )
    return Reserving(found, says, draw(st.sampled_from(RULES)), draw(st.booleans()))
