"""Who promises, and to whom: the subject of a norm sentence and the party behind its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inforce.load.phrase import listed, text_from_tokens
from inforce.model import Bearer

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token

_BEARERS = {
    "each party": Bearer(each=True),
    "either party": Bearer(each=True),
    "any party": Bearer(each=True),
    "each signatory": Bearer(each=True),
    "the signatories": Bearer(each=True),
    "both parties": Bearer(jointly=True),
    "the parties": Bearer(jointly=True),
    "the parties jointly": Bearer(jointly=True),
}
_TEXTS = frozenset({"this", "this treaty", "this clause", "the treaty", "this instrument"})
_SPOKEN_OF = frozenset({"by", "of", "than", ","})
_EACH = ("each other", "the other", "the others")


def bearer_from_tokens(tokens: tuple[Token, ...], draft: Draft, things: bool = False) -> Bearer | None:
    """Read a bearer; with ``things`` an asset, a treaty or an instrument may be the subject too."""
    text = text_from_tokens(tokens)
    if text in _BEARERS:
        return _BEARERS[text]
    if things and (text in _TEXTS or (len(tokens) == 1 and _is_text(tokens[0], draft))):
        return Bearer(subject=text)
    if len(tokens) == 1 and draft.is_a("group", tokens[0]):
        return Bearer(group=text)
    if len(tokens) == 1 and draft.is_a("asset", tokens[0]):
        return Bearer(subject=text)
    return _named(tokens, draft)


def counterparty_from_tokens(tokens: tuple[Token, ...], bearer: Bearer, draft: Draft) -> Bearer:
    """Find to whom a norm is owed: ``the other``, ``each other``, or the first actor, ``to CODE`` before all.

    Who does a thing (``by CHN``) or is only spoken of (``of CHN``) is not meant.
    """
    text = f" {text_from_tokens(tokens)} ".replace(",", " ")
    if any(f" {words} " in text for words in _EACH):
        return Bearer(each=True)
    after = {
        token.text: tokens[index - 1].text if index else ""
        for index, token in reversed(tuple(enumerate(tokens)))
        if _is_other(token, bearer, draft)
    }
    named = [name for name, word in reversed(after.items()) if word not in _SPOKEN_OF]
    owed = [name for name in named if after[name] == "to"] or named
    return Bearer((owed[0],)) if owed else Bearer()


def _is_other(token: Token, bearer: Bearer, draft: Draft) -> bool:
    return token.kind == "word" and draft.is_a("actor", token) and token.text not in bearer.actors


def _is_text(token: Token, draft: Draft) -> bool:
    return draft.is_a("treaty", token) or token.text in draft.names.instruments(draft.treaty)


def _named(tokens: tuple[Token, ...], draft: Draft) -> Bearer | None:
    """Resolve actors one by one, so that each unknown code is told."""
    parts = listed(tokens)
    spaced = len(tokens) > 1 and len(parts) == len(tokens)
    if spaced:
        hint = "Write each party, both parties, an actor's code, the name of a group or an asset, or this treaty."
        draft.report_across(tokens, f"It is not understood who is meant by {text_from_tokens(tokens)}.", hint)
        return None
    kinds = ("actor",) if len(parts) > 1 else ("actor", "group", "asset")
    actors = tuple(name for token in parts if (name := draft.named_any(kinds, token)))
    return Bearer(actors) if actors else None
