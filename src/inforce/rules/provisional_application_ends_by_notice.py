"""The end of provisional application by notice: Vienna Convention, article 25(2)."""

from inforce.model import Bearer, Clause, Effect, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ID = "provisional-application-ends-by-notice"


def _residual(treaty: Treaty) -> Residual:
    power = Clause(
        id=ID,
        treaty=treaty.id,
        instrument="",
        kind="power",
        verb="refuse",
        bearer=Bearer(each=True),
        sentence="Who applies a treaty provisionally ends that by notifying that it will not become a party.",
        effect=Effect("unapplies"),
        rule=ID,
    )
    return Residual(clauses=(power,))


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 25(2)",
    title="Provisional application ends by notice",
    sentence="Provisional application ends for a state once it notifies that it will not become a party.",
    custom="progressive",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""A clause that says itself how long such a notice runs goes before it; the rule answers the clause's silence."""
