"""The rules of general law that a view may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token


def rule_from_token(token: Token, draft: Draft) -> str | None:
    """Resolve the name of a rule."""
    return draft.named("rule", token)


def rule_names() -> tuple[str, ...]:
    """Return every rule by its name."""
    from inforce.rules import RULES

    return tuple(RULES)


def default_rules() -> tuple[str, ...]:
    """Return the rules that a view applies when it names none."""
    from inforce.rules import RULES

    return tuple(name for name, rule in RULES.items() if rule.default)
