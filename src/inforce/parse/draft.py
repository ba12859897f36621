"""A directive while its indented lines are still coming in."""

from inforce.parse.directives import KEYLESS
from inforce.parse.keys import key_and_length
from inforce.parse.syntax import Detail, Directive, Token

_ASIDE = ("citation", "comment")


class Draft:
    """Collect the lines of one directive; `keyword` is empty for one that does not exist."""

    __slots__ = ("_after", "_details", "_heading", "_skip", "_tokens", "_width", "keyword", "told_deeper")

    def __init__(self, keyword: str, tokens: tuple[Token, ...], after: str, heading: str) -> None:
        self.keyword = keyword
        self.told_deeper = False
        self._tokens, self._after, self._heading = tokens, after, heading
        self._skip = 0 if keyword == "record" else 1
        self._details: list[Detail] = []
        self._width = 0

    @property
    def path(self) -> str:
        """The headings above, and the directive itself as the last of them.

        >>> Draft("clause", (Token("word", "clause", 1, 1), Token("word", "M1", 1, 8)), "", "Notes").path
        'Notes > clause M1'
        """
        own = " ".join([token.text for token in self._tokens[:2]])
        return f"{self._heading} > {own}" if self._heading else own

    def goes_deeper(self, indent: str) -> bool:
        """Tell whether a line is indented more than the first one was, which sets the measure."""
        width = len(indent.expandtabs())
        self._width = self._width or width
        return width > self._width

    def take(self, tokens: tuple[Token, ...], after: str, *, deeper: bool = False) -> bool:
        """Add a detail, or return False for a line that has no key and needs one.

        A line that goes deeper needs one in every directive: without it, it is a continuation.
        """
        key, length = key_and_length(self.keyword, tokens)
        if not key and (deeper or self.keyword not in KEYLESS):
            return False
        rest, citations = parted(tokens[length:])
        self._details.append(Detail(key, rest, citations, tokens, tokens[0].line, after))
        return True

    def finished(self) -> Directive:
        """Give the directive with all its details."""
        head, citations = parted(self._tokens[self._skip :])
        return Directive(
            self.keyword,
            head,
            citations,
            self._tokens,
            tuple(self._details),
            self._tokens[0].line,
            self._heading,
            self._after,
        )


def parted(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Part tokens into what a line says and the citations it says it with; comments are in neither.

    >>> words = (Token("word", "CHN", 1, 1), Token("citation", "[@k]", 1, 5), Token("comment", ";", 1, 10))
    >>> [[token.text for token in part] for part in parted(words)]
    [['CHN'], ['[@k]']]
    """
    if not any([token.kind in _ASIDE for token in tokens]):
        return tokens, ()
    said = tuple([token for token in tokens if token.kind not in _ASIDE])
    return said, tuple([token for token in tokens if token.kind == "citation"])
