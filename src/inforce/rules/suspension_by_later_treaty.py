"""A later treaty of all the parties lets an earlier one rest: Vienna Convention, article 59(2)."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(rests_while_later=True)


RULE = Rule(
    id="suspension-by-later-treaty",
    article="Vienna Convention, art. 59(2)",
    title="Suspension by a later treaty",
    sentence="A treaty is suspended while a later one of all its parties that is meant to suspend it is in force.",
    custom="custom-core",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""The record says ``suspends`` in the later treaty; the earlier one goes on when the later has ended."""
