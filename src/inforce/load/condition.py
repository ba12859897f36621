"""Conditions with their names resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inforce.load.phrase import text_from_tokens
from inforce.load.status_words import CLAUSE_STATUSES
from inforce.model import (
    HOLDS,
    TREATY_STATUSES,
    All,
    ClauseIs,
    Condition,
    Either,
    FactHolds,
    Not,
    TreatyIs,
)
from inforce.parse import condition_from_tokens
from inforce.parse.condition import (
    AndSyntax,
    ConditionSyntax,
    HoldsSyntax,
    IsSyntax,
    NameSyntax,
    NotSyntax,
    OrSyntax,
)
from inforce.source import Problem

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Token

_ROLES = frozenset({"it", "the other", "either", "both"})
_LATE = {"performed": ("performed", "performed_late")}


def condition_from_line(detail: Detail, draft: Draft) -> Condition | None:
    """Read the condition of a line; names that do not exist are reported, and then there is none."""
    return condition_of_tokens(detail.rest, draft)


def condition_of_tokens(tokens: tuple[Token, ...], draft: Draft) -> Condition | None:
    """Read a condition that is a part of a line."""
    syntax = condition_from_tokens(tokens, draft.document.file)
    if isinstance(syntax, Problem):
        draft.report_at(syntax.place, syntax.message, syntax.hint or "")
        return None
    count = len(draft.problems)
    condition = _resolved(syntax, draft)
    return condition if len(draft.problems) == count else None


def _resolved(syntax: ConditionSyntax, draft: Draft) -> Condition:
    match syntax:
        case NameSyntax():
            return _fact(syntax, draft)
        case HoldsSyntax():
            return _holder(syntax, draft)
        case IsSyntax():
            return _status(syntax, draft)
        case NotSyntax():
            return Not(_resolved(syntax.condition, draft))
        case AndSyntax():
            return All(tuple(_resolved(part, draft) for part in syntax.conditions))
        case OrSyntax():
            return Either(tuple(_resolved(part, draft) for part in syntax.conditions))


def _fact(syntax: NameSyntax, draft: Draft) -> Condition:
    """Resolve a fact and of whom it holds: a role or an actor."""
    fact = draft.named("fact", syntax.name)
    return FactHolds(fact or "", _whom(syntax.whom, draft))


def _holder(syntax: HoldsSyntax, draft: Draft) -> Condition:
    """Resolve who holds which thing or territory: an actor, or the bearer of the clause."""
    thing = draft.named("asset", syntax.thing)
    holder = "it" if syntax.holder.text == "it" else draft.named("actor", syntax.holder)
    return FactHolds(f"{HOLDS}{thing}", holder or "")


def _whom(tokens: tuple[Token, ...], draft: Draft) -> str:
    whom = text_from_tokens(tokens)
    if not whom or whom in _ROLES:
        return whom
    if len(tokens) == 1:
        return draft.named_any(("actor", "treaty"), tokens[0]) or ""
    hint = "Write (it), (the other), (either), (both), or an actor's code."
    draft.report_across(tokens, f"It is not understood of whom {whom} is.", hint)
    return ""


def _status(syntax: IsSyntax, draft: Draft) -> Condition:
    """Resolve the status of a clause or of another treaty; what is performed late is performed."""
    status = "_".join(token.text for token in syntax.status)
    known = CLAUSE_STATUSES if syntax.kind == "clause" else TREATY_STATUSES
    if status not in known:
        told = status.replace("_", " ")
        fix = draft.nearest(told, [name.replace("_", " ") for name in known])
        draft.report_across(syntax.status or (syntax.name,), f"No {syntax.kind} has the status {told}.", fix)
    if syntax.kind == "clause":
        clause = draft.named("clause", syntax.name, draft.treaty)
        return ClauseIs(clause or "", _LATE.get(status, (status,)))
    return TreatyIs(draft.named("treaty", syntax.name) or "", (status,))
