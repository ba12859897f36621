"""Successive treaties on the same subject: Vienna Convention, article 30(3) and (4)."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(later_goes_before=bool(treaty.displaced), priority="later")


RULE = Rule(
    id="successive-treaties",
    article="Vienna Convention, art. 30(3) and (4)",
    title="Successive treaties",
    sentence=(
        "Between parties of both, an earlier treaty applies only so far as a later one on the same subject leaves "
        "room; towards a party of one alone, the treaty that both share applies."
    ),
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""The file marks the later clause ``in place of`` the earlier one: whether two clauses are incompatible is a reading.
Where it only says that two are ``incompatible with`` one another, the clause of the earlier treaty gives way.
So an amendment leaves a party of the old treaty alone that does not join it (art. 40(4))."""
