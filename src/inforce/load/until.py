"""How long a treaty lasts where that depends on what happens: ``term until …``, ``continues so long as …``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.condition import condition_from_line
from inforce.load.dates import day_from_token, looks_like_date
from inforce.model import All, Condition, Either, FactHolds, Not, Terms
from inforce.temporal import Day

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Token

_ONE_SIDED = ("it", "the other")


def term_until(terms: Terms, detail: Detail, draft: Draft) -> Terms:
    """Read what ends a treaty by itself: a condition, the first day without it, or the last day with it."""
    first, rest = detail.rest[0].text, detail.rest[1:]
    if first == "through" or (len(rest) == 1 and looks_like_date(rest[0].text)):
        day = day_from_token(rest[0], draft)
        return replace(terms, until_day=Day(day + (first == "through")) if day is not None else None)
    return replace(terms, until=_condition(detail, rest, draft))


def continues(terms: Terms, detail: Detail, draft: Draft) -> Terms:
    """Read what a treaty goes on for, and perhaps what ends that: ``so long as A, until B``."""
    words = [token.text for token in detail.rest]
    at = next((i for i in range(len(words) - 1) if words[i : i + 2] == [",", "until"]), len(words))
    lasting = _condition(detail, detail.rest[:at], draft)
    over = _condition(detail, detail.rest[at + 2 :], draft) if detail.rest[at + 2 :] else None
    if lasting is None or over is None:
        return replace(terms, continues=lasting)
    return replace(terms, continues=All((lasting, Not(over))))


def _condition(detail: Detail, tokens: tuple[Token, ...], draft: Draft) -> Condition | None:
    """Read a condition of the whole treaty: of one side alone it says nothing."""
    found = condition_from_line(replace(detail, rest=tokens), draft)
    if found is not None and any(whom in _ONE_SIDED for whom in _roles(found)):
        hint = "In a final clause write (either), (both), an actor's code, or nothing."
        draft.report_across(
            tokens, "A final clause is about all the parties, and this is about one side.", hint
        )
        return None
    return found


def _roles(condition: Condition) -> tuple[str, ...]:
    match condition:
        case FactHolds(whom=whom):
            return (whom,)
        case Not(condition=part):
            return _roles(part)
        case All(conditions=parts) | Either(conditions=parts):
            return tuple(role for part in parts for role in _roles(part))
    return ()
