"""Reservations to a treaty of many parties: Vienna Convention, articles 19 to 23."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(reservations=True)


RULE = Rule(
    id="reservation-between-two",
    article="Vienna Convention, arts. 19 to 23",
    title="A reservation works between the two",
    sentence=(
        "A reservation takes its clause out between its author and each other party, both ways; an objection may "
        "keep the whole treaty out of force between the two."
    ),
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""Accepted or only objected to, the effect on the clause is the same (art. 21(1) and (3)). In a view without this
rule a reservation changes nothing."""
