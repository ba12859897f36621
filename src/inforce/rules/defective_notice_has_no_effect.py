"""A notice that lacks what its clause asks for has no effect: one answer to a question that treaty law leaves open."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ID = "defective-notice-has-no-effect"


def _residual(treaty: Treaty) -> Residual:
    return Residual(voids_defective_notices=True)


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 54(a)",
    title="A defective notice has no effect",
    sentence="One leaves in conformity with the treaty: a notice that is not as its clause asks has no effect.",
    custom="disputed",
    residual=_residual,
    binding_from=IN_FORCE,
    default=False,
)
"""Article 54(a) lets a party leave in conformity with the provisions of the treaty; whether a notice that falls short
of them is void, or works when what it lacks is made good, it does not say."""
