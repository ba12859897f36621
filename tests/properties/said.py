"""What is said of a treaty: claims by several voices on a few days, so that ties are frequent."""

from hypothesis import strategies as st
from msgspec.structs import replace

from inforce.model import (
    Act,
    ActorAt,
    Claim,
    Event,
    Finding,
    Offset,
    Proposition,
    State,
    Treaty,
)
from inforce.temporal import FOREVER, Day, Span, Stretch, UncertainDay
from tests.properties.texts import TREATY, lengths

VOICES = ("record", "v1", "v2")
A, B = ActorAt("A"), ActorAt("B")
STATES = (State("aid"), State("war", "A"), State("war", "B"))


# What may have happened


def propositions_of(treaty: Treaty) -> list[Proposition]:
    """Return everything that may be claimed to have happened in a record of a treaty."""
    found: list[Proposition] = [
        Event("met"),
        Event("trigger"),
        Event("trigger", label="#2"),
        Event("done"),
        Event("done", label="#2"),
    ]
    for clause in treaty.clauses:
        bearer = ActorAt(clause.bearer.actors[0]) if clause.bearer.actors else A
        if clause.kind == "power":
            found += [
                Act("denounce", (A,), TREATY),
                Act("denounce", (B,), TREATY, label="n1"),
                Act("denounce", (ActorAt("A", "G1"),), TREATY, label="n2"),
                Act("denounce", (A,), TREATY, label="n3"),
                Act("revoke", (B,), TREATY, ("n1",)),
                Act("revoke", (A,), TREATY, ("n3",)),
            ]
        if clause.kind == "achieve":
            found += [
                Act("perform", (bearer,), TREATY, (clause.id,)),
                Act("waive", (B,), TREATY, (clause.id,)),
                Act("waive", (A,), TREATY, (clause.id,)),
            ]
        if clause.essential:
            found += [
                Finding("record", bearer.code, TREATY, (clause.id,)),
                Act("admit", (bearer,), TREATY, (clause.id,)),
                Act("terminate", (B,), TREATY),
                Act("terminate", (A,), TREATY),
                Act("suspend", (B,), TREATY),
                Act("suspend", (A,), TREATY),
                Act("resume", (A, B), TREATY),
                Act("resume", (B,), TREATY),
            ]
    if treaty.terms.term is not None:
        found += [Act("extend", (A, B), TREATY, label="x1"), Act("extend", (A, B), TREATY, label="x2")]
    return [*found, Act("end", (A, B), TREATY), Act("end", (ActorAt("A", "G1"), B), TREATY, label="e1")]


def consents_of(treaty: Treaty) -> tuple[Act, ...]:
    """Return the acts that bring the treaty into force, and a signature besides."""
    manner = treaty.terms.entry.quorums[0].manner if treaty.terms.entry else "ratification"
    verb = {"ratification": "ratify", "signature": "sign"}[manner]
    return (Act(verb, (A,), TREATY), Act(verb, (B,), TREATY))


# What is said of it


Days = st.SearchStrategy[Day]
"""The few days of one record, from which all its dates are drawn: so that they often coincide."""


@st.composite
def uncertain_days(draw: st.DrawFn, days: Days) -> UncertainDay:
    """Draw when something happened: mostly a range of a few days, sometimes doubtful."""
    first = draw(days)
    width, doubt = draw(st.sampled_from((0, 1, 2, 3))), draw(st.sampled_from((False, False, True)))
    return UncertainDay(((first, Day(first + width)),), doubt)


def exact_days(days: Days) -> st.SearchStrategy[UncertainDay]:
    """Draw a day that is known."""
    return days.map(lambda day: UncertainDay(((day, day),)))


@st.composite
def open_claims(draw: st.DrawFn, proposition: Proposition, name: str, days: Days) -> list[Claim]:
    """Draw one to three voices about one thing: uncertain, conflicting, denied."""
    voices = draw(st.lists(st.sampled_from(VOICES), min_size=1, max_size=3, unique=True))
    claims = []
    for turn, voice in enumerate(voices):
        against = turn > 0 and draw(st.sampled_from((False, False, True)))
        dated = draw(st.booleans()) if against else True
        when = draw(st.one_of(exact_days(days), uncertain_days(days))) if dated else None
        claims.append(Claim(f"{name}.{turn}", proposition, voice, when, against=bool(against)))
    return claims


@st.composite
def state_claims(draw: st.DrawFn, state: State, name: str, days: Days, *, is_open: bool) -> list[Claim]:
    """Draw one stretch on which a state held, or what two voices say of it where it is open."""
    voices = draw(st.lists(st.sampled_from(VOICES), min_size=1, max_size=2 if is_open else 1, unique=True))
    claims = []
    for turn, voice in enumerate(voices):
        width = draw(st.sampled_from((0, 1, 2))) if is_open else 0
        stretch: Stretch | None = draw(stretches(days, width))
        against = turn > 0 and draw(st.booleans())
        if against:
            stretch = draw(st.one_of(st.none(), stretches(days, 0)))
        claims.append(Claim(f"{name}.{turn}", state, voice, stretch=stretch, against=bool(against)))
    return claims


@st.composite
def stretches(draw: st.DrawFn, days: Days, width: int) -> Stretch:
    """Draw a stretch whose ends are uncertain by a few days; one in four has no end."""
    first, second = draw(days), draw(days)
    start, stop = min(first, second), max(first, second)
    if draw(st.integers(0, 3)) == 0:
        return Stretch(_within(start, width), UncertainDay(((FOREVER, FOREVER),)), open_end=True)
    return Stretch(_within(start, width), _within(stop, width))


def _within(first: Day, width: int) -> UncertainDay:
    return UncertainDay(((first, Day(first + width)),))


def claims_about(
    proposition: Proposition, name: str, days: Days, *, is_open: bool
) -> st.SearchStrategy[list[Claim]]:
    """Return a strategy for what is said about one thing: open, or one exact claim of the record."""
    if isinstance(proposition, State):
        return state_claims(proposition, name, days, is_open=is_open)
    if isinstance(proposition, Act) and proposition.verb == "extend":
        opened = open_claims(proposition, name, days) if is_open else exact_claim(proposition, name, days)
        return st.builds(extended, opened, lengths)
    if is_open:
        return open_claims(proposition, name, days)
    if isinstance(proposition, Act) and proposition.verb == "denounce":
        return st.builds(
            counted, exact_claim(proposition, name, days), st.none() | ahead(), st.none() | ahead()
        )
    return exact_claim(proposition, name, days)


def exact_claim(proposition: Proposition, name: str, days: Days) -> st.SearchStrategy[list[Claim]]:
    """Return a strategy for one exact claim of the record."""
    return exact_days(days).map(lambda when: [Claim(name, proposition, "record", when)])


def extended(claims: list[Claim], days: int) -> list[Claim]:
    """Return claims of an extension, by so many days."""
    return [replace(claim, offset=Offset(after=Span(days=days))) for claim in claims]


def ahead() -> st.SearchStrategy[tuple[int, int]]:
    """Draw a stretch of days ahead of an act: to the first, and its width."""
    return st.tuples(st.sampled_from((1, 2, 4)), st.sampled_from((0, 0, 2)))


def counted(
    claims: list[Claim], effect: tuple[int, int] | None, counting: tuple[int, int] | None
) -> list[Claim]:
    """Return claims of a notice that names the day of its effect, or from which its time is counted."""
    return [
        replace(claim, effect=_ahead(claim.when, effect), counting_from=_ahead(claim.when, counting))
        for claim in claims
    ]


def _ahead(when: UncertainDay | None, days: tuple[int, int] | None) -> UncertainDay | None:
    return _within(Day(when.last + days[0]), days[1]) if when and days else None
