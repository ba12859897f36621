"""Powers: when they may be used, what counts as using them, and what follows (design, 3.6)."""

from msgspec.structs import replace

from inforce.engine.circuit import YES, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.defects import SOUND, defects_of, whether_it_works
from inforce.engine.evidence import Occurrence, Slot, actors_of
from inforce.engine.lost_rights import lost
from inforce.engine.parties import consent_slots, is_party_alone, parties_of
from inforce.model import Clause, Offset
from inforce.temporal import Span

BETWEEN = "suspends between"
"""The effect of a power by which a treaty rests between some of its parties only."""

_ONE_DAY = 1
_TOMORROW = "tomorrow"
BEFORE_FORCE = {"unapplies": "applying", "unsigns": "unbound_signatory"}
"""What a power needs that is used before entry into force, by its effect."""

OWN_STATUS = (*BEFORE_FORCE, "voids")
"""Effects of powers that need no treaty in force."""


def other_party(c: Compilation, treaty: str, party: str) -> str:
    """Return the other party of a bilateral treaty, or the one towards whom a clause is asked; empty if open."""
    if c.pair[0] == party and c.pair[1]:
        return c.pair[1]
    others = [one for one in c.treaty(treaty).parties if one != party]
    return others[0] if len(others) == 1 else ""


def basis(c: Compilation, clause: Clause) -> Reason:
    """Return the clause, or the rule of general law, that a power rests on."""
    if clause.rule:
        return Reason("rule", clause.rule, clause.sentence)
    doubts = [line.text or "no source" for line in clause.lines if line.key == "unverified"]
    text = "".join((clause.sentence, *(f" (unverified: {doubt})" for doubt in doubts)))
    return Reason("clause", clause.id, text, clause.citations)


def power(c: Compilation, treaty: str, name: str, holder: str, defects: tuple[str, ...] = SOUND) -> int:
    """Build the state that a power may be used tomorrow: in force, its conditions met, its window open then.

    An act is judged against the close of the day before, but a window bounds the days of acts: the first day
    "not before" which an act counts, and the last "no later than" which it does, are themselves in time. For a notice
    with ``defects``, whether the power may be used so is open, or a rule says.
    """
    clause = c.clause(treaty, name)
    before = BEFORE_FORCE.get(clause.effect.what if clause.effect else "")
    if before:
        valid = c.builder.negation(c.node("void", treaty, holder))
        return c.builder.named_conjunction({before: c.node(before, treaty, name, holder), "valid": valid})
    if clause.effect is not None and clause.effect.what == "voids":
        return c.node("impeachable", treaty, name, holder)
    alive = c.node("member", treaty, holder) if holder else c.node("in_force", treaty, "")
    parts = {"member" if holder and is_party_alone(c, treaty) else "in_force": alive}
    if clause.instrument:
        parts["in_force"] = c.node("in_force", treaty, clause.instrument)
    parts["conditions_met"] = c.node("conditions_met", treaty, name, holder)
    parts["unaffirmed"] = c.builder.negation(lost(c, treaty, name, holder))
    parts["opened"] = c.node("opened", treaty, name, holder, _TOMORROW)
    parts["not_closed"] = c.node("not_closed", treaty, name, _TOMORROW)
    parts |= {defect: whether_it_works(c, clause, defect) for defect in defects}
    parts["valid"] = c.builder.negation(c.node("void", treaty, holder))
    return c.builder.named_conjunction(parts)


def usable(c: Compilation, treaty: str, name: str, holder: str, other: str) -> int:
    """Build the state that a power may be used tomorrow, towards another where it is used against one party only."""
    clause = c.clause(treaty, name)
    between = clause.effect is not None and clause.effect.what == BETWEEN
    desk = c.between(holder, other) if other and (between or clause.bearer.but_one) else c
    return desk.node("power", treaty, name, holder, SOUND)


def conditions_met(c: Compilation, treaty: str, name: str, holder: str) -> int:
    """Build the state that the conditions of a clause are met: those precedent for good, the others today."""
    clause, other = c.clause(treaty, name), other_party(c, treaty, holder)
    states = [once_met(c, treaty, name, holder)]
    states += [c.node("condition", treaty, asked, holder, other) for asked in clause.so_long_as]
    if clause.kind != "power":  # a power tells its bounds apart from its conditions
        states += [c.node("opened", treaty, name, holder), c.node("not_closed", treaty, name)]
    return c.builder.conjunction(*states)


def once_met(c: Compilation, treaty: str, name: str, holder: str) -> int:
    """Build the state that the conditions precedent of a clause have been met."""
    clause, other = c.clause(treaty, name), other_party(c, treaty, holder)
    met = [c.node("condition", treaty, asked, holder, other) for asked in clause.once]
    return c.builder.latch(c.builder.rise(c.builder.conjunction(*met))) if met else c.builder.constant(3)


def opened(c: Compilation, treaty: str, name: str, holder: str, when: str = "") -> int:
    """Build the state that the first day for a power has come, today or by tomorrow."""
    clause = c.clause(treaty, name)
    if clause.window is None or clause.window.earliest is None:
        return c.builder.constant(YES)
    first = clause.window.earliest.on
    if first is not None:
        return c.builder.latch(c.on_day(first - _ONE_DAY if when else first))
    if clause.window.term == "own" and holder:
        return _opened_for(c, treaty, holder, replace(clause.window.earliest, days=-_ONE_DAY if when else 0))
    offset = _from_entry(c, clause, clause.window.earliest, -_ONE_DAY if when else 0)
    return c.builder.latch(c.builder.timer(c.node("entry", clause.treaty, ""), offset))


def _opened_for(c: Compilation, treaty: str, holder: str, offset: Offset) -> int:
    """Build the state that a time has passed since the entry into force for one party; who comes back waits anew."""
    left = c.node("departure", treaty, holder)
    began = c.builder.rise(c.node("member", treaty, holder))
    return c.builder.latch(c.builder.timer(began, offset, left), left)


def not_closed(c: Compilation, treaty: str, name: str, when: str = "") -> int:
    """Build the state that the last day for a power has not passed, today or by tomorrow."""
    clause = c.clause(treaty, name)
    bound = clause.window
    last = bound.latest.on if bound and bound.latest else None
    if last is not None:
        return c.builder.negation(c.builder.latch(c.on_day(last if when else last + _ONE_DAY)))
    if bound is None or bound.latest is None or bound.term != "first":
        return c.builder.constant(YES)
    start = c.node("entry", clause.treaty, "")
    after = _from_entry(c, clause, bound.latest, 0 if when else _ONE_DAY)
    return c.builder.negation(c.builder.latch(c.builder.timer(start, after)))


def _from_entry(c: Compilation, clause: Clause, bound: Offset, more: int) -> Offset:
    """Return how a bound is counted from the entry into force, also if it is given from the end of the first term."""
    if clause.window is not None and clause.window.term in ("entry", "own"):
        return replace(bound, days=bound.days + more)
    term = c.terms(clause.treaty, "").term or Span()
    return Offset(term, bound.before, bound.following_month, bound.days + more)


def exercises(
    c: Compilation, treaty: str, name: str, holder: str
) -> list[tuple[int, int, Occurrence | None]]:
    """Return each use of a power: the effective act, what was done, and the occurrence if it stands alone."""
    clause = c.clause(treaty, name)
    found = []
    for slot in _slots(c, clause, holder):
        for event, occurrence in c.occurrences(slot):
            done = (event, defects_of(c, clause, holder, occurrence))
            uses = (use_of_slot(c, clause, holder, slot, one, done) for one in _towards(c, clause, slot))
            found += [(use, event, occurrence) for use in uses]
    return found


def _towards(c: Compilation, clause: Clause, slot: Slot) -> tuple[str, ...]:
    """Return towards whom an act is judged: the one that it names, or each that all the others may act against."""
    if clause.bearer.but_one:
        return against(c, clause, slot)
    between = clause.effect is not None and clause.effect.what == BETWEEN
    return (str(slot[5]),) if between else ("",)


def use_of_slot(
    c: Compilation,
    clause: Clause,
    holder: str,
    slot: Slot,
    towards: str,
    done: tuple[int, tuple[str, ...]],
) -> int:
    """Build one use of a power; what is done towards one party alone is judged as between the two.

    ``done`` is the event of the act, and what is wrong with the notice.
    """
    desk = c.between(holder, towards) if towards else c
    others = [one for one in _absent(c, clause, slot) if one != towards] if clause.bearer.but_one else []
    if not others:
        return desk.node("use", clause.treaty, clause.id, holder, *done)

    def power() -> int:
        gone = (c.builder.negation(c.node("member", clause.treaty, other)) for other in others)
        held = desk.node("power", clause.treaty, clause.id, holder, done[1])
        return c.builder.named_conjunction(
            {"conditions_met": held, "unanimous": c.builder.conjunction(*gone)}
        )

    key = ("use of all but one", clause.treaty, clause.id, holder, towards, *done)
    return c.builder.once(
        key, lambda: c.builder.act(done[0], power, basis(c, clause), f"{clause.id}:{holder}")
    )


def use(
    c: Compilation, treaty: str, name: str, holder: str, event: int, defects: tuple[str, ...] = SOUND
) -> int:
    """Build one use of a power: an act that counts if the power existed at the close of the day before."""
    reason = basis(c, c.clause(treaty, name))
    return c.builder.act(
        event, lambda: c.node("power", treaty, name, holder, defects), reason, f"{name}:{holder}"
    )


def _slots(c: Compilation, clause: Clause, holder: str) -> list[Slot]:
    verb = "refuse" if clause.provisional else clause.verb
    slots = c.act_slots_of(verb, clause.treaty, holder) if holder else c.act_slots(verb, clause.treaty)
    if clause.effect is not None and clause.effect.ground:
        slots = [slot for slot in slots if slot[4] == (clause.effect.ground,)]
    if holder:
        return slots
    everyone = set(c.treaty(clause.treaty).parties)
    return [slot for slot in slots if everyone <= set(actors_of(slot))]


_FEW = 5
"""With more parties away than this, an act that names nobody is not one of all the others."""


def against(c: Compilation, clause: Clause, slot: Slot) -> tuple[str, ...]:
    """Return the parties against each of whom an act may be that of all the others: named, or one of few away."""
    absent, named = _absent(c, clause, slot), str(slot[5])
    if named:
        return (named,) if named in absent else ()
    return tuple(absent) if len(absent) <= _FEW else ()


def _absent(c: Compilation, clause: Clause, slot: Slot) -> list[str]:
    """Return who has consented to a treaty at some time and takes no part in an act."""
    away = (party for party in parties_of(c, clause.treaty) if party not in actors_of(slot))
    return [party for party in away if any(consent_slots(c, clause.treaty, party))]


def exercise(c: Compilation, treaty: str, name: str, holder: str) -> int:
    """Build the event that a power is used with effect."""
    return c.builder.any_of(*(act for act, _, _ in exercises(c, treaty, name, holder)))
