"""A clause by which somebody ceases to be a party without saying so: because of what it does elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.dates import span_from_phrase
from inforce.load.form import Found, Reader, read_forms
from inforce.load.phrase import phrase_from_tokens
from inforce.model import Bearer, Clause, Deemed, Effect, Offset
from inforce.temporal import Span

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token

SUBJECT = "who"
"""The word that such a sentence begins with."""

_LATER = "[, SPAN later]"
_ENDS = ("counts as withdrawing from this", "ceases to be one", "ceases to be a party")


def with_deemed(clause: Clause, tokens: tuple[Token, ...], draft: Draft) -> Clause:
    """Read of whom a clause says that it ceases to be a party, and how long after."""
    phrase = phrase_from_tokens(tokens)
    deemed = read_forms(phrase, _FORMS, draft)
    clause = replace(clause, sentence=phrase.text, kind="constitutive", bearer=Bearer(each=True), verb="counts")
    return replace(clause, deemed=deemed, effect=Effect("leaves")) if deemed else clause


def _treaty(found: Found, draft: Draft) -> Deemed | None:
    name = draft.named("treaty", found.token("treaty"))
    words = found.phrase.text
    how = "withdraws" if words.startswith("who withdraws") else "ceases" if " ceases to be a party to " in f" {words}" else "stays out"
    return _deemed(how, name, found, draft)


def _group(found: Found, draft: Draft) -> Deemed | None:
    return _deemed("leaves", draft.named("group", found.token("group")), found, draft)


def _deemed(how: str, name: str | None, found: Found, draft: Draft) -> Deemed | None:
    span = span_from_phrase(found.part("span"), draft) if found.text("span") else Span()
    return Deemed(how, name, Offset(after=span)) if name and span is not None else None


_FORMS: dict[str, Reader[Deemed | None]] = {
    **{f"who withdraws from TREATY {end}{_LATER}": _treaty for end in _ENDS},
    **{f"who ceases to be a party to TREATY {end}{_LATER}": _treaty for end in _ENDS},
    **{f"who ceases to be a member of GROUP {end}{_LATER}": _group for end in _ENDS},
    **{f"who is not a party to TREATY within SPAN of its entry into force {end}": _treaty for end in _ENDS},
}
