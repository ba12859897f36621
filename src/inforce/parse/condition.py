"""Conditions as text: names joined by and, or, not. What the names mean is not known here."""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from inforce.parse.syntax import Token
from inforce.source import Place, Problem, place_of_file

_DEEPEST = 20  # a person stops reading long before; a line of parentheses must not use up the stack
_JOINTS = frozenset({"and", "or"})
_ENDS = _JOINTS | {")"}
_FORM = "Join names by and, or, not; anything longer gets a name of its own, as a fact."


class NameSyntax(Struct, frozen=True):
    """A fact's name, and of whom it holds: `attacked-by-japan (the other)`."""

    name: Token
    whom: tuple[Token, ...] = ()


class IsSyntax(Struct, frozen=True):
    """A status as a condition: `clause 4 is performed`, or of a treaty, `kyoto is in force`."""

    kind: Literal["clause", "treaty"]
    name: Token
    status: tuple[Token, ...] = ()


class NotSyntax(Struct, frozen=True):
    """A condition that must not hold."""

    condition: "ConditionSyntax"


class AndSyntax(Struct, frozen=True):
    """Conditions that must all hold."""

    conditions: tuple["ConditionSyntax", ...]


class OrSyntax(Struct, frozen=True):
    """Conditions of which one must hold."""

    conditions: tuple["ConditionSyntax", ...]


ConditionSyntax = NameSyntax | IsSyntax | NotSyntax | AndSyntax | OrSyntax


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
    if condition is not None and reader.next is not None:
        condition = reader.refuse_rest(reader.next)
    return condition if condition is not None else reader.problem()


class _Reader(Struct):
    """Read tokens from left to right; None in place of a condition says that `mistake` has been made."""

    tokens: tuple[Token, ...]
    file: str
    at: int = 0
    depth: int = 0
    mistake: Problem | None = None

    @property
    def next(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def either(self) -> ConditionSyntax | None:
        parts = self._joined("or", self._all)
        return OrSyntax(parts) if len(parts) > 1 else next(iter(parts), None)

    def _all(self) -> ConditionSyntax | None:
        parts = self._joined("and", self._one)
        return AndSyntax(parts) if len(parts) > 1 else next(iter(parts), None)

    def _joined(
        self, joint: str, read: Callable[[], ConditionSyntax | None]
    ) -> tuple[ConditionSyntax, ...]:
        """Read conditions with one word between them; none at all after a mistake."""
        parts: list[ConditionSyntax] = []
        while True:
            part = read()
            if part is None:
                return ()
            parts.append(part)
            if not self._skip(joint):
                return tuple(parts)

    def _one(self) -> ConditionSyntax | None:
        token = self.next
        if token is None:
            return self._refuse_end()
        if token.text == "not" or token.text == "(":
            return self._deeper(token)
        if token.kind != "word" or token.text in _JOINTS:
            return self._refuse_start(token)
        if token.text == "clause":
            return self._clause(token)
        self.at += 1
        return self._status("treaty", token) if self._skip("is") else self._name(token)

    def _deeper(self, token: Token) -> ConditionSyntax | None:
        """Read what stands after `not` or inside parentheses."""
        self.at += 1
        self.depth += 1
        if self.depth > _DEEPEST:
            return self._refuse(token, "This condition goes too deep.", "Give its inner part a name, as a fact.")
        condition = self.either() if token.text == "(" else self._one()
        self.depth -= 1
        if condition is None:
            return None
        if token.text == "not":
            return NotSyntax(condition)
        return condition if self._skip(")") else self._refuse_open(token)

    def _name(self, name: Token) -> ConditionSyntax | None:
        """Read of whom a fact holds, if it is said."""
        opening = self.next
        if opening is None or opening.text != "(":
            return NameSyntax(name)
        self.at += 1
        whom = self._until(_ENDS)
        if not self._skip(")"):
            return self._refuse_open(opening)
        if not whom:
            return self._refuse(opening, "Nobody is named here.", "Write (it), (the other), (either) or (both).")
        return NameSyntax(name, whom)

    def _clause(self, word: Token) -> ConditionSyntax | None:
        name = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        self.at += 2
        if name is None or name.kind != "word" or not self._skip("is"):
            message = "This does not say of which clause which status is meant."
            return self._refuse(word, message, "Write clause 4 is performed.")
        return self._status("clause", name)

    def _status(self, kind: Literal["clause", "treaty"], name: Token) -> ConditionSyntax | None:
        status = self._until(_ENDS)
        return IsSyntax(kind, name, status) if status else self._refuse_end()

    def _until(self, ends: frozenset[str]) -> tuple[Token, ...]:
        start = self.at
        while (token := self.next) is not None and token.text not in ends:
            self.at += 1
        return self.tokens[start : self.at]

    def _skip(self, text: str) -> bool:
        found = self.next is not None and self.next.text == text
        self.at += found
        return found

    def problem(self) -> Problem:
        """Give the mistake that was made."""
        return self.mistake or Problem(place_of_file(self.file), "", "", "This is no condition.", _FORM)

    def _refuse(self, token: Token, message: str, hint: str = _FORM) -> None:
        place = Place(self.file, token.line, token.column, len(token.text))
        self.mistake = Problem(place, "", "", message, hint)

    def _refuse_start(self, token: Token) -> None:
        hint = 'Give it a name: fact NAME "…".' if token.kind == "string" else _FORM
        self._refuse(token, f"No condition begins with {token.text}", hint)

    def _refuse_end(self) -> None:
        token = self.tokens[min(self.at, len(self.tokens)) - 1]
        self._refuse(token, f"Nothing follows after {token.text}.")

    def _refuse_open(self, token: Token) -> None:
        self._refuse(token, "This parenthesis is not closed.", "Write ) where it ends.")

    def refuse_rest(self, token: Token) -> None:
        """Refuse what stands behind a whole condition."""
        if token.text == ")":
            self._refuse(token, "This parenthesis was never opened.", "Remove it, or write ( where it begins.")
        else:
            before = self.tokens[self.at - 1].text
            self._refuse(token, f"Neither and nor or stands between {before} and {token.text}.")
