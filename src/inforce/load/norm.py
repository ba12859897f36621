"""The norm sentence of a clause: who shall, shall not, may, or what is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.bearer import bearer_from_tokens, counterparty_from_tokens
from inforce.load.deemed import SUBJECT as DEEMED
from inforce.load.deemed import with_deemed
from inforce.load.phrase import text_from_tokens
from inforce.load.provisional import is_provisional, with_provisional
from inforce.load.reservability import SUBJECT, with_reservability
from inforce.model import POWERS, Bearer, Clause, NormKind

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Token

POWER_WORDS = frozenset(POWERS) | frozenset(
    {"denounce", "withdraw", "terminate", "suspend", "resume", "extend", "prolong", "accede", "reserve"}
    | {"object", "declare", "request", "call", "appoint", "remove", "consent", "refuse", "invoke", "waive"}
    | {"revoke", "amend"}
)
"""Verbs that make of ``may`` a power: its use changes the legal position."""

_CONSTITUTIVE = frozenset({"is", "are", "counts", "count", "passes", "pass", "remains", "remain"})
_MODALS = _CONSTITUTIVE | {"shall", "may"}
_MANNERS = frozenset({"not", "jointly", "each", "both", "also", "then", "at", "once", "all"})
_FORM = "WHO shall … · WHO shall not … · WHO may … · WHO may not … · WHAT is … · WHAT passes to …"
_LACKS: dict[NormKind, tuple[str, str]] = {
    "power": ("power", "holder"),
    "permission": ("permission", "holder"),
    "constitutive": ("sentence", "subject"),
}


def with_norm(clause: Clause, detail: Detail, draft: Draft) -> Clause:
    """Read the norm sentence into a clause: bearer, kind, verb, counterparty."""
    tokens = detail.rest
    if clause.sentence:
        message = "This clause has a norm already, and this line begins with no known word."
        hint = "One clause states one norm; give the other a clause of its own."
        draft.report_across(tokens, message, hint)
        return clause
    if is_provisional(tokens) or tokens[0].text == DEEMED:
        return (with_deemed if tokens[0].text == DEEMED else with_provisional)(clause, tokens, draft)
    at = next((index for index, token in enumerate(tokens) if token.text in _MODALS), -1)
    clause = replace(clause, sentence=text_from_tokens(tokens))
    if tokens[0].text == SUBJECT:
        return with_reservability(clause, tokens, draft)
    if at < 0:
        message = "This line is neither a norm nor a known line of a clause."
        draft.report_across(tokens, message, f"A norm reads {_FORM}.")
        return clause
    if at == 0:
        _report_holder(tokens, draft)
        return replace(clause, kind=_kind(tokens), verb=_verb(tokens[1:]))
    return _read(clause, tokens, at, draft)


def _read(clause: Clause, tokens: tuple[Token, ...], at: int, draft: Draft) -> Clause:
    kind = _kind(tokens[at:])
    rest = tokens[at + 1 :]
    bearer = bearer_from_tokens(tokens[:at], draft, things=kind == "constitutive") or Bearer()
    if rest and rest[0].text == "jointly" and bearer.actors:
        bearer = replace(bearer, jointly=True)
    counterparty = counterparty_from_tokens(rest, bearer, draft)
    verb = tokens[at].text if kind == "constitutive" else _verb(rest)
    verb = f"{verb}-notice" if text_from_tokens(rest) == "suspend its notice" else verb
    return replace(clause, kind=kind, bearer=bearer, verb=verb, counterparty=counterparty)


def _kind(tokens: tuple[Token, ...]) -> NormKind:
    """Return the kind that the words alone give; the lines below may make a duty one to achieve."""
    modal, negated = tokens[0].text, len(tokens) > 1 and tokens[1].text == "not"
    if modal in _CONSTITUTIVE:
        return "constitutive"
    if negated:
        return "prohibition"
    if modal == "shall":
        return "maintain"
    return "power" if _verb(tokens[1:]) in POWER_WORDS else "permission"


def _verb(tokens: tuple[Token, ...]) -> str:
    """Return the first word that is not a word of manner."""
    return next((token.text for token in tokens if token.text not in _MANNERS), "")


def _report_holder(tokens: tuple[Token, ...], draft: Draft) -> None:
    thing, holder = _LACKS.get(_kind(tokens), ("duty", "bearer"))
    hint = f"Say who: each party {text_from_tokens(tokens)}, or an actor's code in its place."
    draft.report(tokens[0], f"This {thing} has no {holder}.", hint)
