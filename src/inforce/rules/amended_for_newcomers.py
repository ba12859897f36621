"""Who joins a treaty late joins it as amended: Vienna Convention, article 40(5)."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(newcomers=True)


RULE = Rule(
    id="amended-for-newcomers",
    article="Vienna Convention, art. 40(5)",
    title="Newcomers join a treaty as amended",
    sentence="A state that joins a treaty after an amendment has entered into force is a party to it as amended.",
    custom="progressive",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""Towards parties that are not bound by the amendment, such a state is bound by the treaty as it was."""
