"""The sentence of a clause that says to what reservations may be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.dates import span_from_phrase
from inforce.load.form import Found, Reader, read_forms
from inforce.load.phrase import listed, phrase_from_tokens
from inforce.model import Bearer, Clause, Reservability

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token

SUBJECT = "reservations"


def with_reservability(clause: Clause, tokens: tuple[Token, ...], draft: Draft) -> Clause:
    """Read ``reservations are not permitted to 1, 2`` into a clause."""
    found = read_forms(phrase_from_tokens(tokens), _FORMS, draft)
    return replace(
        clause, kind="constitutive", bearer=Bearer(subject=SUBJECT), verb="are", reservability=found
    )


def _read(found: Found, draft: Draft) -> Reservability:
    words = found.phrase.text
    says = "forbidden" if " not " in words else "only" if " only " in words else "authorised"
    named = (draft.named("clause", token, draft.treaty) for token in listed(found.tokens("names")))
    span = span_from_phrase(found.part("span"), draft) if found.text("span") else None
    return Reservability(says, tuple(name for name in named if name), span)


_LASTING = "[, for SPAN from entry into force for it]"
_FORMS: dict[str, Reader[Reservability]] = dict.fromkeys(
    (
        "reservations are not permitted",
        "reservations are not permitted to NAMES",
        f"reservations are permitted to NAMES{_LASTING}",
        f"reservations are permitted only to NAMES{_LASTING}",
    ),
    _read,
)
"""The forms understood."""
