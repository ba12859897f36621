"""What stands behind an act or under it: who says so, from when it works, what it is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from inforce.load.cursor import Cursor
from inforce.load.dates import moment_from_token, span_from_phrase
from inforce.load.lines import voice_from_token
from inforce.load.phrase import phrase_from_tokens, said_text, unquoted
from inforce.model import RECORD, Citation, Detail, Offset
from inforce.temporal import UncertainDay

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token


class VoiceLine(Struct, frozen=True):
    """One voice that says or denies what is recorded, with its own dates and sources."""

    voice: str
    against: bool = False
    said: UncertainDay | None = None
    known: UncertainDay | None = None
    effect: UncertainDay | None = None
    citations: tuple[Citation, ...] = ()

    @property
    def says_it(self) -> bool:
        """Whether the voice stands for the whole record: it neither denies it nor adds an effect to it."""
        return not self.against and self.effect is None


class Marks(Struct, frozen=True):
    """Everything that a record says besides its proposition.

    ``party``, ``against`` and ``by`` are kept as tokens, because what they name depends on the act.
    """

    label: str = ""
    again: bool = False
    outcome: bool = False
    ground: str = ""
    party: Token | None = None
    against: Token | None = None
    by: tuple[Token, ...] = ()
    until: UncertainDay | None = None
    offset: Offset | None = None
    effect: UncertainDay | None = None
    received: UncertainDay | None = None
    counting_from: UncertainDay | None = None
    corrects: str = ""
    unverified: str = ""
    voices: tuple[VoiceLine, ...] = ()
    details: tuple[Detail, ...] = ()


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
        key = cursor.longest(INLINE)
        if not key:
            draft.report_across(
                cursor.rest, "This is not understood.", f"Here may stand {' · '.join(INLINE)} · ^name."
            )
            return marks
        cursor.skip(key)
        marks = INLINE[key](marks, cursor, (), draft)
    return marks


def _said(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, voices=marks.voices + _voices(cursor, citations, draft))


def _denied(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    denials = tuple(replace(line, against=True) for line in _voices(cursor, citations, draft))
    return replace(marks, voices=marks.voices + denials)


def _voices(cursor: Cursor, citations: Citations, draft: Draft) -> tuple[VoiceLine, ...]:
    """Read ``V, W on DATE, known DATE``; the dates belong to each of the voices."""
    stops = (*INLINE, "on", "known")
    tokens = cursor.take_list(stops)
    if not tokens:
        missing(cursor, draft, "Name the voice: an actor, or record.")
    said = _moment(cursor, draft) if cursor.skip("on") else None
    known = _moment(cursor, draft) if cursor.skip(", known") or cursor.skip("known") else None
    named = (voice_from_token(token, draft) for token in tokens)
    return tuple(VoiceLine(voice, False, said, known, None, citations) for voice in named if voice)


def _received(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Read by whom a notice was received, and when."""
    receivers = cursor.take_list((*INLINE, "on"))
    for token in receivers:
        draft.named("actor", token)
    received = _moment(cursor, draft) if cursor.skip("on") else None
    detail = Detail("received by", said_text(receivers), RECORD, citations)
    return replace(marks, received=received or marks.received, details=(*marks.details, detail))


def _counting(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, counting_from=_moment(cursor, draft))


def _effect(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Read from which day an act works; a voice of its own says so where one is named."""
    effect = _moment(cursor, draft)
    if not cursor.skip("said by"):
        return replace(marks, effect=effect)
    said = tuple(replace(line, effect=effect) for line in _voices(cursor, citations, draft))
    return replace(marks, voices=marks.voices + said)


def _until(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, until=_moment(cursor, draft))


def _by(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Read a span, as of an extension, or keep the words: whom they name depends on the act."""
    tokens = cursor.take_until(_LONG)
    if not tokens or not tokens[0].text.isdigit():
        return replace(marks, by=tokens)
    span = span_from_phrase(phrase_from_tokens(tokens), draft)
    return replace(marks, offset=Offset(after=span)) if span else marks


def _for(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, party=cursor.take())


def _against(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, against=cursor.take())


def _ground(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    return replace(marks, ground=said_text(cursor.take_until(_LONG)))


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


def detailed(marks: Marks, key: str, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Keep a remark, with the voice that makes it if it is another's."""
    start = cursor.at
    while cursor.next and not cursor.stands("said by"):
        cursor.at += 1
    text, voice = said_text(cursor.tokens[start : cursor.at]), ""
    if cursor.skip("said by"):
        said = _voices(cursor, citations, draft)
        voice = said[0].voice if said else ""
    detail = Detail(key, text, voice or RECORD, citations)
    return replace(marks, details=(*marks.details, detail))


def missing(cursor: Cursor, draft: Draft, hint: str) -> None:
    """Report that something is missing behind the last token read, or that something else stands there."""
    if cursor.rest:
        draft.report_across(cursor.rest, "This is not understood.", hint)
    else:
        draft.report_across(cursor.tokens[-1:], "Something is missing after this.", hint)


def _moment(cursor: Cursor, draft: Draft) -> UncertainDay | None:
    token = cursor.take()
    if token is None:
        missing(cursor, draft, "Write a date, such as 1945-08-24.")
    return moment_from_token(token, draft) if token else None


INLINE: dict[str, MarkReader] = {
    "said by": _said,
    "denied by": _denied,
    "received by": _received,
    "counting from": _counting,
    "to take effect": _effect,
    "with effect from": _effect,
    "at the request of": _request,
    "on the ground of": _ground,
    "as an outcome": _outcome,
    "stating": _stating,
    "corrects": _corrects,
    "unverified": _unverified,
    "against": _against,
    "again": _again,
    "to": _until,
    "by": _by,
    "for": _for,
}
"""What may stand behind an act on its own line."""

_LONG = (*(key for key in INLINE if " " in key), "against", "unverified", "corrects", "again")
