"""A treaty against a peremptory norm: Vienna Convention, articles 53 and 64."""

from inforce.model import Nullity, Residual, Rule, Treaty
from inforce.rules.vienna import ADOPTED, IN_FORCE

_AT_CONCLUSION, _LATER = "a peremptory norm", "a new peremptory norm"


def _residual(treaty: Treaty) -> Residual:
    found = [
        Nullity(defect.fact, ADOPTED, from_the_start=defect.ground == _AT_CONCLUSION)
        for defect in treaty.defects
        if defect.ground in (_AT_CONCLUSION, _LATER)
    ]
    return Residual(nullities=tuple(found))


RULE = Rule(
    id="peremptory-norms",
    article="Vienna Convention, arts. 53 and 64",
    title="Peremptory norms",
    sentence="A treaty against a peremptory norm is void; when the norm is new, from the day on which it emerges.",
    custom="disputed",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""Nobody has to invoke it and nobody can waive it. Of a treaty made before the Convention was adopted it is disputed
whether the rule was law."""
