"""Silence accepts a reservation after twelve months: Vienna Convention, article 20(5)."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE
from inforce.temporal import Span


def _residual(treaty: Treaty) -> Residual:
    return Residual(silence_accepts_after=Span(months=12))


RULE = Rule(
    id="silence-accepts-a-reservation",
    article="Vienna Convention, art. 20(5)",
    title="Silence accepts a reservation",
    sentence=(
        "Who has not objected twelve months after it was notified of a reservation, or by the day on which it "
        "consented to be bound itself, whichever is later, has accepted it."
    ),
    custom="progressive",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""The principle of tacit acceptance is older; the twelve months were new in 1969."""
