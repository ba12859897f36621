"""Provisional application in a clause: who applies which text from when, and who may declare otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.bearer import bearer_from_tokens
from inforce.load.dates import day_from_token
from inforce.load.form import Found, Reader, read_forms
from inforce.load.lines import LineReader
from inforce.load.phrase import phrase_from_tokens, text_from_tokens
from inforce.model import Bearer, Clause, Effect, Provisional
from inforce.temporal import Day

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Token

Tokens = tuple["Token", ...]

_VERBS = frozenset({"applies", "apply"})
_PROVISIONALLY = "provisionally"
_FORM = "WHO applies this provisionally [from signature · from DATE]"


def is_provisional(tokens: Tokens) -> bool:
    """Tell whether a norm sentence says that somebody applies something provisionally."""
    texts = [token.text for token in tokens]
    return _PROVISIONALLY in texts and bool(_VERBS & set(texts[: texts.index(_PROVISIONALLY)]))


def with_provisional(clause: Clause, tokens: Tokens, draft: Draft) -> Clause:
    """Read ``each signatory applies this provisionally from signature`` into a clause."""
    texts = [token.text for token in tokens]
    verb, at = next(i for i, text in enumerate(texts) if text in _VERBS), texts.index(_PROVISIONALLY)
    who = tokens[: verb - (verb > 0 and texts[verb - 1] == "shall")]
    clause = replace(clause, sentence=text_from_tokens(tokens), kind="constitutive", verb="applies")
    if not who:
        hint = f"Say who: each signatory {text_from_tokens(tokens)}, or an actor's code in its place."
        draft.report(tokens[0], "This clause does not say who applies it provisionally.", hint)
    bearer = (bearer_from_tokens(who, draft) if who else None) or Bearer()
    text = _text(clause, tokens[verb + 1 : at], tokens[verb], draft)
    begins = _beginning(tokens[at + 1 :], draft)
    return replace(clause, bearer=bearer, provisional=Provisional(text, begins))


def _text(clause: Clause, tokens: Tokens, verb: Token, draft: Draft) -> str:
    """Return the instrument that is applied; empty for the treaty as a whole."""
    said = text_from_tokens(tokens)
    if said in ("this treaty", "the treaty", draft.treaty):
        return ""
    if said in ("this", "this instrument", "the instrument"):
        return clause.instrument
    if len(tokens) == 1 and tokens[0].text in draft.names.instruments(draft.treaty):
        return said
    hint = f"Write {_FORM}; an instrument of the treaty may stand for this."
    draft.report_across(tokens or (verb,), "It is not understood what is applied provisionally.", hint)
    return ""


def _beginning(tokens: Tokens, draft: Draft) -> Day | None:
    """Return the day from which a text is applied; None where it is from signature."""
    if not tokens:
        return None
    forms: dict[str, Reader[Day | None]] = {"from signature": _from_signature, "from DATE": _from_day}
    return read_forms(phrase_from_tokens(tokens), forms, draft)


def _from_signature(found: Found, draft: Draft) -> None:
    return None


def _from_day(found: Found, draft: Draft) -> Day | None:
    return day_from_token(found.token("date"), draft)


def _unless(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Read until when a signatory may declare that it does not apply the text provisionally."""
    forms: dict[str, Reader[str]] = {
        "it declares otherwise at signature": lambda found, desk: "at signature",
        "it declares otherwise": lambda found, desk: "at any time",
    }
    return replace(clause, opting_out=read_forms(phrase_from_tokens(detail.rest), forms, draft) or "")


PROVISIONAL_LINES: dict[str, LineReader[Clause]] = {"unless": _unless}
"""The lines that only a clause on provisional application has."""


def settled(clause: Clause) -> Clause:
    """Let the notice of a clause on provisional application have its effect."""
    if clause.provisional is None or clause.notice is None:
        return clause
    return replace(clause, effect=Effect("unapplies"))


def report_misplaced(clause: Clause, details: tuple[Detail, ...], draft: Draft) -> None:
    """Report a line on provisional application in a clause that does not speak of it."""
    if clause.provisional is not None:
        return
    for detail in details:
        texts = [token.text for token in detail.rest]
        if detail.key == "unless" or (detail.key == "until" and "notice" in texts):
            message = f"Only a clause on provisional application has such a line: {detail.key}."
            draft.report_across(detail.tokens, message, f"Let the clause begin: {_FORM}.")
