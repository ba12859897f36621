"""Small random texts: a bilateral treaty of a few clauses, whose days all lie within two months."""

from typing import Any

from hypothesis import strategies as st

from inforce.model import (
    All,
    Bearer,
    Clause,
    ClauseIs,
    Condition,
    Deadline,
    Effect,
    Either,
    EntryIntoForce,
    Fact,
    FactHolds,
    Not,
    Notice,
    Offset,
    Quorum,
    Renewal,
    Terms,
    Treaty,
    Window,
)
from inforce.model.norm import NormKind
from inforce.temporal import Day, Span, day_from_iso

TREATY = "t"
FIRST = day_from_iso("1951-01-10")
"""The first day of every record; the next two month ends fall within the window."""

LAST = Day(FIRST + 60)
DAYS = range(FIRST - 1, LAST)
"""The days that are compared: from the day before anything happens."""

few_days = st.integers(0, 24).map(lambda n: Day(FIRST + n))
lengths = st.sampled_from((1, 3, 5, 8, 10))
spans = st.one_of(lengths.map(lambda n: Span(days=n)), st.sampled_from((Span(months=1), Span(days=20))))
offsets = lengths.map(lambda n: Offset(after=Span(days=n)))

FACTS = {
    name: Fact(name, name, nature)
    for name, nature in (
        ("met", "event"),
        ("trigger", "event"),
        ("done", "event"),
        ("flaw", "event"),
        ("aid", "state"),
        ("war", "state"),
    )
}

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


WHOLE = (FactHolds("met"), FactHolds("aid"), Not(FactHolds("aid")), All((FactHolds("met"), FactHolds("aid"))))
"""Conditions of a whole treaty."""


@st.composite
def terms(draw: st.DrawFn) -> Terms:
    """Draw final clauses: entry into force, and perhaps a term with what follows it."""
    entry = draw(entries)
    term = draw(st.one_of(st.none(), spans))
    renewal = draw(renewals) if term else None
    until = draw(st.sampled_from((None, None, None, None, *WHOLE)))
    continues = draw(st.sampled_from((None, None, None, None, *WHOLE)))
    return Terms(entry, term, renewal, until=until, continues=continues)


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
    held_back = draw(st.one_of(st.none(), st.none(), simple_conditions))
    return clause(
        name,
        "power",
        Bearer(each=True),
        verb="denounce",
        window=window,
        notice=notice,
        effect=Effect("ends", at_end),
        postponed=held_back,
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
