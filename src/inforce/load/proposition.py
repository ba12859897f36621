"""What a record states: a fact, an act, a finding, who speaks for a state, an outcome, a qualification."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from inforce.load.act import act_from_deed, actors_from_cursor, clause_names, deed_from_cursor
from inforce.load.cursor import Cursor
from inforce.load.expectation import CLAUSE_STATUSES
from inforce.load.marks import INLINE, Marks, marks_from_cursor, missing
from inforce.load.phrase import text_from_tokens, unquoted
from inforce.model import (
    RECORD,
    TREATY_STATUSES,
    VERBS,
    ActorAt,
    CountsAs,
    Detail,
    Event,
    Finding,
    Outcome,
    Proposition,
    Speaks,
    State,
)

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token

Timing = Literal["day", "stretch", "onwards", "known"]
"""How the date of a record is meant: a day, a stretch, from a day on, or the day it became known."""

NO_ACT = "none"
"""The verb of a qualification that makes of an act no treaty act."""


class Recorded(Struct, frozen=True):
    """A proposition with what stands behind it on its line, and whose statement it is by its wording."""

    proposition: Proposition
    marks: Marks
    timing: Timing = "day"
    voices: tuple[str, ...] = (RECORD,)


def recorded_from_cursor(cursor: Cursor, date: str, draft: Draft) -> Recorded | None:
    """Read everything behind the date of a record."""
    first = cursor.next
    if first is None:
        missing(cursor, draft, "Write who does what on that day, or which fact holds.")
        return None
    if draft.is_a("fact", first):
        return _fact(cursor, date, draft)
    if draft.is_a("treaty", first):
        return _outcome(cursor, date, draft)
    if not draft.is_a("actor", first):
        draft.named_any(("actor", "fact"), first)
        return None
    return _by_actors(cursor, date, draft)


def label_of(marks: Marks, date: str) -> str:
    """Return the label of an occurrence; ``again`` makes it another one than all before."""
    return marks.label or (f"again-{date}" if marks.again else "")


def _fact(cursor: Cursor, date: str, draft: Draft) -> Recorded:
    fact = cursor.tokens[cursor.at].text
    cursor.take()
    whom = ""
    if cursor.skip("("):
        token = cursor.take()
        whom = (draft.named_any(("actor", "treaty"), token) if token else None) or ""
        cursor.skip(")")
    marks = marks_from_cursor(Marks(), cursor, draft)
    label = label_of(marks, date)
    known = draft.shared.facts.get(fact)
    if known and known.nature == "state":
        return Recorded(State(fact, whom, label), marks, "stretch")
    return Recorded(Event(fact, whom, label), marks)


def _by_actors(cursor: Cursor, date: str, draft: Draft) -> Recorded | None:
    actors = actors_from_cursor(cursor, draft)
    if cursor.skip("finds that"):
        return _finding(actors, cursor, date, draft)
    if cursor.skip("becomes the government of"):
        return _speaks(actors[0].code if actors else "", RECORD, cursor, draft)
    if _recognises_government(cursor):
        return _recognition(actors, cursor, draft)
    if cursor.skip("agree that"):
        return _agreed(actors, cursor, draft)
    deed = deed_from_cursor(actors, cursor, draft)
    if deed is None or not actors:
        return None
    marks = marks_from_cursor(Marks(), cursor, draft)
    if marks.by and deed.verb.object != "clauses":
        marks = _remarked(marks, "by", text_from_tokens(marks.by))
    if deed.ground or marks.ground:
        marks = _remarked(marks, "on the ground of", deed.ground or marks.ground)
    return Recorded(act_from_deed(deed, marks, label_of(marks, date), draft), marks)


def _remarked(marks: Marks, key: str, text: str) -> Marks:
    return replace(marks, details=(*marks.details, Detail(key, text)))


def _finding(actors: tuple[ActorAt, ...], cursor: Cursor, date: str, draft: Draft) -> Recorded | None:
    """Read ``UNGA finds that SUN failed to carry out T5, N1``."""
    token = cursor.take()
    party = draft.named("actor", token) if token else None
    if not cursor.skip("failed to carry out"):
        missing(cursor, draft, "Write UNGA finds that SUN failed to carry out T5.")
        return None
    clauses = clause_names(cursor.take_list(INLINE), draft.treaty, draft)
    marks = marks_from_cursor(Marks(), cursor, draft)
    if not actors or party is None or not clauses:
        return None
    finding = Finding(actors[0].code, party, draft.treaty, clauses, label_of(marks, date))
    return Recorded(finding, marks, voices=(finding.body,))


def _recognises_government(cursor: Cursor) -> bool:
    texts = [token.text for token in cursor.rest[:6]]
    return texts[:1] in (["recognises"], ["recognise"]) and texts[2:6] == ["as", "the", "government", "of"]


def _recognition(actors: tuple[ActorAt, ...], cursor: Cursor, draft: Draft) -> Recorded | None:
    """Read ``SUN recognises PRC as the government of CHN``: the recogniser says it."""
    cursor.take()
    token = cursor.take()
    government = draft.named("actor", token) if token else None
    cursor.skip("as the government of")
    recorded = _speaks(government or "", "", cursor, draft)
    voices = tuple(actor.code for actor in actors)
    return replace(recorded, voices=voices) if recorded and voices else None


def _speaks(government: str, voice: str, cursor: Cursor, draft: Draft) -> Recorded | None:
    token = cursor.take()
    if token is None:
        missing(cursor, draft, "Name the state.")
        return None
    state = draft.named("actor", token)
    marks = marks_from_cursor(Marks(), cursor, draft)
    if not state or not government:
        return None
    return Recorded(Speaks(government, state, marks.label), marks, "onwards", (voice,))


def _agreed(actors: tuple[ActorAt, ...], cursor: Cursor, draft: Draft) -> Recorded | None:
    """Read ``UNGA, IDN agree that ^letter counts as no treaty act``: each of them says it."""
    token = cursor.take()
    if token is None or token.kind != "label" or not cursor.skip("counts as"):
        missing(cursor, draft, "Write agree that ^name counts as withdrawal.")
        return None
    verb = verb_from_meaning(cursor.take_until(INLINE), draft)
    marks = marks_from_cursor(Marks(), cursor, draft)
    voices = tuple(actor.code for actor in actors)
    if verb is None or not voices:
        return None
    return Recorded(CountsAs(unquoted(token), verb, marks.label), marks, "known", voices)


def verb_from_meaning(tokens: tuple[Token, ...], draft: Draft) -> str | None:
    """Read what an act counts as: the noun of an act of the closed list, or no treaty act."""
    if not tokens:
        return None
    text = text_from_tokens(tokens)
    meanings = {verb.meaning: verb.name for verb in VERBS if verb.meaning} | {"no treaty act": NO_ACT}
    if text not in meanings:
        usual = "Write such a word as withdrawal or denunciation, or no treaty act."
        hint = draft.nearest(text, meanings) or usual
        draft.report_across(tokens, f"Nothing counts as {text}.", hint)
    return meanings.get(text)


def _outcome(cursor: Cursor, date: str, draft: Draft) -> Recorded | None:
    """Read a computed status that a source states: it is compared, and never feeds the record."""
    treaty = cursor.tokens[cursor.at].text
    cursor.take()
    clause, known = "", tuple(TREATY_STATUSES)
    if cursor.skip("clause"):
        token, known = cursor.take(), CLAUSE_STATUSES
        clause = (draft.named("clause", token, treaty) if token else None) or ""
    status = cursor.longest(name.replace("_", " ") for name in known)
    if not status:
        missing(cursor, draft, f"Write a status: {treaty} in force said by V, as an outcome.")
        return None
    cursor.skip(status)
    marks = marks_from_cursor(Marks(), cursor, draft)
    if not marks.outcome:
        hint = "A status is computed, so a source that states one is compared: add as an outcome."
        draft.report_across(cursor.tokens[1:], "This states an outcome without saying so.", hint)
    return Recorded(Outcome(treaty, status.replace(" ", "_"), clause, marks.label), marks, "stretch")
