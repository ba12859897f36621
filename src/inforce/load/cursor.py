"""A place in a row of tokens, for lines that are read word by word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.load.dates import moment_from_token
from inforce.temporal import UncertainDay

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token

_JOINTS = frozenset({",", "and"})


class Cursor(Struct):
    """Read tokens from left to right; ``at`` is the next one."""

    tokens: tuple[Token, ...]
    at: int = 0

    @property
    def next(self) -> Token | None:
        """The next token, or None at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    @property
    def rest(self) -> tuple[Token, ...]:
        """Every token from the next one on."""
        return self.tokens[self.at :]

    def take(self) -> Token | None:
        """Return the next token and step over it."""
        token = self.next
        self.at += token is not None
        return token

    def stands(self, words: str) -> bool:
        """Tell whether these words come next."""
        parts = words.split()
        return [token.text for token in self.tokens[self.at : self.at + len(parts)]] == parts

    def skip(self, words: str) -> bool:
        """Step over these words if they come next."""
        standing = self.stands(words)
        self.at += len(words.split()) if standing else 0
        return standing

    def longest(self, keys: Iterable[str]) -> str:
        """Return the longest of the keys that comes next, or nothing."""
        first = self.next.text if self.next else ""
        return max((key for key in keys if key.startswith(first) and self.stands(key)), key=len, default="")

    def take_until(self, keys: Iterable[str]) -> tuple[Token, ...]:
        """Take tokens up to a comma, a label, or one of the keys."""
        start, stops = self.at, tuple(keys)
        while (token := self.next) and token.text != "," and token.kind != "label":
            if self.longest(stops):
                break
            self.at += 1
        return self.tokens[start : self.at]

    def take_list(self, stops: Iterable[str]) -> tuple[Token, ...]:
        """Take a list such as ``T5, N1 and M1``, up to one of the stops, and the comma before it."""
        keys = tuple(stops)
        taken: list[Token] = []
        joined = True
        while joined and (token := self.next) and token.kind == "word" and not self.longest(keys):
            taken.append(token)
            self.at += 1
            joined = self._step_over_joints()
        return tuple(taken)

    def _step_over_joints(self) -> bool:
        start = self.at
        while (token := self.next) and token.text in _JOINTS:
            self.at += 1
        return self.at > start


def missing(cursor: Cursor, draft: Draft, hint: str) -> None:
    """Report that something is missing behind the last token read, or that something else stands there."""
    if cursor.rest:
        draft.report_across(cursor.rest, "This is not understood.", hint)
    else:
        draft.report_across(cursor.tokens[-1:], "Something is missing after this.", hint)


def moment_from_cursor(cursor: Cursor, draft: Draft) -> UncertainDay | None:
    """Read the date that comes next, or report that there is none."""
    token = cursor.take()
    if token is None:
        missing(cursor, draft, "Write a date, such as 1945-08-24.")
    return moment_from_token(token, draft) if token else None
