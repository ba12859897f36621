"""What was executed stays: Vienna Convention, article 70(1)(b)."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(keeps_executed=True)


RULE = Rule(
    id="executed-acts-stay",
    article="Vienna Convention, art. 70(1)(b)",
    title="What was executed stays",
    sentence="The end of a treaty does not undo a right, a duty performed or a situation created by it before.",
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""In a view without it, a performed duty reads ``ended`` after the end, and a situation ``ceased``."""
