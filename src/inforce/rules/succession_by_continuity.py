"""The treaties of a predecessor bind its successors by law: one side of a disputed question."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import SUCCESSION_IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(succession="by-law")


RULE = Rule(
    id="succession-by-continuity",
    article="Vienna Convention on Succession of States in respect of Treaties, arts. 31, 34 and 35",
    title="The treaties go on",
    sentence="The treaties of a state that is divided or united bind those that succeed it, from the succession on.",
    custom="disputed",
    residual=_residual,
    binding_from=SUCCESSION_IN_FORCE,
    default=False,
)
"""Few states are parties to the Convention, and practice in the dissolutions of the 1990s went both ways."""
