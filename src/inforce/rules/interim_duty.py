"""The interim duty of a signatory, and how it ends: Vienna Convention, article 18."""

from inforce.model import Bearer, Clause, Effect, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ID = "interim-duty"


def _residual(treaty: Treaty) -> Residual:
    power = Clause(
        id=ID,
        treaty=treaty.id,
        instrument="",
        kind="power",
        verb="refuse",
        bearer=Bearer(each=True),
        sentence="A signatory may make clear that it will not become a party; it is then a signatory no longer.",
        effect=Effect("unsigns"),
        rule=ID,
    )
    return Residual(clauses=(power,))


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 18(a)",
    title="The interim duty",
    sentence="A signatory must not defeat a treaty before its entry into force, until it refuses to become a party.",
    custom="custom-core",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""The status ``signed`` is the duty. Who has consented to be bound already refuses nothing by a notice (art. 18(b))."""
