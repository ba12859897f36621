"""How a treaty or an instrument ends or rests: its own clauses, then the parties, then general law."""

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import MAYBE, Kind, Node, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.evidence import actors_of
from inforce.engine.general_law import hears
from inforce.engine.parties import parties_of
from inforce.model import Clause


def in_force(c: Compilation, treaty: str, instrument: str) -> int:
    """Build the state that a treaty or instrument is in force: entered, and not ended since."""
    on, off = c.node("entry", treaty, instrument), c.node("end", treaty, instrument)
    return c.builder.latch(on, off)


def unended(c: Compilation, treaty: str, instrument: str) -> int:
    """Build the state that a treaty or instrument is in force as far as anything but its own term may end it."""
    if instrument:
        off = c.node("end", treaty, "")
    else:
        off = c.builder.any_of(*(event for manner, event in endings(c, treaty) if manner != "expiry"))
    return c.builder.latch(c.node("entry", treaty, instrument), off)


def ended(c: Compilation, treaty: str, instrument: str, *spared: str) -> int:
    """Build the state that a treaty or instrument has ended, otherwise than for a breach if that is spared."""
    return c.builder.latch(c.node("end", treaty, instrument, *spared))


def end(c: Compilation, treaty: str, instrument: str, *spared: str) -> int:
    """Build the event that a treaty or instrument ends, in whichever manner comes first.

    What ends the treaty ends its instruments; an instrument's own term may run out before.
    """
    if instrument:
        own = c.node("expiry", treaty, instrument)
        return c.builder.any_of(c.node("end", treaty, "", *spared), own)
    return c.builder.any_of(*(event for _, event in endings(c, treaty, *spared)))


def endings(c: Compilation, treaty: str, *spared: str) -> list[tuple[str, int]]:
    """Return each manner in which a treaty may end, with its event, but for what rests on articles that are spared."""
    found = [("expiry", c.node("expiry", treaty, ""))]
    for clause in c.clauses(treaty):
        if clause.effect is not None and clause.effect.what == "ends" and clause.effect.under not in spared:
            found.extend((clause.id, c.node("effect", treaty, clause.id, who)) for who in holders(c, clause))
    if not any(residual.continues for _, residual in c.residuals(treaty)):
        found.append(("unknown", _lapse(c, treaty)))
    found.append(("too few parties", c.node("too_few", treaty)))
    found.append(("no other party", c.node("bereft", treaty)))
    return [(manner, event) for manner, event in found if event != NOBODY]


def too_few(c: Compilation, treaty: str) -> int:
    """Build the event that fewer parties remain than the text asks for, once there were as many.

    Otherwise falling below ends nothing (general law: Vienna Convention, art. 55).
    """
    needed = c.terms(treaty, "").fewer_than
    if not needed:
        return NOBODY
    remaining = [c.node("own_consent", treaty, party) for party in parties_of(c, treaty)]
    weights = (1.0,) * len(remaining)
    enough = c.builder.add(Node(Kind.COUNT, tuple(remaining), weights=weights, threshold=float(needed)))
    entered = c.node("entered", treaty, "")
    reached = c.builder.latch(c.builder.rise(c.builder.conjunction(entered, enough)))
    return c.builder.rise(c.builder.conjunction(reached, c.builder.negation(enough)))


def holders(c: Compilation, clause: Clause) -> tuple[str, ...]:
    """Return who holds a power: named actors, each party, or all of them jointly (the empty name)."""
    if clause.bearer.jointly:
        return ("",)
    if clause.bearer.each or not clause.bearer.actors:
        return parties_of(c, clause.treaty)
    return clause.bearer.actors


def _lapse(c: Compilation, treaty: str) -> int:
    """Build what is unknown without the rule of continuity: whether a treaty outlives a government."""
    changed = []
    for party in c.treaty(treaty).parties:
        speakers = c.evidence.speakers.get(party)
        for government in speakers.options[0] if speakers else ():
            first = speakers.options[0][government].possible if speakers else ()
            if first and first[0] > -(2**39):
                changed.append(c.builder.add(Node(Kind.STATE_INPUT, slot=("speaks", government, party))))
    lasting = c.unknown(f"whether {treaty} binds a new government")
    return c.builder.gate(lasting, c.builder.disjunction(*changed))


def suspended(c: Compilation, treaty: str, *spared: str) -> int:
    """Build the state that a treaty is suspended by an act that had the power to, under no article that is spared."""
    end = c.node("end", treaty, "")
    states = [
        c.builder.latch(
            c.node("effect", treaty, clause.id, who), c.builder.any_of(*_resumptions(c, treaty, who), end)
        )
        for clause in c.clauses(treaty)
        if clause.effect is not None
        and clause.effect.what == "suspends"
        and clause.effect.under not in spared
        for who in holders(c, clause)
    ]
    return c.builder.disjunction(*states, c.node("suspended_by_later", treaty))


def resting_alone(c: Compilation, treaty: str, party: str, *spared: str) -> int:
    """Build the state that a party has suspended a treaty for itself alone, and has not resumed it."""
    states = [
        c.builder.latch(
            c.node("effect", treaty, clause.id, party),
            c.builder.any_of(*_resumptions(c, treaty, party), c.node("end", treaty, "")),
        )
        for clause in c.clauses_that(treaty, "suspends for itself")
        if clause.effect is not None and clause.effect.under not in spared and party in holders(c, clause)
    ]
    return c.builder.disjunction(*states)


def _resumptions(c: Compilation, treaty: str, suspender: str) -> list[int]:
    """Return the acts that end a suspension: by the party that suspended, or by all the parties."""
    everyone = set(c.treaty(treaty).parties)
    slots = c.act_slots("resume", treaty)
    return [c.event(s) for s in slots if suspender in actors_of(s) or everyone <= set(actors_of(s))]


def severed(c: Compilation, treaty: str) -> int:
    """Build the state that two parties have no diplomatic relations."""
    parties = set(c.treaty(treaty).parties)
    slots = [slot for slot in c.evidence.occurrences if slot[0] == "act" and slot[1] in ("sever", "restore")]
    ours = [slot for slot in slots if set(actors_of(slot)) <= parties]
    on = c.builder.any_of(*(c.event(slot) for slot in ours if slot[1] == "sever"))
    off = c.builder.any_of(*(c.event(slot) for slot in ours if slot[1] == "restore"))
    return c.builder.latch(
        on, off, Reason("rule", "severance-of-relations", "relations between the parties are severed")
    )


def binding(c: Compilation, treaty: str, instrument: str) -> int:
    """Build the state that an instrument binds, where voices differ on it."""
    found = c.instrument(treaty, instrument)
    if found is None or not (found.binding_said_by or found.binding_denied_by):
        return c.builder.constant(3)
    said, denied = (
        any(hears(c.view, voice) for voice in voices)
        for voices in (found.binding_said_by, found.binding_denied_by)
    )
    return c.builder.constant(MAYBE if said and denied else 3 if said else 0)
