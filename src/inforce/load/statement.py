"""What somebody states: a finding, who is the government of a state, what an act counts as, an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.act_object import clauses_from_cursor, treaty_ahead
from inforce.load.cursor import Cursor, missing
from inforce.load.ground import invalidity_from_cursor
from inforce.load.mark_readers import marks_from_cursor
from inforce.load.marks import INLINE_KEYS, Marks
from inforce.load.phrase import text_from_tokens, unquoted
from inforce.load.recorded import Recorded, label_of
from inforce.load.status_words import CLAUSE_STATUSES
from inforce.model import (
    RECORD,
    TREATY_STATUSES,
    VERBS,
    ActorAt,
    CountsAs,
    Finding,
    Outcome,
    Speaks,
)

if TYPE_CHECKING:
    from inforce.load.draft import Draft

NO_ACT = "none"
"""The verb of a qualification that makes of an act no treaty act."""


def statement_from_cursor(
    actors: tuple[ActorAt, ...], cursor: Cursor, date: str, draft: Draft
) -> Recorded | None:
    """Read what actors state, if the words begin like a statement; ``is_statement`` tells."""
    if cursor.skip("finds that"):
        return _finding(actors, cursor, date, draft)
    if cursor.skip("becomes the government of"):
        return _speaks(actors[0].code if actors else "", RECORD, cursor, draft)
    if cursor.skip("agree that"):
        return _agreed(actors, cursor, draft)
    return _recognition(actors, cursor, draft)


def is_statement(cursor: Cursor, draft: Draft) -> bool:
    """Tell whether a statement stands here rather than an act; what is agreed of a treaty is an act."""
    if cursor.stands("agree that") and len(cursor.rest) > _AGREE_THAT:
        return not draft.is_a("treaty", cursor.rest[_AGREE_THAT])
    return bool(cursor.longest(_STATEMENTS)) or _recognises_government(cursor)


_AGREE_THAT = 2
_STATEMENTS = ("finds that", "becomes the government of", "agree that")


def _finding(actors: tuple[ActorAt, ...], cursor: Cursor, date: str, draft: Draft) -> Recorded | None:
    """Read ``UNGA finds that SUN failed to carry out T5, N1``."""
    if cursor.skip("the reservation of"):
        return _impermissible(actors, cursor, date, draft)
    token = cursor.take()
    if token is not None and draft.is_a("treaty", token):
        return invalidity_from_cursor(actors, token.text, cursor, date, draft)
    party = draft.named("actor", token) if token else None
    if not cursor.skip("failed to carry out"):
        missing(cursor, draft, "Write UNGA finds that SUN failed to carry out T5.")
        return None
    treaty = treaty_ahead(cursor, draft) or draft.treaty
    clauses = clauses_from_cursor(cursor, treaty, draft)
    marks = marks_from_cursor(Marks(), cursor, draft)
    if not actors or party is None or not clauses:
        return None
    finding = Finding(actors[0].code, party, treaty, clauses, label_of(marks, date))
    return Recorded(finding, marks, voices=(finding.body,))


def _impermissible(actors: tuple[ActorAt, ...], cursor: Cursor, date: str, draft: Draft) -> Recorded | None:
    """Read ``COURT finds that the reservation of SUN to 9 is impermissible``."""
    usual = "Write COURT finds that the reservation of X to 9 is impermissible."
    token = cursor.take()
    party = draft.named("actor", token) if token else None
    if not cursor.skip("to"):
        missing(cursor, draft, usual)
        return None
    treaty = treaty_ahead(cursor, draft) or draft.treaty
    tokens = cursor.take_list(("of", "is"))
    clauses = tuple(name for each in tokens if (name := draft.named("clause", each, treaty)))
    if cursor.skip("of"):
        cursor.take()
    if not cursor.skip("is impermissible"):
        missing(cursor, draft, usual)
        return None
    marks = marks_from_cursor(Marks(), cursor, draft)
    if not actors or party is None or not clauses:
        return None
    finding = Finding(actors[0].code, party, treaty, clauses, label_of(marks, date), "reservation")
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
    verb = verb_from_cursor(cursor, draft)
    marks = marks_from_cursor(Marks(), cursor, draft)
    voices = tuple(actor.code for actor in actors)
    if verb is None or not voices:
        return None
    return Recorded(CountsAs(unquoted(token), verb, marks.label), marks, "known", voices)


def verb_from_cursor(cursor: Cursor, draft: Draft) -> str | None:
    """Read what an act counts as: the noun of an act of the closed list, or no treaty act."""
    usual = "Write such a word as withdrawal or denunciation, or no treaty act."
    tokens = cursor.take_until(INLINE_KEYS)
    if not tokens:
        missing(cursor, draft, usual)
        return None
    text = text_from_tokens(tokens)
    meanings = {verb.meaning: verb.name for verb in VERBS if verb.meaning} | {"no treaty act": NO_ACT}
    if text not in meanings:
        hint = draft.nearest(text, meanings) or usual
        draft.report_across(tokens, f"Nothing counts as {text}.", hint)
    return meanings.get(text)


def outcome_from_cursor(cursor: Cursor, draft: Draft) -> Recorded | None:
    """Read a computed status that a source states, of a treaty or of an instrument of the one above.

    It is compared, and never feeds the record.
    """
    named = cursor.tokens[cursor.at].text
    instrument = named if named in draft.names.instruments(draft.treaty) else ""
    treaty = draft.treaty if instrument else named
    cursor.take()
    clause, known = "", tuple(TREATY_STATUSES)
    if cursor.skip("clause"):
        token, known = cursor.take(), CLAUSE_STATUSES
        clause = (draft.named("clause", token, treaty) if token else None) or ""
    status = cursor.longest(name.replace("_", " ") for name in known)
    if not status:
        missing(cursor, draft, f"Write a status: {named} in force said by V, as an outcome.")
        return None
    cursor.skip(status)
    token = cursor.take() if cursor.skip("for") else None
    party = (draft.named("actor", token) if token else None) or ""
    marks = marks_from_cursor(Marks(), cursor, draft)
    if not marks.outcome:
        hint = "A status is computed, so a source that states one is compared: add as an outcome."
        draft.report_across(cursor.tokens[1:], "This states an outcome without saying so.", hint)
    outcome = Outcome(treaty, status.replace(" ", "_"), clause, marks.label, instrument, party)
    return Recorded(outcome, marks, "stretch")
