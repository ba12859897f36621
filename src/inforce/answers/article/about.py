"""Which claims, facts and views of a book are about one treaty."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from inforce.model import (
    RECORD,
    Act,
    Book,
    Claim,
    CountsAs,
    Event,
    Fact,
    Finding,
    Invalidity,
    Outcome,
    Proposition,
    Speaks,
    State,
    Treaty,
    View,
)
from inforce.temporal import FOREVER, Day

_WORD = re.compile(r"[\w.-]+")


class Occurrence(Struct, frozen=True):
    """One thing that is said to have happened or held, with every claim about it."""

    proposition: Proposition
    claims: tuple[Claim, ...]

    @property
    def first(self) -> Day:
        """The first day that any claim gives."""
        return min((day_of(claim) for claim in self.claims), default=FOREVER)


def day_of(claim: Claim) -> Day:
    """Return the day by which a claim is put in order; what has no day comes last."""
    if claim.when is not None:
        return claim.when.first
    return claim.stretch.start.first if claim.stretch else FOREVER


def occurrences(claims: Iterable[Claim]) -> tuple[Occurrence, ...]:
    """Put the claims about one thing together, in the order in which the things happened."""
    found: dict[Proposition, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.proposition, []).append(claim)
    things = [Occurrence(about, tuple(said)) for about, said in found.items()]
    return tuple(sorted(things, key=lambda thing: thing.first))


def claims_about(book: Book, treaty: Treaty) -> tuple[Claim, ...]:
    """Return the claims about a treaty: those recorded under it, on it, or on a fact that its clauses name."""
    facts = facts_of(book, treaty)
    found = tuple(claim for claim in book.claims if _is_about(claim, treaty, facts))
    labels = {claim.id.split("@")[0] for claim in found}
    counted = (
        claim
        for claim in book.claims
        if isinstance(claim.proposition, CountsAs) and claim.proposition.act in labels
    )
    return tuple(dict.fromkeys((*found, *counted)))


def _is_about(claim: Claim, treaty: Treaty, facts: frozenset[str]) -> bool:
    if claim.under == treaty.id:
        return True
    match claim.proposition:
        case Act(treaty=about) | Finding(treaty=about) | Invalidity(treaty=about) | Outcome(treaty=about):
            return about == treaty.id
        case Event(fact=fact) | State(fact=fact):
            return fact in facts
        case Speaks(state=state):
            return state in treaty.parties
    return False


def facts_of(book: Book, treaty: Treaty) -> frozenset[str]:
    """Return the facts that the clauses of a treaty, and readings of them, turn on, however far down."""
    found: set[str] = set()
    waiting = [word for text in _texts(book, treaty) for word in _WORD.findall(text)]
    while waiting:
        fact = book.facts.get(waiting.pop())
        if fact is not None and fact.id not in found:
            found.add(fact.id)
            waiting.extend(_facts_under(fact))
    return frozenset(found)


def _texts(book: Book, treaty: Treaty) -> Iterator[str]:
    for clause in treaty.clauses:
        yield from (line.text for line in clause.said)
    for reading in book.readings:
        if reading.clause.treaty == treaty.id:
            yield from reading.lines


def _facts_under(fact: Fact) -> Iterator[str]:
    waiting: list[object] = [fact.definition]
    while waiting:
        item = waiting.pop()
        if name := getattr(item, "fact", ""):
            yield name
        waiting.extend(filter(None, (getattr(item, "condition", None),)))
        waiting.extend(getattr(item, "conditions", ()))


def views_about(book: Book, treaty: Treaty, claims: Iterable[Claim]) -> tuple[View, ...]:
    """Return the views of a book that have something to say of a treaty."""
    voices = {claim.voice for claim in claims} - {RECORD}
    concerned = voices | set(treaty.parties)
    beside = (book.views[name] for name in book.views_beside(treaty.id) if name in book.views)
    return tuple(view for view in beside if concerned & set(_named(view)))


def _named(view: View) -> Iterator[str]:
    for tier in view.tiers or ():
        yield from tier
    yield from (speaker.state for speaker in view.speakers)
