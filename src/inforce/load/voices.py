"""Who says or denies something, when it was said and from when it was known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inforce.load.cursor import Cursor, missing, moment_from_cursor
from inforce.load.lines import voice_from_token
from inforce.load.marks import INLINE_KEYS, VoiceLine
from inforce.model import Citation

if TYPE_CHECKING:
    from inforce.load.draft import Draft


def voices_from_cursor(
    cursor: Cursor, citations: tuple[Citation, ...], draft: Draft
) -> tuple[VoiceLine, ...]:
    """Read ``V, W on DATE, known DATE``; the dates belong to each of the voices."""
    stops = (*INLINE_KEYS, "on", "known")
    tokens = cursor.take_list(stops)
    if not tokens:
        missing(cursor, draft, "Name the voice: an actor, or record.")
    said = moment_from_cursor(cursor, draft) if cursor.skip("on") else None
    known = moment_from_cursor(cursor, draft) if cursor.skip(", known") or cursor.skip("known") else None
    named = (voice_from_token(token, draft) for token in tokens)
    return tuple(VoiceLine(voice, False, said, known, None, citations) for voice in named if voice)
