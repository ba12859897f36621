"""Which of two treaties goes first is for them to say: Vienna Convention, article 30(2)."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(priority="declared")


RULE = Rule(
    id="declared-priority",
    article="Vienna Convention, art. 30(2)",
    title="A treaty says which goes first",
    sentence="Of two treaties that conflict, the one said to prevail, or to which the other is subject, goes first.",
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""The lines ``subject to`` and ``prevails over`` say it; a line ``incompatible with`` says of which clauses."""
