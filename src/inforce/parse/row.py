"""One line, cut and sorted: what it says, what it cites, what is left at its end."""

from msgspec import Struct

from inforce.parse.syntax import Token
from inforce.parse.tokens import tokens_from_line

_APART = frozenset({"citation", "comment"})


class Row(Struct, frozen=True):
    """One line as tokens; `said` is what remains of them without citations and comment."""

    text: str
    line: int
    tokens: tuple[Token, ...]
    said: tuple[Token, ...]
    citations: tuple[Token, ...]
    after: str


def row_from_line(text: str, number: int) -> Row:
    """Cut a line and sort its tokens.

    Every later step asks the same two questions of a line, what it says and what supports it, so they are
    answered once.

    >>> row = row_from_line("  parties CHN, SUN  [@unts-300] ; both", 3)
    >>> [token.text for token in row.said], [token.text for token in row.citations]
    (['parties', 'CHN', ',', 'SUN'], ['[@unts-300]'])
    """
    tokens = tokens_from_line(text, number)
    after = text[len(text.rstrip()) :]
    if "[@" not in text and ";" not in text:
        return Row(text, number, tokens, tokens, (), after)
    said = tuple([token for token in tokens if token.kind not in _APART])
    citations = tuple([token for token in tokens if token.kind == "citation"])
    return Row(text, number, tokens, said, citations, after)


def indentation(text: str) -> int:
    r"""Measure the white space before a line, a tab reaching to the next eighth cell as editors show it.

    >>> indentation("  title"), indentation("\ttitle")
    (2, 8)
    """
    return len(text[: len(text) - len(text.lstrip())].expandtabs(8))
