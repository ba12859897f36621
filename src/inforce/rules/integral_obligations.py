"""Material breach where every party's position hangs on every other's: Vienna Convention, article 60(2)(c)."""

from inforce.model import Bearer, BreachEstablished, Clause, Effect, FactHolds, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ID = "integral-obligations"
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
        verb="suspend-for-itself",
        bearer=Bearer(each=True),
        sentence=(
            "A party may suspend the treaty for itself once another has broken an essential clause, if such a breach "
            "radically changes the position of every party."
        ),
        once=(BreachEstablished(essential, "another"), FactHolds(ID, treaty.id)),
        effect=Effect("suspends for itself", under="60"),
        rule=ID,
    )
    return Residual(clauses=(power,))


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 60(2)(c) and (3)",
    title="Integral obligations",
    sentence=(
        "Where a material breach by one radically changes the position of all, each other party may suspend the treaty "
        "for itself."
    ),
    custom="custom-core",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""That the treaty is of such a character is a fact, ``integral-obligations``, claimed of the treaty by somebody: a
treaty on disarmament is the usual example."""
