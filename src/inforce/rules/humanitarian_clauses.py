"""Clauses that protect persons are not answered by suspension: Vienna Convention, article 60(5)."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(spares_humanitarian=True)


RULE = Rule(
    id="humanitarian-clauses",
    article="Vienna Convention, art. 60(5)",
    title="Humanitarian clauses",
    sentence="No breach, however grave, suspends or ends the clauses of a treaty that protect persons.",
    custom="custom-core",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""The file marks the clauses ``humanitarian``; the prohibition of reprisals against protected persons is the model."""
