"""Signature, consent to be bound, and who is a party."""

from collections.abc import Iterator

from inforce.engine.compilation import NOBODY, Compilation
from inforce.engine.evidence import Occurrence, Slot, actors_of
from inforce.engine.heirs import SUCCESSION_NOTICES, successions, with_heirs
from inforce.engine.tacit import COMMUNICATION, amended
from inforce.model import Offset
from inforce.temporal import Day, UncertainDay

_VERBS_OF_MANNER: dict[str, tuple[str, ...]] = {
    "signature": ("sign", "sign-definitively"),
    "ratification": ("ratify", "accept", "approve", "accede", "sign-definitively"),
    "deposit": ("deposit", "accede", "sign-definitively"),
    "accession": ("accede",),
    "exchange": ("exchange",),
    COMMUNICATION: ("accept",),
}
"""The acts that each manner of consent accepts (general law: Vienna Convention, arts. 11 to 15)."""

CONSENT = ("sign-definitively", "ratify", "accept", "approve", "accede", "deposit")


def parties_of(c: Compilation, treaty: str) -> tuple[str, ...]:
    """Return everyone who can be a party: those named, those who act as one, whoever joins what the treaty amends."""
    return c.reckoned(("parties", treaty), lambda: _parties_of(c, treaty))


def _parties_of(c: Compilation, treaty: str) -> tuple[str, ...]:
    verbs = ("sign", "apply", *SUCCESSION_NOTICES, *CONSENT)
    slots = (slot for verb in verbs for slot in c.act_slots(verb, treaty))
    acting = sorted(code for slot in slots for code in actors_of(slot))
    newcomers = sorted(code for old in amended_by(c, treaty) for code in _newcomers(c, treaty, old))
    silent = (code for action in amended(c, treaty) for code in parties_of(c, action.treaty))
    return with_heirs((*c.treaty(treaty).parties, *acting, *newcomers, *silent), successions(c))


def _newcomers(c: Compilation, treaty: str, old: str) -> Iterator[str]:
    """Yield who may have consented to a treaty after the first consent to one that amends it."""
    first = min((first for _, first, _ in _consents(c, treaty)), default=None)
    yield from (code for code, _, last in _consents(c, old) if first is not None and last > first)


def _consents(c: Compilation, treaty: str) -> Iterator[tuple[str, Day, Day]]:
    """Yield who consents to a treaty, with the first and the last day on which that may have been."""
    for slot in (slot for verb in CONSENT for slot in c.act_slots(verb, treaty)):
        options = (option for item in c.evidence.occurrences[slot] for option in item.options)
        for days in (option.candidates for option in options if option.candidates):
            yield from ((code, days[0][0], days[-1][1]) for code in actors_of(slot))


def amended_by(c: Compilation, treaty: str) -> list[str]:
    """Return the treaties that one amends: who joins them later joins them as amended (art. 40(5))."""
    return [action.treaty for action in c.treaty(treaty).actions if action.what == "amends"]


def consent_event(c: Compilation, treaty: str, party: str, manner: str) -> int:
    """Build the event that a party consents in one manner, as long as it is there to consent.

    The manner may also be a fact that happens to the party: from that day the text binds it.
    """
    given = c.builder.any_of(
        c.event(("event", "" if manner in _VERBS_OF_MANNER else manner, party)),
        *(
            _effective(c, valid(c, treaty, party, event, occurrence), occurrence)
            for verb in _VERBS_OF_MANNER.get(manner, ())
            for slot in c.act_slots_of(verb, treaty, party)
            for event, occurrence in c.occurrences(slot)
        ),
    )
    if c.node("extinction", party) == NOBODY:
        return given
    return c.builder.gate(given, c.builder.negation(c.node("extinct", party)))


def consent_slots(c: Compilation, treaty: str, party: str) -> Iterator[Slot]:
    """Yield the slots in which a party consents to be bound, in any manner that the treaty asks for."""
    rule = c.terms(treaty, "").entry
    manners = tuple(q.manner for q in rule.quorums) if rule and rule.quorums else ("ratification",)
    verbs = (verb for manner in (*manners, "accession") for verb in _VERBS_OF_MANNER.get(manner, ()))
    for verb in dict.fromkeys(verbs):
        yield from c.act_slots_of(verb, treaty, party)


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
    slots = (slot for verb in CONSENT for slot in c.act_slots_of(verb, treaty, party))
    for slot in dict.fromkeys((*slots, *consent_slots(c, treaty, party))):
        for event, occurrence in c.occurrences(slot):
            effect = effect_of(occurrence)
            given = valid(c, treaty, party, event, occurrence)
            if effect is not None and given != NOBODY:
                waits.append(until_given(c, c.placed(given, effect), given))
    return c.builder.disjunction(*waits, c.node("succession_awaited", treaty, party))


def until_given(c: Compilation, placed: int, given: int) -> int:
    """Build the state that what an act brings about is there and the act itself is yet to come."""
    return c.builder.conjunction(c.builder.latch(placed), c.builder.negation(c.builder.latch(given)))


def consented(c: Compilation, treaty: str, party: str, manner: str) -> int:
    """Build the state that a party has consented in one manner, and has not taken that back in time."""
    event = c.node("consent_event", treaty, party, manner)
    if manner == "signature":
        return c.builder.latch(event)
    return c.builder.latch(event, c.node("consent_withdrawn", treaty, party))


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
    return c.reckoned(("alone", treaty), lambda: _is_party_alone(c, treaty))


def _is_party_alone(c: Compilation, treaty: str) -> bool:
    whole = c.treaty(treaty)
    leaves = any(clause.effect and clause.effect.what == "leaves" for clause in c.clauses(treaty))
    return (
        is_by_number(c, treaty)
        or leaves
        or any(c.node("extinction", party) != NOBODY for party in whole.parties)
        or is_limited(c, treaty)
        or len(whole.parties) > 2
        or set(parties_of(c, treaty)) != set(whole.parties)
    )


def member(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that the treaty is in force for one party.

    It begins when the treaty is in force and the party's own consent works, and ends with the treaty or when the
    party leaves it.
    """
    if not is_party_alone(c, treaty):
        return c.node("in_force", treaty, "") if party in c.treaty(treaty).parties else c.builder.constant(0)
    lasts = c.builder.negation(c.node("ended", treaty, ""))
    parts = (c.node("entered", treaty, ""), c.node("own_consent", treaty, party), lasts)
    if not is_limited(c, treaty):
        return c.builder.conjunction(*parts)
    admitted = c.builder.rise(c.builder.conjunction(*parts, c.node("eligible", treaty, party)))
    stays = c.builder.latch(admitted, c.node("departure", treaty, party))
    return c.builder.conjunction(*parts, stays)


def is_limited(c: Compilation, treaty: str) -> bool:
    """Whether only parties to another treaty, or members of a group, may become parties."""
    whole = c.treaty(treaty)
    return bool(whole.only_parties_to or whole.only_members_of)


def joined(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a party has become one, whatever became of it later."""
    return c.builder.latch(c.builder.rise(c.node("member", treaty, party)))


def left(c: Compilation, treaty: str, party: str, *ways: int) -> int:
    """Build the state that a party has been one and is no more, in one of these ways."""
    gone = c.builder.negation(c.node("member", treaty, party))
    return c.builder.conjunction(joined(c, treaty, party), gone, c.builder.latch(c.builder.any_of(*ways)))


def own_consent(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a party's own consent works, with its own delay if the treaty gives one to late-comers.

    Late is who consents after the entry into force, or, where the text says so, after its conditions have been met.
    Who has left has to consent anew.
    """
    rule = c.terms(treaty, "").entry
    manners = tuple(q.manner for q in rule.quorums) if rule and rule.quorums else ("ratification",)
    events = [c.node("consent_event", treaty, party, manner) for manner in (*manners, "accession")]
    event = c.builder.any_of(*events)
    inherited = c.builder.any_of(c.node("succession", treaty, party), _as_amended(c, treaty, party))
    if amended(c, treaty):
        inherited = c.builder.any_of(inherited, c.node("accepted_in_silence", treaty, party))
    gone = c.builder.any_of(c.node("departure", treaty, party), c.node("consent_withdrawn", treaty, party))
    if rule is None or rule.own_offset in (None, Offset()):
        return c.builder.latch(c.builder.any_of(event, inherited), gone)
    in_time, late = _in_time_and_late(c, treaty, event, rule.own_after_quorum)
    late = c.builder.timer(late, rule.own_offset)
    return c.builder.latch(c.builder.any_of(in_time, late, inherited), gone)


def _in_time_and_late(c: Compilation, treaty: str, event: int, after_quorum: bool) -> tuple[int, int]:
    """Part an event of consent into one that is in time and one that is late.

    The entry into force begins its day, so that who consents on it is late; but whoever consents together with the one
    whose consent was needed is in time, on whatever day that brings the treaty into force.
    """
    entered = c.node("entered", treaty, "")
    after = event if after_quorum else c.builder.gate(event, entered)
    before = NOBODY if after_quorum else c.builder.gate(event, c.builder.negation(entered))
    met = ("quorums_met", treaty)
    together = c.builder.act(after, lambda: c.builder.negation(c.node(*met)), name="consent")
    late = c.builder.act(after, lambda: c.node(*met), name="late consent")
    return c.builder.any_of(before, together), late


def _as_amended(c: Compilation, treaty: str, party: str) -> int:
    """Build the event that a party joins a treaty that this one amends, when this one is in force (art. 40(5))."""
    if not any(residual.newcomers for _, residual in c.residuals(treaty)):
        return NOBODY
    joining = (c.builder.rise(c.node("own_consent", old, party)) for old in amended_by(c, treaty))
    return c.builder.gate(c.builder.any_of(*joining), c.node("entered", treaty, ""))


def departure(c: Compilation, treaty: str, party: str, *spared: str) -> int:
    """Build the event that a party ceases to be one: by a power of its own, by all others, or by its own end."""
    leaving = [
        clause
        for clause in c.clauses_that(treaty, "leaves")
        if not clause.bearer.actors or party in clause.bearer.actors
    ]
    own = (c.node("effect", treaty, clause.id, party) for clause in leaving)
    ends = c.node("extinction", party)
    return c.builder.any_of(*own, c.node("expulsion", treaty, party, *spared), ends)
