"""A consent that was defective: Vienna Convention, articles 46 to 50."""

from inforce.model import (
    Bearer,
    Clause,
    Condition,
    Defect,
    Effect,
    Either,
    FactHolds,
    Residual,
    Rule,
    Treaty,
    ground_named,
)
from inforce.rules.vienna import IN_FORCE

ID = "invalidity-of-consent"


def _power(treaty: Treaty, ground: str, victim: str, defects: tuple[Defect, ...]) -> Clause:
    facts: tuple[Condition, ...] = tuple(FactHolds(defect.fact) for defect in defects)
    return Clause(
        id=f"{ID}-{ground.replace(' ', '-')}-{victim}",
        treaty=treaty.id,
        instrument="",
        kind="power",
        verb="impeach",
        bearer=Bearer((victim,)),
        sentence=f"{victim} may invoke {ground}, once it is established, against its consent to be bound.",
        once=(facts[0] if len(facts) == 1 else Either(facts),),
        effect=Effect("voids", ground=ground, under=ground_named(ground).article),
        rule=ID,
    )


def _residual(treaty: Treaty) -> Residual:
    by_victim: dict[tuple[str, str], tuple[Defect, ...]] = {}
    for defect in treaty.defects:
        if ground_named(defect.ground).of_victim and defect.victim:
            key = (defect.ground, defect.victim)
            by_victim[key] = (*by_victim.get(key, ()), defect)
    powers = (_power(treaty, ground, victim, found) for (ground, victim), found in by_victim.items())
    return Residual(clauses=tuple(powers))


RULE = Rule(
    id=ID,
    article="Vienna Convention, arts. 46 to 50",
    title="Invalidity of consent",
    sentence="Error, fraud, corruption and their like let the victim, and nobody else, impeach its own consent.",
    custom="custom-core",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""Error is firm custom (art. 48), corruption was new in 1969 (art. 50). That the right can be lost (art. 45)
and asks for a procedure (art. 65) are rules of their own."""
