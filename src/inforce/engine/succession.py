"""States that end and states that come after them: who takes whose place in a treaty, since when, and by what law.

General law: the Vienna Convention on Succession of States in respect of Treaties of 1978, where it reflects custom. A
state that has ended is a party no more. Its successor is one by the law or by saying so: from the date of the
succession, whichever day it said so (art. 23), if the predecessor was bound then.
"""

from collections.abc import Iterator

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import NO, YES, Kind, Node, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.evidence import Occurrence, Slot, actors_of
from inforce.engine.heirs import SUCCEEDING, SUCCESSION_NOTICES, predecessors_in, predecessors_of
from inforce.engine.parties import effect_of, is_by_number, is_limited, parties_of, until_given
from inforce.temporal import UncertainDay, edtf_from_uncertain, union

INDEPENDENCE, IDENTITY = "become-independent", "continue"
LAW = "whether its predecessor's treaties bind a successor"
SIDES = ("a successor is bound once it says so", "a successor is bound with the succession")
_BILATERAL = 2


def extinction(c: Compilation, actor: str) -> int:
    """Build the event that a state ends, or that another continues it: in its own name it is a party no more."""
    known = c.book.actors.get(actor)
    events = [c.event(slot) for slot in c.act_slots(IDENTITY, "") if actor in predecessors_in(slot)]
    if known is not None and known.state_until is not None:
        text = f"{actor} is a state until {edtf_from_uncertain(known.state_until)}"
        reason = Reason("clause", actor, text, known.citations)
        until = known.state_until
        day = c.on_day(until.first) if until.is_exact else c.on_one_of(until)
        events.append(c.builder.add(Node(Kind.ANY, (day,), reason=reason)))
    return c.builder.any_of(*events)


def extinct(c: Compilation, actor: str) -> int:
    """Build the state that a state has ended."""
    return c.builder.latch(c.node("extinction", actor))


def heritage(c: Compilation, treaty: str, party: str, verb: str, predecessor: str) -> int:
    """Build the event that a party comes after a predecessor that was bound at the close of the day before."""
    slots = [s for s in c.act_slots(verb, "") if party in actors_of(s) and predecessor in predecessors_in(s)]
    return c.builder.act(
        c.builder.any_of(*(c.event(slot) for slot in slots)),
        lambda: c.node("own_consent", treaty, predecessor),
        name=f"{verb}:{party}",
    )


def by_law(c: Compilation, treaty: str, party: str) -> int:
    """Build the event that a party takes the place of another without saying so."""
    return c.builder.any_of(
        *(
            c.builder.gate(c.node("heritage", treaty, party, verb, predecessor), _binds(c, treaty, verb))
            for verb, predecessor in predecessors_of(c, party)
        )
    )


def _binds(c: Compilation, treaty: str, verb: str) -> int:
    """Build the state that a succession binds by itself; where no rule of the view answers, that is open.

    A state that continues another is that state. A newly independent one begins with a clean slate (art. 16); of a
    separation or a dissolution the law is disputed (arts. 34 and 35). Who becomes a member of an organisation its own
    rules say, and not the law of succession (art. 4); boundaries stay where they are (arts. 11 and 12).
    """
    said = {residual.succession for _, residual in c.residuals(treaty)}
    if verb == IDENTITY:
        return c.builder.constant(YES)
    if c.treaty(treaty).organisation or "boundary" in said:
        return c.builder.constant(NO if c.treaty(treaty).organisation else YES)
    answers = {"clean-slate": NO} if verb == INDEPENDENCE else {"by-law": YES, "by-consent": NO}
    found = [value for name, value in answers.items() if name in said]
    return c.builder.constant(found[0]) if len(found) == 1 else c.open_law(LAW, SIDES)


def succession(c: Compilation, treaty: str, party: str) -> int:
    """Build the event that a party takes the place of another, on the day from which it counts as a party."""
    placed = (c.placed(judged, day) for judged, day in _notices(c, treaty, party))
    return c.builder.any_of(c.node("by_law", treaty, party), *placed)


def succession_said(c: Compilation, treaty: str, party: str) -> int:
    """Build the event that a party notifies with effect that it takes the place of another."""
    return c.builder.any_of(*(judged for judged, _ in _notices(c, treaty, party)))


def succession_awaited(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a party counts as one already and has yet to say so: its membership rests (art. 23(2))."""
    waits = [until_given(c, c.placed(judged, day), judged) for judged, day in _notices(c, treaty, party)]
    bound = c.builder.latch(c.node("by_law", treaty, party))
    return c.builder.conjunction(c.builder.disjunction(*waits), c.builder.negation(bound))


def _notices(c: Compilation, treaty: str, party: str) -> Iterator[tuple[int, UncertainDay]]:
    """Yield each notification of succession, as it is judged, with the day from which it counts."""
    since = _days_of_succession(c, party)
    slots = (slot for verb in SUCCESSION_NOTICES for slot in c.act_slots(verb, treaty))
    for slot in (slot for slot in slots if party in actors_of(slot)):
        for event, occurrence in c.occurrences(slot):
            day = effect_of(occurrence) or since or _day_of(c, slot, occurrence)
            if event != NOBODY and day is not None:
                yield c.node("notice_of_succession", treaty, party, slot, event), day


def notice_of_succession(c: Compilation, treaty: str, party: str, slot: Slot, event: int) -> int:
    """Build one notification of succession: to a treaty by which a predecessor was bound; between two, by both."""
    return c.builder.act(event, lambda: _may_succeed(c, treaty, party, slot), name=f"succession:{party}")


def _may_succeed(c: Compilation, treaty: str, party: str, slot: Slot) -> int:
    heirs = [c.node("heritage", treaty, party, *one) for one in predecessors_of(c, party)]
    parts = {"heritage": c.builder.latch(c.builder.any_of(*heirs))}
    if c.treaty(treaty).organisation:
        parts["admitted"] = c.builder.constant(NO)
    named = set(c.treaty(treaty).parties)
    if len(named) == _BILATERAL and not is_by_number(c, treaty):
        others = named - {predecessor for _, predecessor in predecessors_of(c, party)}
        agreed = slot[1] != SUCCESSION_NOTICES[0] and others <= set(actors_of(slot))
        parts["agreed"] = c.builder.constant(YES if agreed else NO)
    return c.builder.named_conjunction(parts)


def _days_of_succession(c: Compilation, party: str) -> UncertainDay | None:
    """Return the days on which a party may have come after another, all of them together."""
    slots = [slot for verb in SUCCEEDING for slot in c.act_slots(verb, "") if party in actors_of(slot)]
    found = [o for slot in slots for item in c.evidence.occurrences[slot] for o in item.options]
    days = [option.candidates for option in found if option.candidates]
    if not days:
        return None
    together = days[0]
    for other in days[1:]:
        together = union(together, other)
    return UncertainDay(together)


def _day_of(c: Compilation, slot: Slot, occurrence: Occurrence | None) -> UncertainDay | None:
    """Return the day of an act itself: a notification by who has succeeded nobody counts from no other."""
    items = [occurrence] if occurrence else [item for item in c.evidence.occurrences[slot] if item.is_plain]
    days = [option.candidates for item in items for option in item.options if option.candidates]
    return UncertainDay(days[0]) if days else None


def standing(c: Compilation, treaty: str, party: str, manner: str) -> int:
    """Build the state that a party counts towards an entry into force: as long as it exists, an heir from its notice.

    Others are not bound for days that are past by a consent that came later.
    """
    consented, gone = _consented(c, treaty, party, manner), c.node("extinction", party)
    said = c.builder.any_of(c.node("by_law", treaty, party), c.node("succession_said", treaty, party))
    states = (consented, c.builder.latch(said)) if said != NOBODY else (consented,)
    if gone == NOBODY:
        return c.builder.disjunction(*states)
    alive = c.builder.negation(c.node("extinct", party))
    return c.builder.conjunction(c.builder.disjunction(*states), alive)


def _consented(c: Compilation, treaty: str, party: str, manner: str) -> int:
    """Build the state that a consent counts: who may not become a party yet does not bring a treaty into force."""
    consented = c.node("consented", treaty, party, manner)
    if manner == "signature" or not is_limited(c, treaty):
        return consented
    return c.builder.conjunction(consented, c.node("eligible", treaty, party))


def in_place_of(c: Compilation, treaty: str, party: str, manner: str) -> int:
    """Build the state that a party named in a treaty counts towards its entry into force, or who came after it does."""
    heirs = [one for one in parties_of(c, treaty) if any(p == party for _, p in predecessors_of(c, one))]
    return c.builder.disjunction(*(c.node("standing", treaty, one, manner) for one in (party, *heirs)))


def bereft(c: Compilation, treaty: str) -> int:
    """Build the event that a state ends and fewer than two parties are left: a treaty binds nobody to itself."""
    gone = [event for one in parties_of(c, treaty) if (event := c.node("extinction", one)) != NOBODY]
    if not gone:
        return NOBODY
    left = tuple(c.node("own_consent", treaty, one) for one in parties_of(c, treaty))
    two = c.builder.add(Node(Kind.COUNT, left, weights=(1.0,) * len(left), threshold=float(_BILATERAL)))
    were_two = c.builder.latch(c.builder.rise(c.builder.conjunction(two, c.node("entered", treaty, ""))))
    ended = c.builder.latch(c.builder.any_of(*gone))
    return c.builder.rise(c.builder.conjunction(were_two, c.builder.negation(two), ended))
