"""A ground in a line, by its words of the closed list, and the lines of a fact that founds one or bars from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inforce.load.cursor import Cursor, missing
from inforce.load.mark_readers import marks_from_cursor
from inforce.load.marks import LONG_KEYS, Marks
from inforce.load.phrase import text_from_tokens
from inforce.load.recorded import Recorded, label_of
from inforce.model import (
    GROUND_NAMES,
    INVALIDITY_NAMES,
    ActorAt,
    Bar,
    Defect,
    Invalidity,
    ground_named,
)

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail

_FOUNDED = ("for", "in")
"""The words behind a ground in the line of a fact."""


def ground_from_cursor(cursor: Cursor, draft: Draft) -> str:
    """Read a ground of invalidity; an unknown one is reported with the nearest words, and is then empty."""
    return _ground(cursor, draft, INVALIDITY_NAMES, LONG_KEYS)


def _ground(cursor: Cursor, draft: Draft, names: tuple[str, ...], stops: tuple[str, ...]) -> str:
    found = cursor.longest(names)
    if found:
        cursor.skip(found)
        return found
    tokens, usual = cursor.take_until(stops), f"A ground is one of {', '.join(names)}."
    if not tokens:
        missing(cursor, draft, usual)
        return ""
    text = text_from_tokens(tokens)
    of_invalidity = " of invalidity" if names == INVALIDITY_NAMES else ""
    hint = draft.nearest(text, names) or usual
    draft.report_across(tokens, f"There is no ground{of_invalidity} called {text}.", hint)
    return ""


def defect_from_line(fact: str, detail: Detail, draft: Draft) -> Defect | None:
    """Read ``fraud for ARD in lake-ferry-1931``: which ground a fact founds, for whom, in which treaty."""
    cursor = Cursor(detail.rest)
    ground = _ground(cursor, draft, GROUND_NAMES, _FOUNDED)
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


def bar_from_line(fact: str, detail: Detail, draft: Draft) -> Bar | None:
    """Read ``VEL in lake-ferry-1931``: whom a fact bars from a ground of ending a treaty."""
    cursor = Cursor(detail.rest)
    token = cursor.take()
    actor = draft.named("actor", token) if token else None
    treaty = _after("in", "treaty", cursor, draft) or draft.treaty
    if cursor.rest or not treaty:
        missing(cursor, draft, "Write bars ACTOR [in TREATY].")
    return Bar(treaty, fact, actor) if actor and treaty else None


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
        said = f"What {ground} makes void is void for everybody."
        hint = "Leave out for and the actor."
        if ground_named(ground).ends:
            said = f"Each party may invoke {ground}, unless a fact bars it."
            hint = f"{hint} A fact that one party's own breach brought it about says bars ACTOR."
        draft.report_across(detail.rest, said, hint)
