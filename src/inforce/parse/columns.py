"""Put the words of one line into columns: keys, values, what supports them."""

from inforce.parse.keys import key_and_length
from inforce.parse.syntax import Detail, Directive, Token
from inforce.source.excerpt import cells

_INDENT = "  "
_VALUE = 15  # cells before a value, so that it begins in column 16
_SUPPORT = 71  # cells before a citation or a comment, so that it begins in column 72
_TAIL = frozenset({"citation", "comment"})
_CLOSE = frozenset({",", ")"})


def laid_directive(directive: Directive) -> str:
    """Lay out a line that stands in the first column; what follows a date begins in the column of values.

    >>> from inforce.parse.tokens import tokens_from_line
    >>> tokens = tokens_from_line("1945-08-24 CHN ,SUN   ratify", 1)
    >>> laid_directive(Directive("record", tokens, (), tokens, (), 1))
    '1945-08-24     CHN, SUN ratify'
    """
    return _laid("", directive.tokens, int(directive.keyword == "record"))


def laid_detail(detail: Detail, keyword: str) -> str:
    """Lay out an indented line: its key, its value, and at the right what supports it.

    Under a record a line without a key is a measure, whose name stands where keys stand.

    >>> from inforce.parse.tokens import tokens_from_line
    >>> tokens = tokens_from_line("  once attacked (the other)", 1)
    >>> laid_detail(Detail("once", tokens[1:], (), tokens, 1), "clause")
    '  once         attacked (the other)'
    """
    _, length = key_and_length(keyword, detail.tokens)
    measure = keyword == "record" and not detail.key
    return _laid(_INDENT, detail.tokens, 1 if measure else length)


def laid_comment(text: str) -> str:
    """Lay out a line that is a comment: at the left, or indented as lines of a directive are.

    >>> laid_comment("      ; in force since the exchange  ")
    '  ; in force since the exchange'
    """
    return (_INDENT if text[0].isspace() else "") + text.strip()


def _laid(indent: str, tokens: tuple[Token, ...], length: int) -> str:
    """Join the first tokens as a key, the others as its value, then the citations and the comment."""
    end = len(tokens)
    while end > 1 and tokens[end - 1].kind in _TAIL:
        end -= 1
    key, value, tail = tokens[:length], tokens[length:end], tokens[end:]
    line = indent + _joined(key)
    if value:
        line += (_padding(line, _VALUE) if key and not _is_glued(key[-1], value[0]) else "") + _joined(value)
    if tail:
        line += ("" if _is_glued(tokens[end - 1], tail[0]) else _padding(line, _SUPPORT)) + _joined(tail)
    return line


def _padding(line: str, width: int) -> str:
    return " " * max(width - cells(line), 1)


def _is_glued(before: Token, token: Token) -> bool:
    """Tell whether no white space may come between two tokens: behind a colon it would end the word."""
    return not token.before and (before.text.endswith(":") or token.text in _CLOSE)


def _joined(tokens: tuple[Token, ...]) -> str:
    """Join tokens with one space where there was any, by the rules of commas and parentheses."""
    parts: list[str] = []
    before: Token | None = None
    for token in tokens:
        parts += [_gap(before, token) if before else "", token.text]
        before = token
    return "".join(parts)


def _gap(before: Token, token: Token) -> str:
    if before.text.endswith(":"):
        return " " if token.before else ""
    if token.text in _CLOSE or before.text == "(":
        return ""
    if before.text == ",":
        number = token.text[0].isdigit() and not token.before
        return "" if number else " "
    return " " if token.before or token.kind in _TAIL else ""
