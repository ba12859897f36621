"""Every named signal and the function that builds it."""

from collections.abc import Callable

from inforce.engine import clause_status, conditions, duties, ending, entry, parties, powers, treaty_status

PARTS: dict[str, Callable[..., int]] = {
    "consent_event": parties.consent_event,
    "consented": parties.consented,
    "signed": parties.signed,
    "member": parties.member,
    "own_consent": parties.own_consent,
    "departure": parties.departure,
    "entry": entry.entry,
    "entered": entry.entered,
    "expiry": entry.expiry,
    "in_force": ending.in_force,
    "ended": ending.ended,
    "end": ending.end,
    "suspended": ending.suspended,
    "severed": ending.severed,
    "binding": ending.binding,
    "condition": conditions.condition,
    "fact": conditions.fact,
    "fact_event": conditions.fact_event,
    "breach_said": conditions.breach_said,
    "breach_stands": conditions.breach_stands,
    "power": powers.power,
    "conditions_met": powers.conditions_met,
    "once_met": powers.once_met,
    "exercise": powers.exercise,
    "use": powers.use,
    "effect": powers.effect,
    "operative": duties.operative,
    "start": duties.start,
    "performance": duties.performance,
    "arisen": duties.arisen,
    "lapsed": duties.lapsed,
    "time_out": duties.time_out,
    "outstanding": duties.outstanding,
    "late": duties.late,
    "clause_status": clause_status.clause_status,
    "unremedied": clause_status.unremedied,
    "treaty_status": treaty_status.treaty_status,
    "pair_status": treaty_status.pair_status,
}
"""A signal's name and its builder; each builder asks for what it needs by name."""
