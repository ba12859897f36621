"""Small random records: a bilateral treaty, a view, and claims on a few days, so that ties are frequent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from inforce.model import (
    Act,
    Actor,
    ActorAt,
    All,
    Bearer,
    Book,
    Claim,
    Clause,
    ClauseIs,
    Condition,
    Deadline,
    Effect,
    Either,
    EntryIntoForce,
    Event,
    Fact,
    FactHolds,
    Finding,
    GovernmentClaim,
    Not,
    Notice,
    Offset,
    Proposition,
    Quorum,
    Reading,
    Renewal,
    Speaker,
    State,
    Terms,
    Treaty,
    View,
    Window,
)
from inforce.model.norm import NormKind
from inforce.temporal import FOREVER, Day, Span, Stretch, UncertainDay, day_from_iso

TREATY = "t"
FIRST = day_from_iso("1951-01-10")
"""The first day of every record; the next two month ends fall within the window."""

LAST = Day(FIRST + 60)
DAYS = range(FIRST - 1, LAST)
"""The days that are compared: from the day before anything happens."""

VOICES = ("record", "v1", "v2")
A, B = ActorAt("A"), ActorAt("B")


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


few_days = st.integers(0, 24).map(lambda n: Day(FIRST + n))
lengths = st.sampled_from((1, 3, 5, 8, 10))
spans = st.one_of(lengths.map(lambda n: Span(days=n)), st.sampled_from((Span(months=1), Span(days=20))))
offsets = lengths.map(lambda n: Offset(after=Span(days=n)))


# The text

manners = st.sampled_from(("ratification", "ratification", "signature"))
entries = st.one_of(
    st.none(),
    st.builds(
        lambda manner, days: EntryIntoForce(
            f"upon {manner}", (Quorum(manner, each_party=True),), Offset(after=Span(days=days))
        ),
        manners,
        st.sampled_from((0, 0, 0, 3)),
    ),
)
renewals = st.one_of(
    st.none(),
    st.just(Renewal()),
    st.builds(Renewal, spans),
    st.builds(Renewal, spans, st.just(1)),
)


@st.composite
def terms(draw: st.DrawFn) -> Terms:
    """Draw final clauses: entry into force, and perhaps a term with what follows it."""
    entry = draw(entries)
    term = draw(st.one_of(st.none(), spans))
    renewal = draw(renewals) if term else None
    return Terms(entry, term, renewal)


simple_conditions: st.SearchStrategy[Condition] = st.sampled_from(
    (
        FactHolds("met"),
        FactHolds("aid"),
        Not(FactHolds("aid")),
        FactHolds("war", "the other"),
        Not(FactHolds("war", "either")),
        All((FactHolds("met"), FactHolds("aid"))),
        Either((FactHolds("met"), FactHolds("war", "it"))),
    )
)
some_conditions = st.lists(simple_conditions, max_size=1).map(tuple)
LASTING: tuple[NormKind, ...] = ("maintain", "prohibition")
OTHER: tuple[NormKind, ...] = ("permission", "constitutive")
bearers = st.sampled_from((Bearer(actors=("A",)), Bearer(actors=("B",)), Bearer(each=True)))


def clause(name: str, kind: NormKind, bearer: Bearer, **lines: Any) -> Clause:
    """Return a clause of the treaty with some lines."""
    return Clause(name, TREATY, "", kind, bearer, f"clause {name}", **lines)


@st.composite
def achieve_clauses(draw: st.DrawFn, name: str) -> Clause:
    """Draw a duty to achieve, perhaps recurring, perhaps with a deadline."""
    each_time = draw(st.sampled_from(("", "trigger")))
    offset = draw(offsets)
    deadline: Deadline | None = Deadline(offset)
    if not each_time:
        fixed = Deadline(Offset(on=draw(few_days)))
        deadline = draw(
            st.sampled_from((None, deadline, deadline, Deadline(offset, "entry into force"), fixed))
        )
    done = draw(st.sampled_from((FactHolds("done"), FactHolds("done"), Not(FactHolds("aid")))))
    once = draw(some_conditions)
    return clause(
        name,
        "achieve",
        draw(bearers),
        each_time=each_time,
        deadline=deadline,
        performed_by=done,
        once=once,
        essential=draw(st.booleans()),
    )


@st.composite
def lasting_clauses(draw: st.DrawFn, name: str) -> Clause:
    """Draw a norm to keep to, or a prohibition, with conditions and a breach."""
    kind: NormKind = draw(st.sampled_from(LASTING))
    broken = draw(st.sampled_from((None, FactHolds("war", "it"), FactHolds("aid"))))
    once, so_long = draw(some_conditions), draw(some_conditions)
    until = draw(st.sampled_from(((), (), (FactHolds("met"),))))
    return clause(
        name,
        kind,
        draw(bearers),
        once=once,
        so_long_as=so_long,
        until=until,
        breached_while=broken,
        essential=draw(st.booleans()),
    )


@st.composite
def other_clauses(draw: st.DrawFn, name: str) -> Clause:
    """Draw a permission or a constitutive clause."""
    kind: NormKind = draw(st.sampled_from(OTHER))
    verb = draw(st.sampled_from(("passes", "is"))) if kind == "constitutive" else "visit"
    first = clause("1", "achieve", Bearer(actors=("A",)))
    depends = (ClauseIs(first.id, ("performed", "owed", "exercised")),)
    once = draw(st.one_of(some_conditions, st.just(depends if name != "1" else ())))
    return clause(name, kind, draw(bearers), verb=verb, once=once)


@st.composite
def leaving_clauses(draw: st.DrawFn, name: str, renewal: Renewal | None, *, has_term: bool) -> Clause:
    """Draw a power to denounce: at once, by notice, at the end of a term, within a window."""
    how = (
        draw(st.sampled_from(("at once", "notice", "end", "window")))
        if has_term
        else draw(st.sampled_from(("at once", "notice")))
    )
    notice = Notice(draw(offsets)) if how == "notice" or (draw(st.booleans()) and how == "window") else None
    back = Offset(before=Span(days=draw(st.sampled_from((0, 1, 2)))))
    running = (
        renewal is not None and renewal.period is not None and renewal.times is None and draw(st.booleans())
    )
    term = "running" if running else "first"
    window, at_end = None, ""
    if how == "end":
        window, at_end = Window(term, latest=back), term
    elif how == "window":
        window = draw(st.sampled_from((Window("first", latest=back), Window("first", earliest=Offset()))))
    conditions = draw(some_conditions)
    lines = {"once": conditions} if draw(st.booleans()) else {"so_long_as": conditions}
    return clause(
        name,
        "power",
        Bearer(each=True),
        verb="denounce",
        window=window,
        notice=notice,
        effect=Effect("ends", at_end),
        **lines,
    )


@st.composite
def treaties(draw: st.DrawFn) -> Treaty:
    """Draw a bilateral treaty of two to four clauses."""
    final = draw(terms())
    found = []
    for number in range(1, 2 + draw(st.integers(1, 3))):
        name = str(number)
        leaving = leaving_clauses(name, final.renewal, has_term=final.term is not None)
        found.append(
            draw(st.one_of(achieve_clauses(name), lasting_clauses(name), other_clauses(name), leaving))
        )
    return Treaty(TREATY, "A treaty", ("A", "B"), terms=final, clauses=tuple(found))


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


FACTS = {
    name: Fact(name, name, nature)
    for name, nature in (
        ("met", "event"),
        ("trigger", "event"),
        ("done", "event"),
        ("aid", "state"),
        ("war", "state"),
    )
}
STATES = (State("aid"), State("war", "A"), State("war", "B"))


@st.composite
def records(draw: st.DrawFn, most_open: int = 2) -> Record:
    """Draw a record in which at most a few things are open."""
    treaty = draw(treaties())
    chosen = draw(st.lists(st.sampled_from(propositions_of(treaty)), max_size=6, unique=True))
    states = draw(st.lists(st.sampled_from(STATES), max_size=2, unique=True))
    whole: Sequence[Proposition] = (*consents_of(treaty), *chosen, *states)
    open_ones = draw(st.sets(st.integers(0, len(whole) - 1), max_size=most_open))
    days = st.sampled_from(draw(st.lists(few_days, min_size=3, max_size=7, unique=True).map(sorted)))
    claims: list[Claim] = []
    for turn, proposition in enumerate(whole):
        when = days if turn > 1 else days.map(lambda day: Day(FIRST + (day - FIRST) // 4))
        claims += draw(claims_about(proposition, f"c{turn}", when, is_open=turn in open_ones))
    view = draw(views())
    book = Book(
        {TREATY: treaty}, draw(actors()), {}, {}, FACTS, {"v": view}, draw(readings(treaty)), tuple(claims)
    )
    return Record(book, view)


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


def is_split(record: Record) -> bool:
    """Whether cases can cover all that is open, day by day: neither a state nor a government has uncertain ends."""
    stretches = [claim.stretch for claim in record.claims if claim.stretch]
    since = [item.since for actor in record.book.actors.values() for item in actor.governments if item.since]
    return all(end.is_exact for stretch in stretches for end in (stretch.start, stretch.stop)) and all(
        day.is_exact for day in since
    )
