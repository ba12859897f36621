"""What an act brought about: in whose view it worked, in whose it did not, and what it lacked there."""

from collections.abc import Iterator

from inforce.answers.acts import ActAnswer
from inforce.answers.article.desk import Desk, in_views, stated
from inforce.answers.article.grammar import begun, ended
from inforce.answers.article.value import Statement
from inforce.model import Act, Claim, View, verb_named

_WORDS = {
    "effective": "It has effect",
    "without_effect": "It is without effect",
    "open": "Whether it has effect is open",
}


def statements_of_effect(desk: Desk, claim: Claim) -> Iterator[Statement]:
    """Say the effect of an act in each view, where it needs a power or somewhere has none."""
    act = claim.proposition
    if not isinstance(act, Act):
        return
    if act.verb == "decide":
        yield stated(_INTERNAL, on=f"claim {claim.id}")
        return
    found = _by_verdict(desk, claim)
    plain = all(effect == "effective" for effect, _ in found) and not verb_named(act.verb).power
    if not plain:
        for (effect, missing), views in found.items():
            yield _effect(desk, effect, missing, views)


_JOINTS = {"effective": ": ", "without_effect": ": ", "open": "; where it has none, "}
_IN_THIS_VIEW = " in this view"
_INTERNAL = "A decision inside a state moves nothing between states."


def _by_verdict(desk: Desk, claim: Claim) -> dict[tuple[str, str], list[View]]:
    found: dict[tuple[str, str], list[View]] = {}
    for view in desk.views:
        verdict: ActAnswer | None = desk.verdicts[view.id].get(claim.id)
        if verdict is not None and verdict.effect in _WORDS:
            found.setdefault((verdict.effect, verdict.missing or ""), []).append(view)
    return found


def _effect(desk: Desk, effect: str, missing: str, views: list[View]) -> Statement:
    where = in_views(views)
    why = f"{_JOINTS[effect]}{desk.names.phrase(missing)}" if missing else ""
    told = ended(begun(f"{_WORDS[effect]} {where}{why}".replace(_IN_THIS_VIEW, "")))
    return stated(told, on=[f"answer {view.id}" for view in views])
