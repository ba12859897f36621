"""What a record states: a fact, an act, or a statement about the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.act import act_from_deed, actors_from_cursor, deed_from_cursor
from inforce.load.cursor import Cursor, missing, moment_from_cursor
from inforce.load.mark_readers import marks_from_cursor
from inforce.load.marks import Marks
from inforce.load.phrase import text_from_tokens
from inforce.load.recorded import Recorded, label_of
from inforce.load.statement import is_statement, outcome_from_cursor, statement_from_cursor
from inforce.model import HOLDS, ActorAt, Detail, Event, State

if TYPE_CHECKING:
    from inforce.load.draft import Draft


def recorded_from_cursor(cursor: Cursor, date: str, draft: Draft) -> Recorded | None:
    """Read everything behind the date of a record."""
    first = cursor.next
    if first is None:
        missing(cursor, draft, "Write who does what on that day, or which fact holds.")
        return None
    if draft.is_a("fact", first):
        return _fact(cursor, date, draft)
    if draft.is_a("treaty", first) or first.text in draft.names.instruments(draft.treaty):
        return outcome_from_cursor(cursor, draft)
    if not draft.is_a("actor", first):
        draft.named_any(("actor", "fact", "treaty"), first)
        return None
    return _by_actors(cursor, date, draft)


def _fact(cursor: Cursor, date: str, draft: Draft) -> Recorded:
    named = cursor.tokens[cursor.at]
    cursor.take()
    fact, whom = named.text, ""
    if cursor.skip("("):
        token = cursor.take()
        whom = (draft.named_any(("actor", "treaty"), token) if token else None) or ""
        cursor.skip(")")
    marks = marks_from_cursor(Marks(), cursor, draft)
    label = label_of(marks, date)
    known = draft.shared.facts.get(fact)
    if known and known.nature == "defined":
        hint = "Record the facts that it follows from."
        draft.report(named, f"The fact {fact} follows from others, so it is not recorded.", hint)
    if known and known.nature == "state":
        return Recorded(State(fact, whom, label), marks, "stretch")
    return Recorded(Event(fact, whom, label), marks)


def _by_actors(cursor: Cursor, date: str, draft: Draft) -> Recorded | None:
    actors = actors_from_cursor(cursor, draft)
    if cursor.skip("holds") or cursor.skip("hold"):
        return _holding(actors, cursor, date, draft)
    if is_statement(cursor, draft):
        return statement_from_cursor(actors, cursor, date, draft)
    deed = deed_from_cursor(actors, cursor, draft)
    if deed is None or not actors:
        return None
    begins = moment_from_cursor(cursor, draft) if deed.verb.name == "apply" and cursor.skip("from") else None
    of_treaty = replace(draft, treaty=deed.treaty or draft.treaty)
    marks = marks_from_cursor(Marks(effect=begins), cursor, of_treaty)
    if marks.by and deed.verb.object != "clauses":
        marks = _remarked(marks, "by", text_from_tokens(marks.by))
    if deed.ground or marks.ground:
        marks = _remarked(marks, "on the ground of", deed.ground or marks.ground)
    act = act_from_deed(deed, marks, cursor.tokens[0], label_of(marks, date), draft)
    return Recorded(act, marks)


def _holding(actors: tuple[ActorAt, ...], cursor: Cursor, date: str, draft: Draft) -> Recorded | None:
    """Read ``SUN holds port-arthur``: a state of the holder, over a stretch of days."""
    token = cursor.take()
    if token is None:
        missing(cursor, draft, "Name what it holds: SUN holds port-arthur, a thing introduced by asset.")
        return None
    if len(actors) > 1:
        draft.report(cursor.tokens[1], "One record says what one actor holds.", "Write a record for each.")
    thing = draft.named("asset", token)
    marks = marks_from_cursor(Marks(), cursor, draft)
    if thing is None or len(actors) != 1:
        return None
    held = State(f"{HOLDS}{thing}", actors[0].government or actors[0].code, label_of(marks, date))
    return Recorded(held, marks, "stretch")


def _remarked(marks: Marks, key: str, text: str) -> Marks:
    return replace(marks, details=(*marks.details, Detail(key, text)))
