"""What all the other parties together may do about a material breach: Vienna Convention, article 60(2)(a)."""

from inforce.model import Bearer, BreachEstablished, Clause, Effect, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ID = "breach-answered-by-all"
_BILATERAL = 2
_WAYS = {
    "terminate": ("ends", "end the treaty"),
    "suspend": ("suspends", "suspend the treaty"),
    "terminate-towards": ("expels", "end the treaty towards its author"),
    "suspend-towards": ("suspends between", "suspend the treaty towards its author"),
}
"""The acts, their effects and what they are in words."""


def _power(treaty: Treaty, verb: str, essential: tuple[str, ...]) -> Clause:
    effect, told = _WAYS[verb]
    return Clause(
        id=f"{ID}-{verb}",
        treaty=treaty.id,
        instrument="",
        kind="power",
        verb=verb,
        bearer=Bearer(each=True, but_one=True),
        sentence=f"All the others together may {told} once a breach of an essential clause is established.",
        once=(BreachEstablished(essential, "the other"),),
        effect=Effect(effect, under="60"),
        rule=ID,
    )


def _residual(treaty: Treaty) -> Residual:
    essential = tuple(clause.id for clause in treaty.clauses if clause.essential)
    if len(treaty.parties) <= _BILATERAL or not essential:
        return Residual()
    return Residual(clauses=tuple(_power(treaty, verb, essential) for verb in _WAYS))


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 60(2)(a) and (3)",
    title="A breach answered by all the others",
    sentence=(
        "All the other parties together may suspend or end a treaty of many for a breach of an essential clause, "
        "towards its author or for all."
    ),
    custom="custom-core",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""All the others are those who are parties on that day, whoever is named in the treaty."""
