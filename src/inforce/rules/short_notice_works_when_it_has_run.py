"""A notice that names too early a day works when its time has run: the other answer to that question."""

from inforce.model import Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE

ID = "short-notice-works-when-it-has-run"


def _residual(treaty: Treaty) -> Residual:
    return Residual(short_notices_work=True)


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 54(a)",
    title="A short notice works when it has run",
    sentence="A notice that names a day before its time has run works on the day on which the time has run.",
    custom="disputed",
    residual=_residual,
    binding_from=IN_FORCE,
    default=False,
)
"""The will to leave is clear and the others have had the time that the text gives them; the day alone was wrong. In a
view that applies this rule together with defective-notice-has-no-effect, it goes before that one."""
