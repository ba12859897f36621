"""The later of two treaties goes before the earlier between those bound by both: Vienna Convention, article 30."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(priority="later")


RULE = Rule(
    id="later-prevails",
    article="Vienna Convention, art. 30(3) and (4)",
    title="The later treaty prevails",
    sentence="Between parties to both, the earlier treaty applies only as far as it is compatible with the later one.",
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""The later is the one of which the first signature, or else the first consent, comes later."""
