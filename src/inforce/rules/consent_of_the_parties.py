"""Termination by consent of all the parties: Vienna Convention, article 54(b)."""

from inforce.model import Bearer, Clause, Effect, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ID = "consent-of-the-parties"


def _residual(treaty: Treaty) -> Residual:
    power = Clause(
        id=ID,
        treaty=treaty.id,
        instrument="",
        kind="power",
        verb="end",
        bearer=Bearer(jointly=True),
        sentence="The parties may end the treaty at any time by agreement of all of them.",
        effect=Effect("ends"),
        rule=ID,
    )
    return Residual(clauses=(power,))


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 54(b)",
    title="Consent of the parties",
    sentence="All the parties together may end a treaty at any time, whatever its text says about leaving it.",
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""An agreement counts only if every party takes part through whoever speaks for it in the view."""
