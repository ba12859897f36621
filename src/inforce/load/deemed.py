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


def with_deemed(clause: Clause, tokens: tuple[Token, ...], draft: Draft) -> Clause:
    """Read of whom a clause says that it ceases to be a party, and how long after."""
    phrase = phrase_from_tokens(tokens)
    deemed = read_forms(phrase, _FORMS, draft)
    clause = replace(
        clause, sentence=phrase.text, kind="constitutive", bearer=Bearer(each=True), verb="counts"
    )
    return replace(clause, deemed=deemed, effect=Effect("leaves")) if deemed else clause


def _withdraws(found: Found, draft: Draft) -> Deemed | None:
    return _deemed("withdraws", _treaty(found, draft), found, draft)


def _ceases(found: Found, draft: Draft) -> Deemed | None:
    return _deemed("ceases", _treaty(found, draft), found, draft)


def _stays_out(found: Found, draft: Draft) -> Deemed | None:
    return _deemed("stays out", _treaty(found, draft), found, draft)


def _treaty(found: Found, draft: Draft) -> str | None:
    """Resolve the other treaty: who leaves this one has left it."""
    name = draft.named("treaty", found.token("treaty"))
    if name is None or name != draft.treaty:
        return name
    hint = "Name the other treaty that has to be left, or joined."
    draft.report(found.token("treaty"), f"{name} is the treaty of this clause itself.", hint)
    return None


def _group(found: Found, draft: Draft) -> Deemed | None:
    return _deemed("leaves", draft.named("group", found.token("group")), found, draft)


def _happens(found: Found, draft: Draft) -> Deemed | None:
    return _deemed("is", draft.named("fact", found.token("fact")), found, draft)


def _deemed(how: str, name: str | None, found: Found, draft: Draft) -> Deemed | None:
    span = span_from_phrase(found.part("span"), draft) if found.text("span") else Span()
    return Deemed(how, name, Offset(after=span)) if name and span is not None else None


_FORMS: dict[str, Reader[Deemed | None]] = {
    "who withdraws from TREATY CEASES[, SPAN later]": _withdraws,
    "who ceases to be a party to TREATY CEASES[, SPAN later]": _ceases,
    "who ceases to be a member of GROUP CEASES[, SPAN later]": _group,
    "who is FACT CEASES[, SPAN later]": _happens,
    "who is not a party to TREATY within SPAN of its entry into force CEASES": _stays_out,
}
