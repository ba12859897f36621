"""What a treaty file says as text: tokens, details, directives, conditions. No law."""

from typing import Literal

from msgspec import Struct

TokenKind = Literal["word", "string", "citation", "label", "punct", "comment"]


class Token(Struct, frozen=True):
    """One token, with the white space that stands before it, so that printing gives the file back.

    ``text`` is as written: a string with its quotes, a citation with its brackets, a label with its ``^``.
    ``line`` and ``column`` count from 1, columns in characters.
    """

    kind: TokenKind
    text: str
    line: int
    column: int
    before: str = ""


class Detail(Struct, frozen=True):
    """One indented line: its key from the closed list of its directive (or "") and the rest.

    ``key`` is the canonical key, such as ``so long as``; ``rest`` has the tokens after it, without
    citations and comment; ``tokens`` has everything, for printing. In a view ``speaks`` is the key of
    ``CODE speaks through …`` and ``rest`` has the whole line. ``after`` is white space at the line's end.
    """

    key: str
    rest: tuple[Token, ...]
    citations: tuple[Token, ...]
    tokens: tuple[Token, ...]
    line: int
    after: str = ""


class Directive(Struct, frozen=True):
    """One directive with its details; a dated line is the directive ``record``.

    ``head`` has the tokens after the keyword (for a record: all of them, the date first), without
    citations and comment.
    """

    keyword: str
    head: tuple[Token, ...]
    citations: tuple[Token, ...]
    tokens: tuple[Token, ...]
    details: tuple[Detail, ...]
    line: int
    heading: str = ""
    after: str = ""


class Plain(Struct, frozen=True):
    """One line that says nothing to the program: prose, a fence's edge, a blank, a comment, a mistake."""

    line: int
    text: str


class Document(Struct, frozen=True):
    """A whole file as syntax; ``lines`` are the person's own lines, for excerpts.

    Only what has meaning is among the directives; ``plain`` has every other line, for printing. ``ended``
    says that the last line had a line end, ``crlf`` that lines ended in carriage return and line feed.
    """

    file: str
    directives: tuple[Directive, ...]
    lines: tuple[str, ...]
    plain: tuple[Plain, ...] = ()
    ended: bool = True
    crlf: bool = False


class NameSyntax(Struct, frozen=True):
    """A fact's name, and of whom it holds: `attacked-by-japan (the other)`."""

    name: Token
    whom: tuple[Token, ...] = ()


class IsSyntax(Struct, frozen=True):
    """A status as a condition: `clause 4 is performed`, or of a treaty, `kyoto is in force`."""

    kind: Literal["clause", "treaty"]
    name: Token
    status: tuple[Token, ...] = ()


class HoldsSyntax(Struct, frozen=True):
    """Who holds a thing or territory as a condition: `SUN holds port-arthur`."""

    holder: Token
    thing: Token


class NotSyntax(Struct, frozen=True):
    """A condition that must not hold."""

    condition: "ConditionSyntax"


class AndSyntax(Struct, frozen=True):
    """Conditions that must all hold."""

    conditions: tuple["ConditionSyntax", ...]


class OrSyntax(Struct, frozen=True):
    """Conditions of which one must hold."""

    conditions: tuple["ConditionSyntax", ...]


ConditionSyntax = NameSyntax | HoldsSyntax | IsSyntax | NotSyntax | AndSyntax | OrSyntax
