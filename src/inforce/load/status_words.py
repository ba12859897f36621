"""Statuses as people write them: ``in force``, ``contested, in force or ended``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inforce.load.phrase import text_from_tokens
from inforce.model import STATUSES

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token

CLAUSE_STATUSES = tuple(
    dict.fromkeys(status for kind, names in STATUSES.items() if kind != "treaty" for status in names)
)
"""Every status that some clause may have."""

Tokens = tuple["Token", ...]

_JOINTS = frozenset({",", "or"})
_CONTESTED = "contested"


def statuses_from_tokens(tokens: Tokens, known: tuple[str, ...], draft: Draft) -> tuple[str, ...]:
    """Read statuses as words: ``contested, in force or ended``."""
    found: list[str] = []
    for part in _parts(tokens):
        status = "_".join(token.text for token in part)
        if status in known:
            found.append(status)
        elif status != _CONTESTED:
            words = status.replace("_", " ")
            fix = draft.nearest(words, [name.replace("_", " ") for name in known])
            draft.report_across(part, f"There is no status called {words} here.", fix)
    if not found and _parts(tokens) and text_from_tokens(tokens) == _CONTESTED:
        draft.report_across(
            tokens, "A contested answer lists what it may be.", "Write contested, in force or ended."
        )
    return tuple(dict.fromkeys(found))


def _parts(tokens: Tokens) -> list[Tokens]:
    parts: list[Tokens] = [()]
    for token in tokens:
        if token.text in _JOINTS:
            parts.append(())
        else:
            parts[-1] += (token,)
    return [part for part in parts if part]
