"""Severance of diplomatic relations: Vienna Convention, article 63."""

from inforce.model import RelationsSevered, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(suspended_while=RelationsSevered())


RULE = Rule(
    id="severance-of-relations",
    article="Vienna Convention, art. 63",
    title="Severance of diplomatic relations",
    sentence="Severing relations ends nothing; only clauses that cannot work without relations rest meanwhile.",
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""The file marks the clauses that cannot work without relations by ``needs relations``."""
