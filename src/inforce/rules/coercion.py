"""A treaty procured by coercion: Vienna Convention, articles 51 and 52."""

from inforce.model import Nullity, Residual, Rule, Treaty
from inforce.rules.vienna import CHARTER, IN_FORCE

_SETTLED = {"coercion of a representative": None, "threat or use of force": CHARTER}
"""The grounds, with the day before which it is disputed that the ground made a treaty void."""


def _residual(treaty: Treaty) -> Residual:
    found = (defect for defect in treaty.defects if defect.ground in _SETTLED)
    return Residual(nullities=tuple(Nullity(defect.fact, _SETTLED[defect.ground]) for defect in found))


RULE = Rule(
    id="coercion",
    article="Vienna Convention, arts. 51 and 52",
    title="Coercion",
    sentence="A treaty procured by coercing a representative, or by the threat or use of force, is void.",
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""Nobody has to invoke it, nobody can waive it, and no clause is saved (arts. 44(5) and 45). That force voids a treaty
is settled since the Charter of the United Nations; of a treaty concluded before, it is disputed."""
