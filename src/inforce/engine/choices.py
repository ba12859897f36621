"""What is still open in the evidence: the choices among which a circuit is run (design, S2)."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from inforce.engine.circuit import LASTING, MAYBE, NO, TODAY, YES, Circuit
from inforce.engine.evidence import Condition, EventOption, Evidence, Occurrence, Speakers
from inforce.engine.signals import (
    Change,
    changes_from_candidates,
    changes_from_timeline,
    changes_from_timelines,
)
from inforce.model import Claim, Proposition
from inforce.temporal import (
    BEGINNING,
    NEVER,
    Candidates,
    Day,
    Timeline,
    UncertainDay,
    both,
    count,
    either,
    iter_days,
    union,
)

Signals = dict[int, list[Change]]
"""What each input node receives."""


class Option(Struct, frozen=True):
    """One way in which something open may be: the signals it gives, and which side of a dispute it takes.

    ``open_days`` are the candidate days that are not split, by input node.
    """

    signals: Signals
    side: int
    label: str
    claims: tuple[Claim, ...] = ()
    open_days: dict[int, Candidates] = {}


class Choice(Struct, frozen=True):
    """Something open, in three degrees of detail: every day, every side with its days on rails, all on rails."""

    about: Proposition | str
    disputed: bool
    by_day: tuple[Option, ...]
    by_side: tuple[Option, ...]
    on_rails: Option
    unknown: bool = False

    @property
    def inputs(self) -> frozenset[int]:
        """The input nodes that it gives signals to."""
        return frozenset(self.on_rails.signals)

    def left_on_rails(self) -> "Choice":
        """Return the choice as one that makes no cases, and that says nothing about why an answer is open."""
        rails = (self.on_rails,)
        return Choice(self.about, False, rails, rails, self.on_rails)


MOST_DAYS = 64
"""An occurrence with more candidate days than this is never split by day."""


def choices_from_evidence(circuit: Circuit, evidence: Evidence) -> tuple[Signals, list[Choice]]:
    """Return the signals that are settled and the choices that are open, as far as the circuit hears of them."""
    settled: Signals = {}
    choices: list[Choice] = []
    speaking: dict[str, dict[str, int]] = {}
    sides: dict[object, dict[int, int]] = {}
    for index in circuit.inputs:
        name = circuit.nodes[index].slot
        signal = _settled(name, evidence)
        if signal is not None:
            settled[index] = signal
            continue
        match name:
            case ("one", proposition):
                item = _occurrence(evidence, proposition)
                choices.append(_choice_of_occurrence(dict.fromkeys(range(len(item.options)), index), item))
            case ("side", proposition, int() as turn):
                sides.setdefault(proposition, {})[turn] = index
            case ("state", proposition):
                choices.append(_choice_of_condition(index, _condition(evidence, proposition)))
            case ("speaks", str() as government, str() as state):
                speaking.setdefault(state, {})[government] = index
            case ("open law", str() as about, tuple() as sides_of_law):
                choices.append(_choice_of_law(index, about, sides_of_law))
            case ("unknown", str() as about):
                lasting = {index: [Change(BEGINNING, LASTING)]}
                option = Option(lasting, 0, about)
                choices.append(Choice(about, False, (option,), (option,), option, unknown=True))
    choices.extend(_choice_of_occurrence(at, _occurrence(evidence, about)) for about, at in sides.items())
    choices.extend(_choice_of_speakers(nodes, evidence.speakers[state]) for state, nodes in speaking.items())
    return settled, choices


def _choice_of_law(index: int, about: str, labels: tuple[object, ...]) -> Choice:
    """Return a question of law that nothing in the view answers: it is so on all days or on none."""
    values = (NO, YES)
    sides = tuple(
        Option({index: [Change(BEGINNING, value)]}, turn, str(label))
        for turn, (value, label) in enumerate(zip(values, labels, strict=True))
    )
    return Choice(about, True, sides, sides, Option({index: [Change(BEGINNING, MAYBE)]}, 0, ""))


def _settled(name: tuple[object, ...], evidence: Evidence) -> list[Change] | None:
    """Return the signal of an input about which nothing is open, or None."""
    match name:
        case ("plain", tuple() as slot):
            return _settled_events(evidence, slot)
        case ("states", tuple() as slot):
            return _settled_states(evidence, slot)
        case ("day", int() as day):
            return [Change(Day(day), 1, Day(day))]
        case ("days", UncertainDay() as days):
            return changes_from_candidates(days.candidates, sure=not days.doubtful)
        case _:
            return None


def _settled_events(evidence: Evidence, slot: tuple[object, ...]) -> list[Change]:
    days = (item.options[0].candidates[0][0] for item in evidence.occurrences[slot] if item.is_plain)
    return [Change(day, TODAY, day) for day in days]


def _settled_states(evidence: Evidence, slot: tuple[object, ...]) -> list[Change]:
    return changes_from_timelines(
        item.options[0].timeline for item in evidence.conditions[slot] if item.is_plain
    )


def _occurrence(evidence: Evidence, proposition: object) -> Occurrence:
    return evidence.by_proposition[proposition]


def _condition(evidence: Evidence, proposition: object) -> Condition:
    return next(o for found in evidence.conditions.values() for o in found if o.proposition == proposition)


At = Mapping[int, int]
"""For each option of an occurrence, by its turn, the input that it gives its signal to."""


def _choice_of_occurrence(at: At, item: Occurrence) -> Choice:
    sides = tuple(_side(at, turn, option) for turn, option in enumerate(item.options))
    days = tuple(one for turn, option in enumerate(item.options) for one in _days(at, turn, option))
    return Choice(item.proposition, item.disputed and len(sides) > 1, days, sides, _merged(at, item.options))


def _side(at: At, turn: int, option: EventOption) -> Option:
    signal = changes_from_candidates(option.candidates, sure=not option.may_not)
    days = {at[turn]: option.candidates} if turn in at else {}
    return Option(_signals(at, turn, signal), turn, label_of(option), option.claims, days)


def _signals(at: At, turn: int, signal: list[Change]) -> Signals:
    """Give a signal to the input of one option; the inputs of the others stay silent."""
    silent: Signals = {index: [] for index in at.values()}
    return {**silent, at[turn]: signal} if turn in at else silent


def _days(at: At, turn: int, option: EventOption) -> Iterator[Option]:
    """Yield one option for each candidate day, and one for never where that is open."""
    if count(option.candidates) > MOST_DAYS:
        yield _side(at, turn, option)
        return
    for day in iter_days(option.candidates, MOST_DAYS):
        yield Option(_signals(at, turn, [Change(day, 1, day)]), turn, label_of(option), option.claims)
    if option.may_not:
        yield Option(_signals(at, turn, []), turn, label_of(option), option.claims)


def _merged(at: At, options: Sequence[EventOption]) -> Option:
    """Keep all options on rails: what any of them leaves open; sure only where one input has every option."""
    claims = tuple(dict.fromkeys(claim for option in options for claim in option.claims))
    shared = len(set(at.values())) == 1 and len(at) == len(options)
    sure = shared and not any(option.may_not for option in options)
    days: dict[int, Candidates] = {}
    for turn, index in at.items():
        days[index] = union(days.get(index, ()), options[turn].candidates)
    signals = {index: changes_from_candidates(candidates, sure) for index, candidates in days.items()}
    return Option(signals, 0, "", claims, days)


def label_of(option: EventOption) -> str:
    """Name a side of a dispute by its voices."""
    return ", ".join(dict.fromkeys(claim.voice for claim in option.claims))


def _choice_of_condition(index: int, item: Condition) -> Choice:
    sides = tuple(
        Option({index: changes_from_timeline(option.timeline)}, turn, _voices(option.claims), option.claims)
        for turn, option in enumerate(item.options)
    )
    claims = tuple(dict.fromkeys(claim for option in item.options for claim in option.claims))
    rails = changes_from_timeline(widest([option.timeline for option in item.options]))
    whole = Option({index: rails}, 0, "", claims)
    return Choice(item.proposition, item.disputed and len(sides) > 1, sides, sides, whole, item.unknown)


def _voices(claims: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(claim.voice for claim in claims))


def widest(timelines: Sequence[Timeline]) -> Timeline:
    """Return what is certain on all the timelines and possible on one.

    >>> widest([Timeline((Day(1),), (Day(1),)), NEVER])
    Timeline(certain=(), possible=(1,))
    """
    certain = possible = timelines[0]
    for timeline in timelines[1:]:
        certain, possible = both(certain, timeline), either(possible, timeline)
    return Timeline(certain.certain, possible.possible)


def _choice_of_speakers(nodes: dict[str, int], speakers: Speakers) -> Choice:
    sides = tuple(
        Option(
            {
                index: changes_from_timeline(option.get(government, NEVER))
                for government, index in nodes.items()
            },
            turn,
            speakers.names[turn],
            speakers.claims[turn],
        )
        for turn, option in enumerate(speakers.options)
    )
    rails = {
        index: changes_from_timeline(widest([option.get(government, NEVER) for option in speakers.options]))
        for government, index in nodes.items()
    }
    about = f"who speaks for {speakers.state}"
    return Choice(about, len(sides) > 1, sides, sides, Option(rails, 0, ""))
