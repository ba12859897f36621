"""A successor is a third state until it says that it is bound: the other side of a disputed question."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(succession="by-consent")


RULE = Rule(
    id="succession-needs-consent",
    article="Vienna Convention on the Law of Treaties, art. 34",
    title="Nobody is bound without saying so",
    sentence="The treaties of a state bind those that succeed it only if they say so.",
    custom="disputed",
    residual=_residual,
    binding_from=IN_FORCE,
    default=False,
)
"""That a treaty binds no third state without its consent is firm; that a successor is one is not."""
