"""Supervening impossibility of performance: Vienna Convention, article 61."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.ending_grounds import powers_on_ground
from inforce.rules.vienna import IN_FORCE

ID = "impossibility"


def _residual(treaty: Treaty) -> Residual:
    for_good = powers_on_ground(treaty, ID, "impossibility of performance", ("end",))
    for_a_time = powers_on_ground(treaty, ID, "temporary impossibility", ("suspend",))
    return Residual(clauses=(*for_good, *for_a_time))


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 61",
    title="Impossibility of performance",
    sentence=(
        "Who cannot perform a treaty because an object indispensable for it is gone for good may end or leave it; if "
        "it is gone for a time, only suspend it; not who brought that about by its own breach."
    ),
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""The right is not among those that are lost by acquiescence (art. 45 does not name art. 61)."""
