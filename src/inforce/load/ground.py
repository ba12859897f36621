"""A ground of invalidity in a line, by its words of the closed list, and the line of a fact that founds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inforce.load.cursor import Cursor, missing
from inforce.load.mark_readers import marks_from_cursor
from inforce.load.marks import LONG_KEYS, Marks
from inforce.load.phrase import text_from_tokens
from inforce.load.recorded import Recorded, label_of
from inforce.model import GROUND_NAMES, ActorAt, Defect, Invalidity, ground_named

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail

_USUAL = f"A ground is one of {', '.join(GROUND_NAMES)}."


def ground_from_cursor(cursor: Cursor, draft: Draft, stops: tuple[str, ...] = LONG_KEYS) -> str:
    """Read a ground of invalidity; an unknown one is reported with the nearest words, and is then empty."""
    found = cursor.longest(GROUND_NAMES)
    if found:
        cursor.skip(found)
        return found
    tokens = cursor.take_until(stops)
    if not tokens:
        missing(cursor, draft, _USUAL)
        return ""
    text = text_from_tokens(tokens)
    hint = draft.nearest(text, GROUND_NAMES) or _USUAL
    draft.report_across(tokens, f"There is no ground of invalidity called {text}.", hint)
    return ""


def defect_from_line(fact: str, detail: Detail, draft: Draft) -> Defect | None:
    """Read ``fraud for ARD in lake-ferry-1931``: which ground a fact founds, for whom, in which treaty."""
    cursor = Cursor(detail.rest)
    ground = ground_from_cursor(cursor, draft, ("for", "in"))
    victim = _after("for", "actor", cursor, draft)
    treaty = _after("in", "treaty", cursor, draft) or draft.treaty
    if cursor.rest:
        missing(cursor, draft, "Write ground GROUND [for ACTOR] [in TREATY].")
    if not treaty:
        draft.report_across(
            detail.tokens, "This does not say of which treaty it is a ground.", "Add in TREATY."
        )
    if not ground or not treaty:
        return None
    if ground_named(ground).of_victim != bool(victim):
        _report_victim(ground, detail, draft)
    return Defect(ground, treaty, fact, victim)


def invalidity_from_cursor(
    actors: tuple[ActorAt, ...], treaty: str, cursor: Cursor, date: str, draft: Draft
) -> Recorded | None:
    """Read ``COURT finds that TREATY is void on the ground of fraud``, the treaty being read already."""
    if not cursor.skip("is void"):
        hint = f"Write finds that {treaty} is void, or finds that PARTY failed to carry out CLAUSES."
        missing(cursor, draft, hint)
        return None
    cursor.skip("from the start")
    ground = ground_from_cursor(cursor, draft) if cursor.skip("on the ground of") else ""
    marks = marks_from_cursor(Marks(), cursor, draft)
    if not actors:
        return None
    found = Invalidity(actors[0].code, treaty, ground, label_of(marks, date))
    return Recorded(found, marks, voices=(found.body,))


def _after(word: str, kind: str, cursor: Cursor, draft: Draft) -> str:
    if not cursor.skip(word):
        return ""
    token = cursor.take()
    if token is None:
        missing(cursor, draft, f"Name the {kind}.")
    return (draft.named(kind, token) if token else None) or ""


def _report_victim(ground: str, detail: Detail, draft: Draft) -> None:
    if ground_named(ground).of_victim:
        hint = f"Say who can invoke it: {ground} for ARD."
        draft.report_across(
            detail.rest, f"A treaty is not void for {ground} until its victim invokes it.", hint
        )
    else:
        hint = "Leave out for and the actor."
        draft.report_across(detail.rest, f"What {ground} makes void is void for everybody.", hint)
