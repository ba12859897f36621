"""Read what stands behind an act, or in a line under it, key by key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.cursor import Cursor, missing, moment_from_cursor
from inforce.load.dates import span_from_phrase
from inforce.load.marks import INLINE_KEYS, LONG_KEYS, Marks
from inforce.load.phrase import listed, phrase_from_tokens, said_text, unquoted
from inforce.load.reserving import not_opposed, opposed, reserving, without_reservation
from inforce.load.voices import voices_from_cursor
from inforce.load.votes import ballots_from_cursor
from inforce.model import RECORD, Citation, Detail, Offset
from inforce.temporal import edtf_from_uncertain

if TYPE_CHECKING:
    from inforce.load.draft import Draft

Citations = tuple[Citation, ...]
MarkReader = Callable[[Marks, Cursor, Citations, "Draft"], Marks]
"""Read what follows a key; inline the citations are those of the whole record, so there are none."""


def marks_from_cursor(marks: Marks, cursor: Cursor, draft: Draft) -> Marks:
    """Read the marks behind an act, in any order, with commas or without."""
    while cursor.next:
        if cursor.skip(","):
            continue
        if cursor.next.kind == "label":
            marks = replace(marks, label=unquoted(cursor.tokens[cursor.at]))
            cursor.take()
            continue
        key = cursor.longest(INLINE_KEYS)
        if not key:
            draft.report_across(
                cursor.rest, "This is not understood.", f"Here may stand {' · '.join(INLINE_KEYS)} · ^name."
            )
            return marks
        cursor.skip(key)
        marks = READERS[key](marks, cursor, (), draft)
    return marks


def _said(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, voices=marks.voices + voices_from_cursor(cursor, citations, draft))


def _denied(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    denials = tuple(replace(line, against=True) for line in voices_from_cursor(cursor, citations, draft))
    return replace(marks, voices=marks.voices + denials)


def _received(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Read by whom a notice was received, and when."""
    receivers = cursor.take_list((*INLINE_KEYS, "on"))
    named = tuple(filter(None, (draft.named("actor", token) for token in listed(receivers))))
    received_by = (*marks.received_by, *named)
    received = moment_from_cursor(cursor, draft) if cursor.skip("on") else None
    when = f" on {edtf_from_uncertain(received)}" if received else ""
    detail = Detail("received by", ", ".join(named) + when, RECORD, citations)
    details = (*marks.details, detail)
    return replace(marks, received=received or marks.received, details=details, received_by=received_by)


def _counting(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, counting_from=moment_from_cursor(cursor, draft))


def _effect(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Read from which day an act works; a voice of its own says so where one is named."""
    effect = moment_from_cursor(cursor, draft)
    if not cursor.skip("said by"):
        return replace(marks, effect=effect)
    said = tuple(replace(line, effect=effect) for line in voices_from_cursor(cursor, citations, draft))
    return replace(marks, voices=marks.voices + said)


def _until(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, until=moment_from_cursor(cursor, draft))


def _by(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Read a span, as of an extension, or keep the words: whom they name depends on the act."""
    tokens = cursor.take_until(LONG_KEYS)
    if not tokens or not tokens[0].text.isdigit():
        return replace(marks, by=tokens)
    span = span_from_phrase(phrase_from_tokens(tokens), draft)
    return replace(marks, offset=Offset(after=span)) if span else marks


def _for(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, party=cursor.take())


def _against(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Read against which treaty an act is; its clauses were looked up there already."""
    token = cursor.take()
    if token is not None:
        draft.named("treaty", token)
    return marks


def _ground(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, ground=said_text(cursor.take_until(LONG_KEYS)))


def _between(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, between=True)


def _alone(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, alone=True)


def _towards(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, towards=cursor.take())


def _then(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, then=True)


def _again(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, again=True)


def _outcome(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, outcome=True)


def _corrects(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    token = cursor.take()
    if token is None or token.kind != "label":
        missing(cursor, draft, "Name the record that is corrected: corrects ^name.")
        return marks
    return replace(marks, corrects=unquoted(token))


def _unverified(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    said = unquoted(token) if (token := cursor.next) and token.kind == "string" else ""
    cursor.at += bool(said)
    return replace(marks, unverified=said or "unverified")


def _request(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return detailed(marks, "at the request of", cursor, citations, draft)


def _stating(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return detailed(marks, "stating", cursor, citations, draft)


def _vote(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Keep the count as it is written, and read the roll call behind it."""
    ballots = ballots_from_cursor(cursor, draft)
    return replace(detailed(marks, "vote", cursor, citations, draft), votes=(*marks.votes, *ballots))


def detailed(marks: Marks, key: str, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Keep a remark, with the voice that makes it if it is another's."""
    start = cursor.at
    while cursor.next and not cursor.stands("said by"):
        cursor.at += 1
    text, voice = said_text(cursor.tokens[start : cursor.at]), ""
    if cursor.skip("said by"):
        said = voices_from_cursor(cursor, citations, draft)
        voice = said[0].voice if said else ""
    detail = Detail(key, text, voice or RECORD, citations)
    return replace(marks, details=(*marks.details, detail))


READERS: dict[str, MarkReader] = {
    "said by": _said,
    "denied by": _denied,
    "received by": _received,
    "counting from": _counting,
    "to take effect": _effect,
    "with effect from": _effect,
    "at the request of": _request,
    "on the ground of": _ground,
    "as an outcome": _outcome,
    "entry into force opposed": opposed,
    "entry into force not opposed": not_opposed,
    "without reservation": without_reservation,
    "reserving": reserving,
    "between them": _between,
    "for itself": _alone,
    "for themselves": _alone,
    "towards": _towards,
    "stating": _stating,
    "vote": _vote,
    "corrects": _corrects,
    "unverified": _unverified,
    "against": _against,
    "again": _again,
    "then": _then,
    "to": _until,
    "by": _by,
    "for": _for,
}
"""How each key is read."""
