"""Entry into force where the text is silent: Vienna Convention, article 24."""

from inforce.model import EntryIntoForce, Quorum, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ALL_CONSENT = EntryIntoForce(
    text="upon ratification by each party",
    quorums=(Quorum(manner="ratification", each_party=True),),
)


def _residual(treaty: Treaty) -> Residual:
    own = treaty.terms.entry
    says = own is not None and (own.quorums or own.along_with or own.offset.on is not None)
    return Residual() if says else Residual(entry=ALL_CONSENT)


RULE = Rule(
    id="entry-in-silence",
    article="Vienna Convention, art. 24(1) and (2)",
    title="Entry into force",
    sentence="A treaty enters into force as its text says; if it says nothing, once every party has consented.",
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""The text's own rule always wins; this one answers its silence."""
