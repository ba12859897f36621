"""Leaving a treaty that has no clause on leaving: Vienna Convention, article 56."""

from inforce.model import Bearer, Clause, Effect, FactHolds, Notice, Offset, Residual, Rule, Treaty
from inforce.rules.vienna import IN_FORCE
from inforce.temporal import Span

ID = "denunciation-without-a-clause"
OPEN_TO_DENUNCIATION = "open-to-denunciation"
_LEAVING = ("denounce", "withdraw", "terminate")
_BILATERAL = 2


def _power(treaty: Treaty, verb: str) -> Clause:
    return Clause(
        id=f"{ID}-{verb}",
        treaty=treaty.id,
        instrument="",
        kind="power",
        verb=verb,
        bearer=Bearer(each=True),
        sentence=f"A party may {verb} by twelve months' notice if that was meant or its nature implies it.",
        once=(FactHolds(OPEN_TO_DENUNCIATION, treaty.id),),
        notice=Notice(Offset(after=Span(months=12))),
        effect=Effect("ends" if len(treaty.parties) <= _BILATERAL else "leaves"),
        rule=ID,
    )


def _residual(treaty: Treaty) -> Residual:
    says_how = any(clause.verb in _LEAVING for clause in treaty.clauses)
    if says_how or (treaty.terms.is_limited and treaty.terms.renewal is None):
        return Residual()
    return Residual(clauses=(_power(treaty, "denounce"), _power(treaty, "withdraw")))


RULE = Rule(
    id=ID,
    article="Vienna Convention, art. 56",
    title="Denunciation without a clause",
    sentence="Without a clause on leaving, a treaty may be left only by a year's notice, if that was meant.",
    custom="progressive",
    residual=_residual,
    binding_from=IN_FORCE,
)
"""That denunciation was meant is a fact, ``open-to-denunciation``, claimed of the treaty by somebody: without
such a claim there is no power. The twelve months were new in 1969."""
