"""Material breach of a bilateral treaty: Vienna Convention, article 60(1) and (3)."""

from inforce.model import Bearer, BreachEstablished, Clause, Effect, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ID = "material-breach"
_BILATERAL = 2


def _power(treaty: Treaty, verb: str, what: str, essential: tuple[str, ...]) -> Clause:
    return Clause(
        id=ID if verb == "terminate" else f"{ID}-{verb}",
        treaty=treaty.id,
        instrument="",
        kind="power",
        verb=verb,
        bearer=Bearer(each=True),
        sentence=f"A party may {verb} the treaty once a breach of an essential clause by the other is established.",
        once=(BreachEstablished(essential, "the other"),),
        effect=Effect(what, under="60"),
        rule=ID,
    )


def _residual(treaty: Treaty) -> Residual:
    essential = tuple(clause.id for clause in treaty.clauses if clause.essential)
    if len(treaty.parties) != _BILATERAL or not essential:
        return Residual()
    powers = (
        _power(treaty, "terminate", "ends", essential),
        _power(treaty, "suspend", "suspends", essential),
    )
    return Residual(clauses=powers)


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 60(1) and (3)",
    title="Material breach of a bilateral treaty",
    sentence="A breach of an essential clause lets the other party end or suspend the treaty; nothing ends by itself.",
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""The breach is established where a body found it, the party admitted it, or the facts as heard show it. The
gravity of the provision decides, not that of the act (art. 60(3)(b)): the file marks clauses ``essential``."""
