"""Cut a line into tokens, with one compiled pattern and no knowledge of what the words mean."""

import re
from typing import cast

from inforce.parse.syntax import Token, TokenKind

LONGEST = 10_000
"""The most characters a line may have: longer ones are no treaty, and would only cost time."""

# A run of anything that is not white space or a mark; a colon inside it belongs to it, and so does a
# whole bracket that is not a citation, commas included: `[1945-08-24,1945-08-26]` is one date.
# Nothing has to follow a token, so no line, however strange, is read twice. Possessive repetitions would say
# the same, but early releases of Python 3.11 match them wrongly.
_WORD = r'(?:[^\s,()";:\[]+|:(?=\S)|\[(?!@)(?:[^\[\]"();]*\])?)+'

_TOKEN = re.compile(
    r"(\s*)(?:"
    rf"(?P<label>\^{_WORD})"
    rf"|(?P<word>{_WORD})"
    r"|(?P<punct>[,():])"
    r'|(?P<string>"[^"]*"?)'
    r"|(?P<citation>\[@[^\]]*\]?)"
    r"|(?P<comment>;.*)"
    r")"
)


def tokens_from_line(line: str, number: int) -> tuple[Token, ...]:
    r"""Cut a line into tokens, whatever it contains; white space at its end belongs to none of them.

    The tokens with what stands before each are the line again, up to the white space at its end. A string
    or a citation that is not closed takes the rest of the line; `is_closed` tells.

    >>> [(token.kind, token.text) for token in tokens_from_line('  in roc: "a;b", ^x [@k, p. 3]  ; why', 7)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('word', 'in'), ('word', 'roc'), ('punct', ':'), ('string', '"a;b"'), ('punct', ','), ('label', '^x'),
     ('citation', '[@k, p. 3]'), ('comment', '; why')]
    >>> [token.text for token in tokens_from_line("[1950,1951]/.. 10:30 98.6 %", 1)]
    ['[1950,1951]/..', '10:30', '98.6', '%']
    """
    return tuple(
        [
            Token(cast(TokenKind, match.lastgroup), text, number, match.end() - len(text) + 1, match[1])
            for match in _TOKEN.finditer(line.rstrip())
            if (text := match[match.lastgroup or 0])
        ]
    )


def is_closed(token: Token) -> bool:
    """Tell whether a string or a citation has its last mark; any other token is whole as it stands.

    >>> [is_closed(token) for token in tokens_from_line('"Treaty" [@key, p. 3', 1)]
    [True, False]
    """
    if token.kind == "string":
        return len(token.text) > 1 and token.text[-1] == '"'
    return token.kind != "citation" or token.text[-1] == "]"


def text_from_tokens(tokens: tuple[Token, ...]) -> str:
    """Join tokens with the white space that stood before each, as the person wrote them.

    >>> text_from_tokens(tokens_from_line("  parties   CHN,SUN  ", 1))
    '  parties   CHN,SUN'
    """
    return "".join([part for token in tokens for part in (token.before, token.text)])
