"""A fundamental change of circumstances: Vienna Convention, article 62."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.ending_grounds import powers_on_ground
from inforce.rules.vienna import IN_FORCE

ID = "fundamental-change"
_GROUND = "fundamental change"


def _residual(treaty: Treaty) -> Residual:
    if treaty.boundary:
        return Residual()
    return Residual(clauses=powers_on_ground(treaty, ID, _GROUND, ("end", "suspend")))


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 62",
    title="Fundamental change of circumstances",
    sentence=(
        "A fundamental change of circumstances that nobody foresaw may be invoked to end, leave or suspend a treaty, "
        "but not one that establishes a boundary, nor by the party whose own breach brought it about."
    ),
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""That circumstances were an essential basis of the consent, that their change was not foreseen and that it transforms
what is still to be performed is one fact, claimed by somebody; courts have hardly ever found it."""
