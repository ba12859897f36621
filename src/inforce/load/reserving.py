"""What a record says of a reservation: to which clauses, and whether an objection opposes the entry into force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.cursor import Cursor, missing
from inforce.load.marks import INLINE_KEYS, Marks, VoiceLine
from inforce.load.voices import voices_from_cursor
from inforce.model import CONSENTS, Citation

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token

Citations = tuple[Citation, ...]
_RESERVING = frozenset({"sign", "exchange", *CONSENTS})
_OPPOSING = "object"


def reserving(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Read the clauses to which an act of consent makes a reservation."""
    tokens = cursor.take_list(INLINE_KEYS)
    if not tokens:
        missing(cursor, draft, "Name the clauses to which the reservation is: reserving 9, 12.")
    named = (draft.named("clause", token, draft.treaty) for token in tokens)
    return _said_of(marks, cursor, citations, draft, clauses=tuple(name for name in named if name))


def without_reservation(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Read that an act of consent makes no reservation."""
    return _said_of(marks, cursor, citations, draft, clauses=())


def opposed(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Read that an objection opposes the entry into force between the two."""
    return _said_of(marks, cursor, citations, draft, opposes=True)


def not_opposed(marks: Marks, cursor: Cursor, citations: Citations, draft: Draft) -> Marks:
    """Read that an objection does not oppose it, as silence would mean too."""
    return _said_of(marks, cursor, citations, draft, opposes=False)


def _said_of(
    marks: Marks,
    cursor: Cursor,
    citations: Citations,
    draft: Draft,
    *,
    clauses: tuple[str, ...] | None = None,
    opposes: bool | None = None,
) -> Marks:
    """Add a particular of an act; a voice of its own says so where one is named."""
    if not cursor.skip("said by"):
        return replace(
            marks,
            reserving=marks.reserving if clauses is None else clauses,
            opposes=marks.opposes if opposes is None else opposes,
        )
    voices = voices_from_cursor(cursor, citations, draft)
    said = tuple(replace(line, reserving=clauses, opposes=opposes) for line in voices)
    return replace(marks, voices=marks.voices + said)


def check_particulars(verb: str, marks: Marks, date: Token, draft: Draft) -> None:
    """See that only consent or a signature makes a reservation, and only an objection opposes."""
    lines: tuple[Marks | VoiceLine, ...] = (marks, *marks.voices)
    if verb not in _RESERVING and any(line.reserving is not None for line in lines):
        hint = "Write it behind signs, ratifies, accepts, approves, accedes to or deposits."
        draft.report(date, "A reservation is made on signing or on consenting to be bound.", hint)
    if verb != _OPPOSING and any(line.opposes is not None for line in lines):
        hint = "Write it under objects to the reservation of X."
        draft.report(date, "Only an objection to a reservation opposes the entry into force.", hint)
