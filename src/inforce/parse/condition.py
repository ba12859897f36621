"""Conditions as text: names joined by and, or, not. What the names mean is not known here."""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from inforce.parse.syntax import (
    AndSyntax,
    ConditionSyntax,
    HoldsSyntax,
    IsSyntax,
    NameSyntax,
    NotSyntax,
    OrSyntax,
    Token,
)
from inforce.source import Place, Problem, place_of_file

__all__ = [
    "AndSyntax",
    "ConditionSyntax",
    "HoldsSyntax",
    "IsSyntax",
    "NameSyntax",
    "NotSyntax",
    "OrSyntax",
    "condition_from_tokens",
]

_DEEPEST = 20  # a person stops reading long before; a line of parentheses must not use up the stack
_JOINTS = frozenset({"and", "or"})
_ENDS = _JOINTS | {"(", ")"}
_FORM = "Join names by and, or, not; anything longer gets a name of its own, as a fact."


def condition_from_tokens(tokens: tuple[Token, ...], file: str = "") -> ConditionSyntax | Problem:
    """Read a condition; *not* binds closer than *and*, *and* closer than *or*.

    Tokens do not know their file, so that a problem is placed in `file`; its heading and excerpt are
    for the caller to add, who has the document.

    >>> from inforce.parse.tokens import tokens_from_line
    >>> found = condition_from_tokens(tokens_from_line("a or not b (it) and c", 1))
    >>> [type(part).__name__ for part in found.conditions]
    ['NameSyntax', 'AndSyntax']
    >>> condition_from_tokens(tokens_from_line("a and", 1)).message
    'Nothing follows after and.'
    """
    if not tokens:
        return Problem(place_of_file(file), "", "", "There is no condition here.", _FORM)
    reader = _Reader(tokens, file)
    condition = reader.either()
    if reader.next is None or isinstance(condition, Problem):
        return condition
    return reader.refused_rest(reader.next)


class _Reader(Struct):
    """Read tokens from left to right; a mistake ends the reading and is what comes out."""

    tokens: tuple[Token, ...]
    file: str
    at: int = 0
    depth: int = 0

    @property
    def next(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def either(self) -> ConditionSyntax | Problem:
        parts = self._joined("or", self._all)
        return OrSyntax(parts) if isinstance(parts, tuple) else parts

    def _all(self) -> ConditionSyntax | Problem:
        parts = self._joined("and", self._one)
        return AndSyntax(parts) if isinstance(parts, tuple) else parts

    def _joined(
        self, joint: str, read: Callable[[], ConditionSyntax | Problem]
    ) -> tuple[ConditionSyntax, ...] | ConditionSyntax | Problem:
        """Read conditions with one word between them; one that stands alone is itself."""
        parts: list[ConditionSyntax] = []
        while not parts or self._skip(joint):
            part = read()
            if isinstance(part, Problem):
                return part
            parts.append(part)
        return tuple(parts) if len(parts) > 1 else parts[0]

    def _one(self) -> ConditionSyntax | Problem:
        token = self.next
        if token is None:
            return self._refused_end()
        if token.text in ("not", "("):
            return self._deeper(token)
        if token.kind != "word" or token.text in _JOINTS:
            hint = 'Give it a name: fact NAME "…".' if token.kind == "string" else _FORM
            return self._refused(token, f"No condition begins with {token.text} here.", hint)
        if token.text == "clause":
            return self._clause(token)
        self.at += 1
        if self._skip("holds"):
            return self._holds(token)
        return self._status("treaty", token) if self._skip("is") else self._name(token)

    def _deeper(self, token: Token) -> ConditionSyntax | Problem:
        """Read what stands after `not` or inside parentheses."""
        self.at += 1
        self.depth += 1
        if self.depth > _DEEPEST:
            hint = "Give its inner part a name, as a fact."
            return self._refused(token, "This condition goes too deep.", hint)
        condition = self.either() if token.text == "(" else self._one()
        self.depth -= 1
        if isinstance(condition, Problem):
            return condition
        if token.text == "not":
            return NotSyntax(condition)
        return condition if self._skip(")") else self._refused_open(token)

    def _name(self, name: Token) -> ConditionSyntax | Problem:
        """Read of whom a fact holds, if it is said."""
        opening = self.next
        if opening is None or opening.text != "(":
            return NameSyntax(name)
        self.at += 1
        whom = self._words()
        if not self._skip(")"):
            return self._refused_open(opening)
        if not whom:
            hint = "Write (it), (the other), (either) or (both)."
            return self._refused(opening, "Nobody is named here.", hint)
        return NameSyntax(name, whom)

    def _holds(self, holder: Token) -> ConditionSyntax | Problem:
        """Read what somebody holds."""
        thing = self.next
        if thing is None or thing.kind != "word" or thing.text in _ENDS:
            return self._refused_end()
        self.at += 1
        return HoldsSyntax(holder, thing)

    def _clause(self, word: Token) -> ConditionSyntax | Problem:
        self.at += 1
        name = self.next
        self.at += 1
        if name is None or name.kind != "word" or not self._skip("is"):
            message = "This does not say which clause has which status."
            return self._refused(word, message, "Write clause 4 is performed.")
        return self._status("clause", name)

    def _status(self, kind: Literal["clause", "treaty"], name: Token) -> ConditionSyntax | Problem:
        status = self._words()
        return IsSyntax(kind, name, status) if status else self._refused_end()

    def _words(self) -> tuple[Token, ...]:
        """Take tokens up to a joint or a parenthesis."""
        start = self.at
        while (token := self.next) is not None and token.text not in _ENDS:
            self.at += 1
        return self.tokens[start : self.at]

    def _skip(self, text: str) -> bool:
        found = self.next is not None and self.next.text == text
        self.at += found
        return found

    def _refused(self, token: Token, message: str, hint: str = _FORM) -> Problem:
        return Problem(Place(self.file, token.line, token.column, len(token.text)), "", "", message, hint)

    def _refused_end(self) -> Problem:
        token = self.tokens[min(self.at, len(self.tokens)) - 1]
        return self._refused(token, f"Nothing follows after {token.text}.")

    def _refused_open(self, token: Token) -> Problem:
        return self._refused(token, "This parenthesis is not closed.", "Write ) where it ends.")

    def refused_rest(self, token: Token) -> Problem:
        """Refuse what stands behind a whole condition."""
        if token.text == ")":
            hint = "Remove it, or write ( where it begins."
            return self._refused(token, "This parenthesis was never opened.", hint)
        before = self.tokens[self.at - 1].text
        return self._refused(token, f"Neither and nor or stands between {before} and {token.text}.")
