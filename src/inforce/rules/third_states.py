"""Third states: Vienna Convention, articles 34 to 36."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE


def _residual(treaty: Treaty) -> Residual:
    return Residual(consent_of_third=bool(treaty.third))


RULE = Rule(
    id="third-states",
    article="Vienna Convention, arts. 34 to 36",
    title="Third states",
    sentence=(
        "A treaty lays no duty on a third state that has not accepted it in writing; a right it has, unless it "
        "declines."
    ),
    custom="custom-firm",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""Who is a third state the file says: an organ, an official or a company that a clause names is none. That assent to
a right is presumed (art. 36) is custom in its core."""
