"""Every resolution of the same evidence: one alternative of each dispute, one day of each thing (design, S2, S9).

Read from the design alone; it shares nothing with what the engine does to hear claims.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import prod
from typing import TypeVar

from inforce.model import ALL_VOICES, Actor, Book, Claim, Clause, GovernmentClaim, Proposition, State, View
from inforce.temporal import BEGINNING, Day, Span, Stretch, UncertainDay
from tests.properties.world import World, later

NEVER = None
"""Stands among the days for: it never happened."""

Days = frozenset[int | None]
Held = frozenset[int]
Ends = frozenset[tuple[int, int]]
K = TypeVar("K")
V = TypeVar("V")
Turns = tuple[str, ...]
"""Which government speaks on each day of the window."""


@dataclass(frozen=True)
class Evidence:
    """What a view leaves open: for each thing, the ways in which it may have been."""

    happened: Mapping[Proposition, tuple[int | None, ...]]
    held: Mapping[State, tuple[Held, ...]]
    speakers: Mapping[str, tuple[Turns, ...]]
    read: Mapping[str, tuple[Clause, ...]]
    effects: Mapping[Proposition, tuple[int, ...]]
    counted: Mapping[Proposition, tuple[int, ...]]
    lengths: Mapping[Proposition, Span]
    short_works: Mapping[Proposition, tuple[bool, ...]]
    window: range

    @property
    def count(self) -> int:
        """How many resolutions there are."""
        opened = (
            self.happened,
            self.held,
            self.speakers,
            self.read,
            self.effects,
            self.counted,
            self.short_works,
        )
        return prod(len(ways) for found in opened for ways in found.values())


# Knowing and hearing


def tier_of(view: View, voice: str) -> int | None:
    """Return the place of a voice in a view; None if it is not heard."""
    if view.tiers is None:
        return 0
    return next((place for place, voices in enumerate(view.tiers) if voice in voices), None)


def is_known(claim: Claim, known: Day | None) -> tuple[bool, ...]:
    """Return whether a claim was known by a day: surely, surely not, or either."""
    since = claim.known or claim.said or claim.when or (claim.stretch.start if claim.stretch else None)
    if known is None or since is None or (since.last <= known and not since.doubtful):
        return (True,)
    return (True, False) if since.first <= known else (False,)


def knowable(claims: Sequence[Claim], known: Day | None) -> Iterator[list[Claim]]:
    """Yield each set of claims that may have been known by a day."""
    for kept in product(*(is_known(claim, known) for claim in claims)):
        yield [claim for claim, is_kept in zip(claims, kept, strict=True) if is_kept]


def by_tier(claims: Sequence[Claim], view: View) -> list[list[Claim]]:
    """Return the claims that a view hears, the highest tier first."""
    places = sorted({place for claim in claims if (place := tier_of(view, claim.voice)) is not None})
    return [[claim for claim in claims if tier_of(view, claim.voice) == place] for place in places]


def largest_groups(
    claims: Sequence[Claim], fit: Callable[[tuple[Claim, ...]], bool]
) -> list[tuple[Claim, ...]]:
    """Return the groups of claims that fit together and to which no other claim can be added."""
    kept: list[tuple[Claim, ...]] = []
    for size in range(len(claims), 0, -1):
        for group in combinations(claims, size):
            if fit(group) and not any(set(group) <= set(larger) for larger in kept):
                kept.append(group)
    return kept


# Things that happen on a day


def days_left_open(claims: Sequence[Claim], view: View) -> Days:
    """Return the days on which a thing may have happened, by what a view hears; the highest tier decides."""
    tiers = by_tier(claims, view)
    if not any(not claim.against for said in tiers for claim in said):
        return frozenset({NEVER})
    every = frozenset(day for said in tiers for claim in said if not claim.against for day in days_of(claim))
    found: set[int | None] = set()
    for group in largest_groups(tiers[0], lambda claims: bool(days_together(claims, every))):
        left_open = days_together(group, every)
        for lower in tiers[1:]:
            left_open = narrowed(left_open, lower, every)
        found |= left_open
    return frozenset(found)


def days_together(claims: Sequence[Claim], every: Held) -> Days:
    """Return what claims leave open if all are true; nothing if they contradict each other.

    Doubt is not denial: what is doubtful may never have been, but narrows nothing that is firm, and two doubts
    about different days do not agree that it never was. A mere denial leaves what others, not heard yet, assert.
    """
    denied = denied_by(claims, every)
    asserted = [claim for claim in claims if not claim.against]
    if not asserted:
        return frozenset({*(every - denied), NEVER})
    shared = set.intersection(*(set(days_of(claim)) for claim in asserted)) - denied
    firm = [days_of(claim) for claim in asserted if claim.when and not claim.when.doubtful]
    if firm:
        return frozenset(frozenset.intersection(*firm) - denied if shared else ())
    return frozenset({*shared, NEVER} if shared or len(asserted) < len(claims) else ())


def days_of(claim: Claim) -> Held:
    """Return the candidate days of a claim."""
    ranges = claim.when.candidates if claim.when else ()
    return frozenset(day for first, last in ranges for day in range(first, last + 1))


def denied_by(claims: Sequence[Claim], every: Held) -> Held:
    """Return the days that denials take away; one without a date takes them all."""
    return frozenset().union(*(days_of(claim) if claim.when else every for claim in claims if claim.against))


def narrowed(decided: Days, lower: Sequence[Claim], every: Held) -> Days:
    """Let lower claims narrow what is decided, never contradict it; where they differ, each may be right.

    They agree among themselves as those of the highest tier do: two doubts about different days do not agree that it
    never was, and doubt narrows nothing that is firm, here or above. What contradicts the decision is not heard.
    """
    firm_above = NEVER not in decided
    fitting = [
        claim
        for claim in lower
        if decided & days_together([claim], every)
        and not (firm_above and claim.when and claim.when.doubtful and not claim.against)
    ]
    groups = largest_groups(fitting, lambda claims: bool(days_together(claims, every)))
    left = frozenset[int | None]().union(*(decided & days_together(group, every) for group in groups))
    return left or decided


# States that last


def ways_held(claims: Sequence[Claim], view: View, window: range) -> frozenset[Held]:
    """Return the sets of days on which a state may have held; its ends are not disputed apart (S8)."""
    tiers = by_tier(claims, view)
    asserting = [said for said in tiers if any(not claim.against for claim in said)]
    if not asserting:
        return frozenset({Held()})
    deciding = [claim for claim in asserting[0] if not claim.against]
    doubtful = any(is_doubtful(claim.stretch) for claim in deciding)
    ways = {Held()} if doubtful else set()
    for group in largest_groups(deciding, lambda claims: bool(ends_together(claims))):
        ways |= {
            frozenset(day for day in window if start <= day <= stop) for start, stop in ends_together(group)
        }
    for said in tiers[: tiers.index(asserting[0]) + 1]:
        for claim in said:
            if claim.against:
                ways = after_denial(ways, claim, window, alone=said is not asserting[0])
    return frozenset(ways)


def ends_together(claims: Sequence[Claim]) -> Ends:
    """Return the first and last days that all the claims leave open."""
    return frozenset.intersection(*(ends_of(claim.stretch) for claim in claims if claim.stretch))


def ends_of(stretch: Stretch) -> Ends:
    """Return every first and last day of a stretch, start not after stop."""
    starts, stops = ([*_days(end)] for end in (stretch.start, stretch.stop))
    return frozenset((start, stop) for start in starts for stop in stops if start <= stop)


def _days(end: UncertainDay) -> Iterator[int]:
    return (day for first, last in end.candidates for day in range(first, last + 1))


def is_doubtful(stretch: Stretch | None) -> bool:
    """Whether an end of a stretch is doubtful."""
    return stretch is not None and (stretch.start.doubtful or stretch.stop.doubtful)


def after_denial(ways: set[Held], claim: Claim, window: range, *, alone: bool) -> set[Held]:
    """Return the ways left by a denial: of all, if it has no date, else of its days; alone, it decides."""
    denied = frozenset(window)
    if claim.stretch:
        spans = ends_of(claim.stretch)
        denied = frozenset(day for day in window if any(start <= day <= stop for start, stop in spans))
    true_together = {way for way in ways if not way & denied}
    if true_together and claim.stretch:
        return true_together
    without = {way - denied for way in ways}
    return without if alone else ways | without


# Who speaks, and how a text is read


def turns(state: str, book: Book, view: View, window: range) -> frozenset[Turns]:
    """Return who may speak for a state, day by day; a line of the view outranks every claim (S11)."""
    own = [speaker for speaker in view.speakers if speaker.state == state]
    if own:
        return frozenset({tuple(speaker_on(day, own_spans(view, state)) for day in window)})
    claimed = [
        (actor, item) for actor in book.actors.values() for item in actor.governments if item.state == state
    ]
    heard = [(actor, item) for actor, item in claimed if tier_of(view, item.voice) is not None]
    found: set[Turns] = set()
    for since in product(*(since_days(item) for _, item in heard)):
        named = [(actor.code, day, item) for (actor, item), day in zip(heard, since, strict=True)]
        found |= {
            spoken(named, view, window, preferred) for preferred in {code for code, _, _ in named} or {""}
        }
    return frozenset(found)


def own_spans(view: View, state: str) -> list[tuple[str, int, int | None]]:
    """Return the turns that a view's own lines give."""
    return [(s.government, s.since or BEGINNING, s.until) for s in view.speakers if s.state == state]


def speaker_on(day: int, spans: Sequence[tuple[str, int, int | None]]) -> str:
    """Return whose turn it is on a day."""
    return next((name for name, since, until in spans if since <= day and (until is None or day < until)), "")


def since_days(item: GovernmentClaim) -> list[int | None]:
    """Return the days from which a government may have spoken; never, if that is doubtful."""
    if item.since is None:
        return [BEGINNING]
    return [*_days(item.since), *((NEVER,) if item.since.doubtful else ())]


def spoken(
    named: Sequence[tuple[str, int | None, GovernmentClaim]], view: View, window: range, preferred: str
) -> Turns:
    """Return who speaks on each day if the preferred government does wherever the deciding tier names it."""
    found = []
    for day in window:
        current = [
            (code, tier_of(view, item.voice))
            for code, since, item in named
            if since is not NEVER and since <= day
        ]
        deciding = min((place for _, place in current if place is not None), default=0)
        names = sorted(code for code, place in current if place == deciding)
        found.append(preferred if preferred in names else names[0] if names else "")
    return tuple(found)


def ways_read(book: Book, view: View, treaty: str) -> dict[str, tuple[Clause, ...]]:
    """Return how each clause with a reading may be read: as the view says, else the text, else everybody."""
    found: dict[str, tuple[Clause, ...]] = {}
    for clause in book.treaties[treaty].clauses:
        others = [(item.voice, item.clause) for item in book.readings if item.clause.id == clause.id]
        chosen = dict(view.readings).get(clause.id)
        if chosen is not None:
            found[clause.id] = tuple(read for voice, read in others if voice == chosen)
        elif others and view.tiers is ALL_VOICES.tiers:
            found[clause.id] = (clause, *(read for _, read in others))
    return found


# All together


def evidence_of(book: Book, view: View, treaty: str, window: range, known: Day | None = None) -> Evidence:
    """Return what a view leaves open of a book's claims, as known on a day."""
    grouped: dict[Proposition, list[Claim]] = {}
    for claim in book.claims:
        grouped.setdefault(claim.proposition, []).append(claim)
    happened: dict[Proposition, tuple[int | None, ...]] = {}
    held: dict[State, tuple[Held, ...]] = {}
    for about, claims in grouped.items():
        if isinstance(about, State):
            ways = frozenset[Held]().union(
                *(ways_held(some, view, window) for some in knowable(claims, known))
            )
            held[about] = tuple(sorted(ways, key=sorted))
        else:
            days = Days().union(*(days_left_open(some, view) for some in knowable(claims, known)))
            happened[about] = tuple(sorted(days, key=lambda day: -1 if day is None else day))
    states = {item.state for actor in book.actors.values() for item in actor.governments}
    speaking = {state: tuple(sorted(turns(state, book, view, window))) for state in states}
    notices = {claim.proposition: claim for claim in book.claims}
    effects = {about: tuple(_days(claim.effect)) for about, claim in notices.items() if claim.effect}
    counted = {
        about: tuple(_days(claim.counting_from)) for about, claim in notices.items() if claim.counting_from
    }
    lengths = {about: claim.offset.after for about, claim in notices.items() if claim.offset}
    short_works = {
        claim.proposition: (False, True)
        for claim in book.claims
        if claim.effect and any(_is_short(claim, clause) for clause in book.treaties[treaty].clauses)
    }
    return Evidence(
        happened,
        held,
        speaking,
        ways_read(book, view, treaty),
        effects,
        counted,
        lengths,
        short_works,
        window,
    )


def _is_short(claim: Claim, clause: Clause) -> bool:
    """Whether a use of a clause may name a day that comes before its notice has run."""
    if clause.notice is None or claim.effect is None or (clause.effect and clause.effect.at_end_of):
        return False
    base = claim.counting_from or claim.when
    return base is not None and claim.effect.first < later(base.last, clause.notice.offset)


def worlds_of(evidence: Evidence) -> Iterator[World]:
    """Yield every resolution."""
    for happened, held, speakers, read, effects, counted, short_works in product(
        each_way(evidence.happened),
        each_way(evidence.held),
        each_way(evidence.speakers),
        each_way(evidence.read),
        each_way(evidence.effects),
        each_way(evidence.counted),
        each_way(evidence.short_works),
    ):
        yield World(
            {about: day for about, day in happened.items() if day is not NEVER},
            held,
            {state: dict(zip(evidence.window, turns, strict=True)) for state, turns in speakers.items()},
            read,
            effects,
            counted,
            evidence.lengths,
            short_works,
        )


def each_way(ways: Mapping[K, Sequence[V]]) -> list[dict[K, V]]:
    """Return every choice of one way for each thing."""
    return [dict(zip(ways, chosen, strict=True)) for chosen in product(*ways.values())]


__all__ = ["Actor", "Evidence", "evidence_of", "worlds_of"]
