"""A change of government is not a succession of states: continuity of the party."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(continues=True)


RULE = Rule(
    id="change-of-government",
    article="Vienna Convention, art. 73, which leaves succession of states aside; continuity of the state",
    title="Change of government",
    sentence="A new government leaves the state the same party; only who may speak for it changes.",
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""In a view without it, nothing says whether a treaty binds after the government changed: unknown."""
