"""Signature, consent to be bound, and who is a party."""

from collections.abc import Iterable, Iterator
from itertools import product

from inforce.engine.compilation import NOBODY, Compilation
from inforce.engine.evidence import Occurrence, Slot
from inforce.model import ActorAt, Offset
from inforce.temporal import UncertainDay

_VERBS_OF_MANNER: dict[str, tuple[str, ...]] = {
    "signature": ("sign", "sign-definitively"),
    "ratification": ("ratify", "accept", "approve", "accede", "sign-definitively"),
    "deposit": ("deposit", "accede", "sign-definitively"),
    "accession": ("accede",),
    "exchange": ("exchange",),
}
"""The acts that each manner of consent accepts (general law: Vienna Convention, arts. 11 to 15)."""

CONSENT = ("sign-definitively", "ratify", "accept", "approve", "accede", "deposit")


SUCCEEDING = ("succeed", "become-independent", "continue")
"""The acts by which a state comes after another."""
SUCCESSION_NOTICES = ("notify-succession", "agree-succession")
"""The acts by which it says that it takes its place in a treaty: alone, or together with the other party."""


def actors_of(slot: tuple[object, ...]) -> tuple[str, ...]:
    """Return the codes of those who act in a slot."""
    actors = slot[3]
    assert isinstance(actors, tuple)
    return tuple(actor.code for actor in actors if isinstance(actor, ActorAt))


def parties_of(c: Compilation, treaty: str) -> tuple[str, ...]:
    """Return everyone who can be a party: those named, those who act as one, whoever joins what the treaty amends."""
    found = [treaty]
    for one in found:
        found.extend(old for old in _amended(c, one) if old not in found)
    acting = (code for one in found for code in (*c.treaty(one).parties, *_acting(c, one)))
    return with_heirs(acting, _successions(c))


def _acting(c: Compilation, treaty: str) -> list[str]:
    verbs = ("sign", "apply", *SUCCESSION_NOTICES, *CONSENT)
    slots = (slot for verb in verbs for slot in c.act_slots(verb, treaty))
    return sorted(code for slot in slots for code in actors_of(slot))


def _amended(c: Compilation, treaty: str) -> list[str]:
    """Return the treaties that one amends: who joins them later joins them as amended (art. 40(5))."""
    return [action.treaty for action in c.treaty(treaty).actions if action.what == "amends"]


def with_heirs(parties: Iterable[str], successions: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return some parties and whoever comes after one of them, at any remove; pairs of successor and predecessor."""
    found, pairs = dict.fromkeys(parties), list(successions)
    while heirs := sorted(heir for heir, predecessor in pairs if predecessor in found and heir not in found):
        found |= dict.fromkeys(heirs)
    return tuple(found)


def _successions(c: Compilation) -> Iterator[tuple[str, str]]:
    for verb in SUCCEEDING:
        for slot in c.act_slots(verb, ""):
            yield from product(actors_of(slot), slot[4] if isinstance(slot[4], tuple) else ())


def predecessors_of(c: Compilation, party: str) -> tuple[tuple[str, str], ...]:
    """Return whom a party comes after, each with the act by which it does."""
    return tuple(
        dict.fromkeys(
            (verb, predecessor)
            for verb in SUCCEEDING
            for slot in c.act_slots(verb, "")
            if party in actors_of(slot) and isinstance(slot[4], tuple)
            for predecessor in slot[4]
        )
    )


def consent_event(c: Compilation, treaty: str, party: str, manner: str) -> int:
    """Build the event that a party consents in one manner, as long as it is there to consent."""
    given = c.builder.any_of(
        *(
            _effective(c, valid(c, treaty, party, event, occurrence), occurrence)
            for verb in _VERBS_OF_MANNER[manner]
            for slot in c.act_slots(verb, treaty)
            if party in actors_of(slot)
            for event, occurrence in c.occurrences(slot)
        )
    )
    if c.node("extinction", party) == NOBODY:
        return given
    return c.builder.gate(given, c.builder.negation(c.node("extinct", party)))


def consent_slots(c: Compilation, treaty: str, party: str) -> Iterator[Slot]:
    """Yield the slots in which a party consents to be bound, in any manner that the treaty asks for."""
    rule = c.terms(treaty, "").entry
    manners = tuple(q.manner for q in rule.quorums) if rule and rule.quorums else ("ratification",)
    verbs = (verb for manner in (*manners, "accession") for verb in _VERBS_OF_MANNER[manner])
    for verb in dict.fromkeys(verbs):
        yield from (slot for slot in c.act_slots(verb, treaty) if party in actors_of(slot))


def consents_of(c: Compilation, treaty: str, party: str) -> Iterator[tuple[int, Occurrence | None]]:
    """Yield each act by which a party consents to be bound, with or without reservations, valid or not."""
    for slot in consent_slots(c, treaty, party):
        yield from c.occurrences(slot)


def reserved_in(occurrence: Occurrence | None) -> tuple[str, ...]:
    """Return the clauses to which an act of consent makes a reservation."""
    claims = [claim for option in occurrence.options for claim in option.claims] if occurrence else []
    return next((claim.reserving for claim in claims if claim.reserving is not None), ())


def valid(c: Compilation, treaty: str, party: str, event: int, occurrence: Occurrence | None) -> int:
    """Return the event of consent as far as its reservations leave it valid, and on the day on which they let it work.

    An impermissible reservation may take the consent with it; by the letter of art. 20(4)(c) a permissible one makes
    it wait for the first acceptance.
    """
    reserved = reserved_in(occurrence)
    if not reserved or event == NOBODY or not any(r.reservations for _, r in c.residuals(treaty)):
        return event
    bad = c.node("void_reservations", treaty, party, reserved)
    given = c.builder.gate(event, c.builder.negation(bad))
    if given == NOBODY or not any(residual.awaits_acceptance for _, residual in c.residuals(treaty)):
        return given
    accepted = (c.node("accepted_by_one", treaty, party, clause) for clause in reserved)
    return c.builder.rise(c.builder.conjunction(c.builder.latch(given), *accepted))


def _effective(c: Compilation, event: int, occurrence: Occurrence | None) -> int:
    """Return the event that consent works: on the day of the act, or on the earlier day that it names."""
    effect = effect_of(occurrence)
    return event if effect is None or event == NOBODY else c.placed(event, effect)


def effect_of(occurrence: Occurrence | None) -> UncertainDay | None:
    """Return the day from which an act is to have effect, if it names one."""
    claims = [claim for option in occurrence.options for claim in option.claims] if occurrence else []
    return next((claim.effect for claim in claims if claim.effect), None)


def awaiting(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a backdated consent of a party is not there yet: its membership rests until then."""
    waits = []
    for verb in CONSENT:
        for slot in c.act_slots(verb, treaty):
            for event, occurrence in c.occurrences(slot) if party in actors_of(slot) else ():
                effect = effect_of(occurrence)
                given = valid(c, treaty, party, event, occurrence)
                if effect is not None and given != NOBODY:
                    waits.append(until_given(c, c.placed(given, effect), given))
    return c.builder.disjunction(*waits, c.node("succession_awaited", treaty, party))


def until_given(c: Compilation, placed: int, given: int) -> int:
    """Build the state that what an act brings about is there and the act itself is yet to come."""
    return c.builder.conjunction(c.builder.latch(placed), c.builder.negation(c.builder.latch(given)))


def consented(c: Compilation, treaty: str, party: str, manner: str) -> int:
    """Build the state that a party has consented in one manner."""
    return c.builder.latch(c.node("consent_event", treaty, party, manner))


def signed(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a party, or anyone if none is named, has signed."""
    parties = (party,) if party else parties_of(c, treaty)
    return c.builder.disjunction(*(c.node("consented", treaty, one, "signature") for one in parties))


def concluded(c: Compilation, treaty: str) -> int:
    """Build the state that every party named in the treaty has signed it."""
    parties = c.treaty(treaty).parties
    return c.builder.conjunction(*(c.node("consented", treaty, party, "signature") for party in parties))


def is_by_number(c: Compilation, treaty: str) -> bool:
    """Whether a treaty enters into force by the number of those who consent, so that it is open to others."""
    rule = c.treaty(treaty).terms.entry
    return rule is not None and not all(q.each_party or q.actors for q in rule.quorums)


def is_party_alone(c: Compilation, treaty: str) -> bool:
    """Whether membership differs from party to party: someone may join later or leave alone."""
    whole = c.treaty(treaty)
    by_number = is_by_number(c, treaty)
    leaves = any(clause.effect and clause.effect.what == "leaves" for clause in c.clauses(treaty))
    ends = any(c.node("extinction", party) != NOBODY for party in whole.parties)
    by_act = set(parties_of(c, treaty)) != set(whole.parties)
    return by_number or leaves or ends or len(whole.parties) > 2 or by_act


def member(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that the treaty is in force for one party.

    It begins when the treaty is in force and the party's own consent works, and ends with the treaty or when the
    party leaves it.
    """
    if not is_party_alone(c, treaty):
        return c.node("in_force", treaty, "") if party in c.treaty(treaty).parties else c.builder.constant(0)
    alive = c.builder.negation(c.node("ended", treaty, ""))
    own, entered = c.node("own_consent", treaty, party), c.node("entered", treaty, "")
    began = c.builder.rise(c.builder.conjunction(entered, own, alive))
    over = c.builder.any_of(c.node("end", treaty, ""), c.node("departure", treaty, party))
    return c.builder.latch(began, over)


def joined(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a party has become one, whatever became of it later."""
    return c.builder.latch(c.builder.rise(c.node("member", treaty, party)))


def left(c: Compilation, treaty: str, party: str, *ways: int) -> int:
    """Build the state that a party has been one and is no more, in one of these ways."""
    gone = c.builder.negation(c.node("member", treaty, party))
    return c.builder.conjunction(joined(c, treaty, party), gone, c.builder.latch(c.builder.any_of(*ways)))


def own_consent(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a party's own consent works, with its own delay if the treaty gives one to late-comers.

    Who has left has to consent anew.
    """
    rule = c.terms(treaty, "").entry
    manners = tuple(q.manner for q in rule.quorums) if rule and rule.quorums else ("ratification",)
    events = [c.node("consent_event", treaty, party, manner) for manner in (*manners, "accession")]
    event = c.builder.any_of(*events)
    inherited = c.builder.any_of(c.node("succession", treaty, party), _as_amended(c, treaty, party))
    gone = c.node("departure", treaty, party)
    if rule is None or rule.own_offset in (None, Offset()):
        return c.builder.latch(c.builder.any_of(event, inherited), gone)
    before = c.builder.act(event, lambda: c.builder.negation(c.node("entered", treaty, "")), name="consent")
    after = c.builder.act(event, lambda: c.node("entered", treaty, ""), name="late consent")
    late = c.builder.timer(after, rule.own_offset)
    return c.builder.latch(c.builder.any_of(before, late, inherited), gone)


def _as_amended(c: Compilation, treaty: str, party: str) -> int:
    """Build the event that a party joins a treaty that this one amends, when this one is in force (art. 40(5))."""
    if not any(residual.newcomers for _, residual in c.residuals(treaty)):
        return NOBODY
    joining = (c.builder.rise(c.node("own_consent", old, party)) for old in _amended(c, treaty))
    return c.builder.gate(c.builder.any_of(*joining), c.node("entered", treaty, ""))


def departure(c: Compilation, treaty: str, party: str) -> int:
    """Build the event that a party ceases to be one by its own act, or ends itself."""
    leaving = [clause for clause in c.clauses(treaty) if clause.effect and clause.effect.what == "leaves"]
    acts = (c.node("effect", treaty, clause.id, party) for clause in leaving)
    return c.builder.any_of(*acts, c.node("extinction", party))
