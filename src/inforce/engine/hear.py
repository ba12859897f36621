"""From claims to evidence: what a view hears, thing by thing, with the options left open (design, S9)."""

from collections.abc import Iterable, Sequence

from inforce.engine.agreement import DaySet, agreements, day_set_from_claim, narrowed
from inforce.engine.audible import Heard, audible, knowable
from inforce.engine.evidence import (
    Condition,
    EventOption,
    Evidence,
    Occurrence,
    Slot,
    particulars_of,
    slot_of,
)
from inforce.engine.hear_states import condition_from_heard
from inforce.engine.speakers import speakers_from_heard
from inforce.model import Book, Claim, CountsAs, Outcome, Proposition, Speaks, State, View
from inforce.temporal import Day


def evidence_from_claims(claims: Iterable[Claim], view: View, known: Day | None, book: Book) -> Evidence:
    """Hear claims as a view does, as known on a day.

    Outcomes are never heard: a statement about a computed status is compared, not fed (design, S11).
    """
    grouped: dict[Proposition, list[Heard]] = {}
    for item in audible(claims, view, known):
        grouped.setdefault(item.claim.proposition, []).append(item)
    occurrences: dict[Slot, list[Occurrence]] = {}
    conditions: dict[Slot, list[Condition]] = {}
    speaking: dict[str, list[Heard]] = {}
    for proposition, heard in grouped.items():
        match proposition:
            case Outcome() | CountsAs():
                pass
            case Speaks(state=state):
                speaking.setdefault(state, []).extend(heard)
            case State():
                condition = condition_from_heard(proposition, heard)
                conditions.setdefault(condition.slot, []).append(condition)
            case _:
                occurrence = occurrence_from_heard(proposition, heard)
                occurrences.setdefault(occurrence.slot, []).append(occurrence)
    return Evidence(
        {slot: tuple(found) for slot, found in occurrences.items()},
        {slot: tuple(found) for slot, found in conditions.items()},
        speakers_from_heard(book, view, speaking),
    )


def occurrence_from_heard(proposition: Proposition, heard: Sequence[Heard]) -> Occurrence:
    """Decide what is left open about one occurrence by the claims that a view hears."""
    slot = slot_of(proposition)
    if len(heard) == 1 and not heard[0].optional:
        return Occurrence(proposition, slot, (_option_of_one(heard[0].claim),))
    options: list[EventOption] = []
    for subset in knowable(heard):
        options.extend(option for option in event_options(subset) if option not in options)
    whole = event_options(heard)
    return Occurrence(proposition, slot, tuple(options), disputed=len(whole) > 1)


def _option_of_one(claim: Claim) -> EventOption:
    if claim.against or claim.when is None:
        return EventOption((), True, (claim,))
    return EventOption(claim.when.candidates, claim.when.doubtful, (claim,))


def event_options(heard: Sequence[Heard]) -> list[EventOption]:
    """Return what the claims leave open, one option for each largest group that can be true together.

    The highest tier that speaks decides; lower tiers narrow what it leaves open and never contradict it.
    """
    if all(item.claim.against for item in heard):
        return [EventOption((), True, tuple(item.claim for item in heard))]
    ranks = sorted({item.rank for item in heard})
    decided = _of_rank(heard, ranks[0])
    options: list[EventOption] = []
    for group, agreed in agreements([_days(item) for item in decided]):
        items, left_open = [decided[i] for i in sorted(group)], agreed
        for rank in ranks[1:]:
            lower = _of_rank(heard, rank)
            left_open = narrowed(left_open, [_days(item) for item in lower])
            items.extend(item for item in lower if not _days(item).meet(left_open).is_empty)
        if all(item.claim.against for item in items):  # on the other days nobody claims it: silence is no
            left_open = DaySet((), True)
        options.extend(
            EventOption(left_open.days, left_open.never, claims) for claims in _by_particulars(items)
        )
    return options


def _by_particulars(items: Sequence[Heard]) -> list[tuple[Claim, ...]]:
    """Part claims that agree on the day and not on what else they say of an act, such as when it works.

    The highest tier that says anything of it decides; what says nothing goes with every side.
    """
    ranks = [item.rank for item in items if particulars_of(item.claim)]
    named = [item for item in items if ranks and item.rank == min(ranks)]
    sides = list(dict.fromkeys(found for item in named if (found := particulars_of(item.claim))))
    return [
        tuple(item.claim for item in items if particulars_of(item.claim) in (side, ()))
        for side in sides or [()]
    ]


def _of_rank(heard: Sequence[Heard], rank: int) -> list[Heard]:
    return [item for item in heard if item.rank == rank]


def _days(item: Heard) -> DaySet:
    return day_set_from_claim(item.claim.when, item.claim.against)
