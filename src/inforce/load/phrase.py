"""Tokens as one legal phrase, and back from a place in the phrase to its token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from inforce.parse.syntax import Token

_CLOSING = frozenset(",:)")
_JOINTS = frozenset({",", "and", "or"})


class Phrase(Struct, frozen=True):
    """Hold tokens and their text in one spelling: one space between words, none before a comma."""

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    def tokens_between(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that begin within a stretch of the text."""
        return tuple(token for token, at in zip(self.tokens, self.starts, strict=True) if start <= at < end)

    def token_at(self, offset: int) -> Token | None:
        """Return the token that a place in the text belongs to, or None in an empty phrase."""
        return self.tokens[max(bisect_right(self.starts, offset) - 1, 0)] if self.tokens else None


def phrase_from_tokens(tokens: Iterable[Token]) -> Phrase:
    """Join tokens into a phrase, so that forms can be matched whatever the white space was.

    >>> from inforce.parse.syntax import Token
    >>> words = [Token("word", "CHN", 1, 1), Token("punct", ",", 1, 4), Token("word", "SUN", 1, 9)]
    >>> phrase_from_tokens(words).text
    'CHN, SUN'
    """
    parts: list[str] = []
    starts: list[int] = []
    length, opened = 0, True
    kept = tuple(tokens)
    for token in kept:
        gap = "" if opened or token.text in _CLOSING else " "
        parts.append(gap + token.text)
        starts.append(length + len(gap))
        length += len(parts[-1])
        opened = token.text == "("
    return Phrase("".join(parts), kept, tuple(starts))


def text_from_tokens(tokens: Iterable[Token]) -> str:
    """Write tokens in the one spelling of a phrase."""
    return phrase_from_tokens(tokens).text


def unquoted(token: Token) -> str:
    """Return what a token says: a string without its quotes, a label without its sign.

    >>> from inforce.parse.syntax import Token
    >>> unquoted(Token("string", '"The minutes"', 1, 1)), unquoted(Token("label", "^note", 1, 1))
    ('The minutes', 'note')
    """
    if token.kind == "string":
        return token.text.removeprefix('"').removesuffix('"')
    return token.text.removeprefix("^") if token.kind == "label" else token.text


def said_text(tokens: Iterable[Token]) -> str:
    """Return a text to keep: without quotes if it is one string, else the words as a phrase."""
    kept = tuple(tokens)
    return unquoted(kept[0]) if len(kept) == 1 else text_from_tokens(kept)


def listed(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Return the members of a list such as ``CHN, SUN and MNG``.

    >>> from inforce.parse.syntax import Token
    >>> words = [Token("word", text, 1, 1) for text in ("CHN", "and", "SUN")]
    >>> [token.text for token in listed(words)]
    ['CHN', 'SUN']
    """
    return tuple(token for token in tokens if token.text not in _JOINTS)
