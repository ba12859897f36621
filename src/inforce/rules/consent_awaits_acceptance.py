"""Consent with a reservation works once one other has accepted it: Vienna Convention, article 20(4)(c)."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(awaits_acceptance=True)


RULE = Rule(
    id="consent-awaits-acceptance",
    article="Vienna Convention, art. 20(4)(c)",
    title="Consent with a reservation awaits an acceptance",
    sentence="Consent that contains a reservation is effective as soon as one other contracting state has accepted it.",
    custom="progressive",
    residual=_residual,
    binding_from=IN_FORCE,
    default=False,
)
"""Depositaries count a reserving state from its deposit and do not wait, so a view has to ask for the letter."""
