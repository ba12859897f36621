"""Which rules of general law a view applies to a treaty, and what they supply."""

from msgspec.structs import replace

from inforce.model import Clause, Residual, Rule, Treaty, View
from inforce.rules import RULES


def residuals_of(view: View, treaty: Treaty) -> list[tuple[Rule, Residual]]:
    """Return what each rule that a view applies adds to a treaty, as the view hears what is essential in it."""
    clauses = tuple(
        replace(clause, essential=True)
        if any(hears(view, voice) for voice in clause.essential_by)
        else clause
        for clause in treaty.clauses
    )
    heard = replace(treaty, clauses=clauses)
    return [(rule, rule.residual(heard)) for rule in rules_of(view)]


_KEPT = 16
_LAST: list[tuple[View, Treaty, tuple[Clause, ...]]] = []


def supplied_clauses(view: View, treaty: Treaty) -> tuple[Clause, ...]:
    """Return the clauses that general law supplies to a treaty in a view.

    They are asked for again with each clause of a treaty, so those supplied last are kept; treaties never change.
    """
    for seen, known, clauses in _LAST:
        if seen is view and known is treaty:
            return clauses
    found = tuple(clause for _, residual in residuals_of(view, treaty) for clause in residual.clauses)
    _LAST.insert(0, (view, treaty, found))
    del _LAST[_KEPT:]
    return found


def hears(view: View, voice: str) -> bool:
    """Whether a view hears a voice at all."""
    return view.tiers is None or any(voice in tier for tier in view.tiers)


def rules_of(view: View) -> list[Rule]:
    """Return the rules of general law that a view applies, in their order."""
    chosen = [
        rule for rule in RULES.values() if (rule.default if view.rules is None else rule.id in view.rules)
    ]
    return [rule for rule in chosen if rule.id not in view.without]
