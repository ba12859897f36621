"""Suspension by consent of all the parties: Vienna Convention, article 57(b)."""

from inforce.model import Bearer, Clause, Effect, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ID = "suspension-by-all"


def _residual(treaty: Treaty) -> Residual:
    power = Clause(
        id=ID,
        treaty=treaty.id,
        instrument="",
        kind="power",
        verb="suspend",
        bearer=Bearer(jointly=True),
        sentence="The parties may suspend the treaty at any time by agreement of all of them.",
        effect=Effect("suspends"),
        rule=ID,
    )
    return Residual(clauses=(power,))


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 57(b)",
    title="Suspension by all the parties",
    sentence="All the parties together may suspend a treaty at any time, whatever its text says about that.",
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""It rests until all of them together agree to resume it."""
