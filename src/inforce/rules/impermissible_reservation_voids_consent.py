"""An impermissible reservation takes the consent with it: the other side of a disputed question."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(impermissible="void")


RULE = Rule(
    id="impermissible-reservation-voids-consent",
    article="Vienna Convention, art. 19",
    title="An impermissible reservation voids the consent",
    sentence="Who consents only with a reservation that is not permitted has not consented to be bound.",
    custom="disputed",
    residual=_residual,
    binding_from=IN_FORCE,
    default=False,
)
"""A state is bound by what it agreed to and by nothing else; without the reservation it did not agree."""
