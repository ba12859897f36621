"""An impermissible reservation falls and the consent stands: one side of a disputed question."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(impermissible="severed")


RULE = Rule(
    id="impermissible-reservation-is-severed",
    article="Vienna Convention, art. 19",
    title="An impermissible reservation is severed",
    sentence="A reservation that is not permitted is without effect, and its author is bound without it.",
    custom="disputed",
    residual=_residual,
    binding_from=IN_FORCE,
    default=False,
)
"""Article 19 says what may not be reserved and not what follows. Courts of human rights have severed."""
