"""The powers that a ground of ending gives, alike for every such ground (Vienna Convention, arts. 61 and 62)."""

from collections.abc import Iterator

from inforce.model import (
    All,
    Bearer,
    Clause,
    Condition,
    Effect,
    Either,
    FactHolds,
    Not,
    Treaty,
    ground_named,
)

_BILATERAL = 2


def powers_on_ground(treaty: Treaty, rule: str, ground: str, what: tuple[str, ...]) -> tuple[Clause, ...]:
    """Return the powers to end (or leave) and to suspend a treaty, once a fact that founds a ground is so.

    Each party has them, but not one that a fact bars: its own breach brought about what it would invoke.
    """
    facts: tuple[Condition, ...] = tuple(
        FactHolds(defect.fact) for defect in treaty.defects if defect.ground == ground
    )
    if not facts:
        return ()
    founded = facts[0] if len(facts) == 1 else Either(facts)
    return tuple(
        _power(treaty, (rule, ground), verb, effect, holder, condition)
        for verb, effect in _ways(treaty, what)
        for holder, condition in _holders(treaty, founded)
    )


def _ways(treaty: Treaty, what: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the acts and their effects: who ends a treaty of many only leaves it, and suspends it for itself."""
    bilateral = len(treaty.parties) <= _BILATERAL
    if "end" in what:
        yield ("terminate", "ends") if bilateral else ("withdraw", "leaves")
    if "suspend" in what:
        yield ("suspend", "suspends") if bilateral else ("suspend-for-itself", "suspends for itself")


def _holders(treaty: Treaty, founded: Condition) -> Iterator[tuple[str, Condition]]:
    """Yield each party that a fact may bar, with the condition that it does not; without one, every party at once."""
    if not treaty.bars:
        yield "", founded
        return
    for party in treaty.parties:
        bars = tuple(Not(FactHolds(bar.fact)) for bar in treaty.bars if bar.actor == party)
        yield party, All((founded, *bars)) if bars else founded


def _power(
    treaty: Treaty, of: tuple[str, str], verb: str, effect: str, holder: str, condition: Condition
) -> Clause:
    rule, ground = of
    who = holder or "A party"
    act = verb.replace("-for-itself", "")
    return Clause(
        id="-".join(filter(None, (rule, verb, holder))),
        treaty=treaty.id,
        instrument="",
        kind="power",
        verb=verb,
        bearer=Bearer((holder,)) if holder else Bearer(each=True),
        sentence=f"{who} may {act} the treaty once {ground} is established and its own breach did not bring it about.",
        once=(condition,),
        effect=Effect(effect, under=ground_named(ground).article),
        rule=rule,
    )
