"""The directive ``expect``: a treaty's own tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.dates import day_from_token
from inforce.load.phrase import text_from_tokens
from inforce.load.status_words import CLAUSE_STATUSES, Tokens, statuses_from_tokens
from inforce.model import ALL_VOICES, TREATY_STATUSES, Expectation, Question

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Directive

_FORM = (
    "Write expect DATE [in VIEW] [as known on DATE] [between A B] [instrument I] [clause C] [for P]: STATUS."
)
Asked = Callable[[Question, Tokens, "Draft"], Question]
"""Read the words after a key of an expectation into its question."""


def expectation_from_directive(directive: Directive, draft: Draft) -> Expectation | None:
    """Build an expectation: a question, and the statuses that may be its answer."""
    words = directive.head
    colon = next((index for index, token in enumerate(words) if token.text == ":"), None)
    if not words or colon is None or colon + 1 == len(words):
        draft.report_across(
            words or directive.tokens, "This expectation has no question or no answer.", _FORM
        )
        return None
    day = day_from_token(words[0], draft)
    if day is None:
        return None
    question = _question(Question(draft.treaty, day), words[1:colon], draft)
    possible = statuses_from_tokens(words[colon + 1 :], _known_statuses(question), draft)
    if question is None or not possible or not _has_treaty(question, directive, draft):
        return None
    return Expectation(question, possible, draft.document.file, directive.line, text_from_tokens(words))


def _known_statuses(question: Question | None) -> tuple[str, ...]:
    if question is None:
        return TREATY_STATUSES + CLAUSE_STATUSES
    return CLAUSE_STATUSES if question.clause else TREATY_STATUSES


def _has_treaty(question: Question, directive: Directive, draft: Draft) -> bool:
    if not question.treaty:
        draft.report(
            directive.tokens[0], "It is not said of which treaty this is expected.", "Add of TREATY."
        )
    return bool(question.treaty)


def _question(question: Question, tokens: Tokens, draft: Draft) -> Question | None:
    """Read the words between the day and the colon, part by part; first the treaty, on which names hang."""
    parts = _keyed(tokens)
    if parts is None:
        draft.report_across(tokens, "This is not understood.", _FORM)
        return None
    count = len(draft.problems)
    for key in sorted(parts, key=lambda key: key != "of"):
        question = _KEYS[key](question, parts[key], draft)
    return question if len(draft.problems) == count else None


def _keyed(tokens: Tokens) -> dict[str, Tokens] | None:
    """Part the words by their keys; None if they begin otherwise or a key has not what it asks for."""
    parts: dict[str, Tokens] = {}
    rest = tokens
    while rest:
        key = next(
            (
                key
                for key in _KEYS
                if tuple(token.text for token in rest[: len(key.split())]) == tuple(key.split())
            ),
            "",
        )
        length, count = len(key.split()), 2 if key == "between" else 1
        taken = tuple(token for token in rest[length:] if token.text not in (",", "and"))[:count]
        if not key or len(taken) < count or key in parts:
            return None
        parts[key] = taken
        rest = rest[rest.index(taken[-1]) + 1 :]
    return parts


def _view(question: Question, tokens: Tokens, draft: Draft) -> Question:
    if tokens[0].text == ALL_VOICES.id:
        return question
    return replace(question, view=draft.named("view", tokens[0]) or question.view)


def _known(question: Question, tokens: Tokens, draft: Draft) -> Question:
    return replace(question, known=day_from_token(tokens[0], draft))


def _between(question: Question, tokens: Tokens, draft: Draft) -> Question:
    one, other = (draft.named("actor", token) or "" for token in tokens)
    return replace(question, between=(one, other))


def _instrument(question: Question, tokens: Tokens, draft: Draft) -> Question:
    return replace(question, instrument=draft.named("instrument", tokens[0], question.treaty) or "")


def _clause(question: Question, tokens: Tokens, draft: Draft) -> Question:
    """Read a clause, or a rule of general law that supplies one."""
    if draft.is_a("rule", tokens[0]) and tokens[0].text not in draft.names.of(f"clause {question.treaty}"):
        return replace(question, clause=tokens[0].text)
    return replace(question, clause=draft.named("clause", tokens[0], question.treaty) or "")


def _party(question: Question, tokens: Tokens, draft: Draft) -> Question:
    return replace(question, party=draft.named("actor", tokens[0]) or "")


def _treaty(question: Question, tokens: Tokens, draft: Draft) -> Question:
    return replace(question, treaty=draft.named("treaty", tokens[0]) or question.treaty)


_KEYS: dict[str, Asked] = {
    "in": _view,
    "as known on": _known,
    "between": _between,
    "instrument": _instrument,
    "clause": _clause,
    "for": _party,
    "of": _treaty,
}
