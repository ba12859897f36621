"""Some parties suspend a treaty between themselves: Vienna Convention, article 58."""

from inforce.model import Bearer, Clause, Effect, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ID = "suspension-between-some"
_BILATERAL = 2


def _residual(treaty: Treaty) -> Residual:
    if len(treaty.parties) <= _BILATERAL:
        return Residual()
    power = Clause(
        id=ID,
        treaty=treaty.id,
        instrument="",
        kind="power",
        verb="suspend-between",
        bearer=Bearer(each=True),
        sentence="Two or more parties may agree to suspend the treaty between themselves alone.",
        effect=Effect("suspends between"),
        rule=ID,
    )
    return Residual(clauses=(power,))


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 58",
    title="Suspension between some of the parties",
    sentence="Two or more parties may suspend a treaty between themselves, as far as that harms no other party.",
    custom="custom-core",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""That the treaty forbids it, or that others are harmed, is for the view to say: it then leaves the rule out."""
