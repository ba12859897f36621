"""A newly independent state begins with a clean slate."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import SUCCESSION_IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(succession="clean-slate")


RULE = Rule(
    id="clean-slate",
    article="Vienna Convention on Succession of States in respect of Treaties, arts. 16 and 17",
    title="A clean slate",
    sentence="A newly independent state is not bound by its predecessor's treaties; it may be a party by saying so.",
    custom="custom-core",
    residual=_residual,
    binding_from=SUCCESSION_IN_FORCE,
)
"""It may say so to a treaty of many by which the predecessor was bound, and is then bound from its independence."""
