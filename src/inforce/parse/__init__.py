"""Text to syntax and back; this room knows how a treaty file is written, and no law."""

from inforce.parse.condition import (
    AndSyntax,
    ConditionSyntax,
    IsSyntax,
    NameSyntax,
    NotSyntax,
    OrSyntax,
    condition_from_tokens,
)
from inforce.parse.directives import DIRECTIVES, KEYLESS, KEYS
from inforce.parse.document import syntax_from_text
from inforce.parse.keys import nearest_key
from inforce.parse.layout import LayoutError, format_text
from inforce.parse.mistakes import path_from_directive
from inforce.parse.printing import text_from_syntax
from inforce.parse.skeleton import skeleton
from inforce.parse.syntax import Detail, Directive, Document, Plain, Token, TokenKind
from inforce.parse.tokens import text_from_tokens, tokens_from_line

__all__ = [
    "DIRECTIVES",
    "KEYLESS",
    "KEYS",
    "AndSyntax",
    "ConditionSyntax",
    "Detail",
    "Directive",
    "Document",
    "IsSyntax",
    "LayoutError",
    "NameSyntax",
    "NotSyntax",
    "OrSyntax",
    "Plain",
    "Token",
    "TokenKind",
    "condition_from_tokens",
    "format_text",
    "nearest_key",
    "path_from_directive",
    "skeleton",
    "syntax_from_text",
    "text_from_syntax",
    "text_from_tokens",
    "tokens_from_line",
]
