"""The loss of a right to invoke a ground: Vienna Convention, article 45."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(rights_lost=True)


RULE = Rule(
    id="lost-right-to-invoke",
    article="Vienna Convention, art. 45",
    title="The right to invoke is lost",
    sentence=(
        "Who knows the facts and agrees, in words or by its conduct, that the treaty is valid or goes on can no longer "
        "invoke them against it."
    ),
    custom="custom-core",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""Of arts. 46 to 50, 60 and 62 alone: what coercion or a peremptory norm makes void nobody can affirm."""
