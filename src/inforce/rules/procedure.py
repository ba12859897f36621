"""The procedure for what is invoked against a treaty: Vienna Convention, articles 65 to 68."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE
from inforce.temporal import Span


def _residual(treaty: Treaty) -> Residual:
    return Residual(waits=Span(months=3))


RULE = Rule(
    id="procedure",
    article="Vienna Convention, arts. 65 to 68",
    title="Notice, three months, objection",
    sentence=(
        "What is invoked against a treaty on a ground of the Convention works three months after the others have "
        "received notice of it, unless one of them objects."
    ),
    custom="progressive",
    residual=_residual,
    binding_from=IN_FORCE,
    default=False,
)
"""A good-faith duty to notify and to give time is custom, the three months and the bar of an objection are not. A
clause of the treaty on leaving is no such ground, and keeps its own notice."""
