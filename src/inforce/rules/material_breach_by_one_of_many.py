"""Material breach of a treaty of many parties: Vienna Convention, article 60(2)(b)."""

from inforce.model import Bearer, BreachEstablished, Clause, Effect, FactHolds, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ID = "material-breach-by-one-of-many"
SPECIALLY_AFFECTED = "specially-affected"
_BILATERAL = 2


def _residual(treaty: Treaty) -> Residual:
    essential = tuple(clause.id for clause in treaty.clauses if clause.essential)
    if len(treaty.parties) <= _BILATERAL or not essential:
        return Residual()
    power = Clause(
        id=ID,
        treaty=treaty.id,
        instrument="",
        kind="power",
        verb="suspend-towards",
        bearer=Bearer(each=True),
        sentence=(
            "A party specially affected by a breach of an essential clause may suspend the treaty towards its author."
        ),
        once=(BreachEstablished(essential, "the other"), FactHolds(SPECIALLY_AFFECTED, "it")),
        effect=Effect("suspends between", under="60"),
        rule=ID,
    )
    return Residual(clauses=(power,))


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 60(2)(b) and (3)",
    title="Material breach by one of many",
    sentence=(
        "Who is specially affected by a breach of an essential clause may suspend a treaty of many towards its author; "
        "it may not end it."
    ),
    custom="custom-core",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""That a party is specially affected is a fact, ``specially-affected``, claimed of it by somebody. What all the
others may do together (art. 60(2)(a)), and what follows from a breach that changes everybody's position (c), are rules
of their own."""
