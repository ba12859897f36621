"""What a view hears: occurrences, each with the options that the claims leave open."""

from functools import cached_property

from msgspec import Struct

from inforce.model import Act, ActorAt, Claim, Event, Finding, Invalidity, Proposition, Speaks, State
from inforce.temporal import Candidates, Timeline

Slot = tuple[object, ...]
"""What occurs, without its label: several occurrences may fill one slot."""


class EventOption(Struct, frozen=True):
    """One way in which an occurrence may have been: its candidate days, and whether it may not have been."""

    candidates: Candidates
    may_not: bool
    claims: tuple[Claim, ...]


class StateOption(Struct, frozen=True):
    """One way in which a state may have held, on two rails."""

    timeline: Timeline
    claims: tuple[Claim, ...]


class Occurrence(Struct, frozen=True):
    """One act, event or finding with its options; more than one option is a named dispute.

    ``disputed`` is False where the options differ only by what was known, not by who says it.
    """

    proposition: Proposition
    slot: Slot
    options: tuple[EventOption, ...]
    disputed: bool = True

    @property
    def is_plain(self) -> bool:
        """Whether it certainly happened on one known day, has no name and nothing special about its effect."""
        if len(self.options) != 1 or _is_named(self.proposition):
            return False
        option = self.options[0]
        first, last = option.candidates[0] if len(option.candidates) == 1 else (0, 1)
        ordered = any(claim.then for claim in option.claims)
        told = any(claim.received_by or claim.states_something for claim in option.claims)
        return first == last and not (option.may_not or ordered or told or _is_special(option.claims))

    @property
    def differs_by_side(self) -> bool:
        """Whether it is open between options of which one says more than when it was: its effect, its receipt."""
        return len(self.options) > 1 and any(_is_special(option.claims) for option in self.options)


class Condition(Struct, frozen=True):
    """One state with its options; ``unknown`` where a claim says expressly that a bound is unknown."""

    proposition: Proposition
    slot: Slot
    options: tuple[StateOption, ...]
    disputed: bool = True
    unknown: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether there is one way in which it held, which nobody calls unknown."""
        return len(self.options) == 1 and not self.unknown


def _is_named(proposition: Proposition) -> bool:
    """Whether an act has a name of its own, by which others may revoke it; a turn (``again-…``, ``#2``) is none."""
    return (
        isinstance(proposition, Act)
        and not proposition.label.startswith(("#", "again-"))
        and bool(proposition.label)
    )


def _is_special(claims: tuple[Claim, ...]) -> bool:
    return any(particulars_of(claim) for claim in claims)


def particulars_of(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says of an act besides its day: from when it works, how long, with which reservations."""
    found = (
        claim.effect, claim.received, claim.counting_from, claim.until, claim.offset, claim.reserving,
        claim.opposes,
    )  # fmt: skip
    return found if any(each is not None for each in found) else ()


def slot_of(proposition: Proposition) -> Slot:
    """Return the slot of a proposition: everything but its label.

    >>> slot_of(Event("trigger", label="2"))
    ('event', 'trigger', '')
    """
    match proposition:
        case Act():
            return (
                "act",
                proposition.verb,
                proposition.treaty,
                proposition.actors,
                proposition.objects,
                proposition.party,
            )
        case Event():
            return ("event", proposition.fact, proposition.whom)
        case State():
            return ("state", proposition.fact, proposition.whom)
        case Finding() | Invalidity():
            return _slot_of_finding(proposition)
        case Speaks():
            return ("speaks", proposition.state)
        case _:
            return ("other", proposition)


def _slot_of_finding(found: Finding | Invalidity) -> Slot:
    if isinstance(found, Invalidity):
        return ("invalidity", found.treaty, found.body, found.ground)
    what = "impermissible" if found.about else "finding"
    return (what, found.treaty, found.party, found.clauses, found.body)


def actors_of(slot: Slot) -> tuple[str, ...]:
    """Return the codes of those who act in a slot, each once."""
    actors = slot[3]
    assert isinstance(actors, tuple)
    return tuple(dict.fromkeys(actor.code for actor in actors if isinstance(actor, ActorAt)))


class Evidence(Struct, frozen=True, dict=True):
    """Everything that a view hears as known on a day, by slot; many circuits may be compiled on it."""

    occurrences: dict[Slot, tuple[Occurrence, ...]]
    conditions: dict[Slot, tuple[Condition, ...]]
    speakers: dict[str, "Speakers"]

    @cached_property
    def acts(self) -> dict[tuple[str, str], list[Slot]]:
        """The slots of acts, by their verb and the treaty that is their object."""
        index: dict[tuple[str, str], list[Slot]] = {}
        for slot in self.occurrences:
            if slot[0] == "act":
                index.setdefault((str(slot[1]), str(slot[2])), []).append(slot)
        return index

    @cached_property
    def of_kind(self) -> dict[object, list[Slot]]:
        """The slots by what they are: ``act``, ``event``, ``finding``, ``invalidity`` and so on."""
        index: dict[object, list[Slot]] = {}
        for slot in self.occurrences:
            index.setdefault(slot[0], []).append(slot)
        return index

    @cached_property
    def by_proposition(self) -> dict[object, Occurrence]:
        """Each occurrence by what it is."""
        index: dict[object, Occurrence] = {}
        for found in self.occurrences.values():
            for occurrence in found:
                index.setdefault(occurrence.proposition, occurrence)
        return index

    @cached_property
    def acts_of(self) -> dict[tuple[str, str, str], list[Slot]]:
        """The slots of acts, by their verb, the treaty that is their object, and each of those who act."""
        index: dict[tuple[str, str, str], list[Slot]] = {}
        for (verb, treaty), slots in self.acts.items():
            for slot in slots:
                for actor in actors_of(slot):
                    index.setdefault((verb, treaty, actor), []).append(slot)
        return index

    @cached_property
    def breaches(self) -> dict[tuple[str, str, str], list[Slot]]:
        """The slots that say a breach, by how they say it (``finding``, ``allege``, ``admit``), treaty and party."""
        index: dict[tuple[str, str, str], list[Slot]] = {}
        for slot in self.occurrences:
            if slot[0] == "finding":
                index.setdefault(("finding", str(slot[1]), str(slot[2])), []).append(slot)
            elif slot[0] == "act" and slot[1] in ("allege", "admit"):
                by = str(slot[5]) if slot[1] == "allege" else actors_of(slot)[0]
                index.setdefault((str(slot[1]), str(slot[2]), by), []).append(slot)
        return index


class Speakers(Struct, frozen=True):
    """Who may speak for a state: one option per government where that is disputed.

    Each option maps a government to the timeline on which it speaks.
    """

    state: str
    options: tuple[dict[str, Timeline], ...]
    names: tuple[str, ...]
    claims: tuple[tuple[Claim, ...], ...]
