"""A later treaty of all the parties on the same subject: Vienna Convention, article 59(1)."""

from inforce.model import Bearer, Clause, Effect, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ID = "later-treaty"


def _residual(treaty: Treaty) -> Residual:
    power = Clause(
        id=ID,
        treaty=treaty.id,
        instrument="",
        kind="power",
        verb="replace",
        bearer=Bearer(jointly=True),
        sentence="The parties may replace the treaty by a later one of all of them on the same subject.",
        effect=Effect("ends"),
        rule=ID,
    )
    return Residual(clauses=(power,))


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 59(1)",
    title="A later treaty",
    sentence="A treaty ends when a later treaty of all its parties, meant to replace it, enters into force.",
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""The record says ``replaces`` or ``ends`` in the later treaty; the day is its own entry into force."""
