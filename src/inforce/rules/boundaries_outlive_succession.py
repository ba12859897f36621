"""A succession of states leaves boundaries as they are."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import SUCCESSION_IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(succession="boundary" if treaty.boundary else "")


RULE = Rule(
    id="boundaries-outlive-succession",
    article="Vienna Convention on Succession of States in respect of Treaties, arts. 11 and 12",
    title="Boundaries outlive a succession",
    sentence="A treaty that establishes a boundary binds whoever comes after a party to it, said or not.",
    custom="custom-firm",
    residual=_residual,
    binding_from=SUCCESSION_IN_FORCE,
)
"""Of a separation, a dissolution and a new independence alike; the regimes of territories are a boundary's."""
