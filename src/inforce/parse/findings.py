"""The problems of one file as they are found: told in full at first, and never without end."""

from msgspec import Struct

from inforce.parse.syntax import Token
from inforce.source import Place, Problem, SourceText

MOST = 1_000
"""The most problems that are told of one file; a file of nonsense has as many as lines."""

_HINTED = 200  # to look for the nearest names takes time, and a person mends the first ones first


class Findings(Struct):
    """Collect the problems of one file.

    >>> from inforce.source import source_from_text
    >>> findings = Findings(source_from_text("a.treaty", "treety x"), [])
    >>> findings.add(Token("word", "treety", 1, 1), "There is no directive called treety.")
    >>> findings.problems[0].excerpt
    'treety x'
    """

    source: SourceText
    problems: list[Problem]

    @property
    def hinted(self) -> bool:
        """Whether a problem found now is worth a search for what was probably meant."""
        return len(self.problems) < _HINTED

    def add(self, token: Token, message: str, hint: str = "", heading: str = "") -> None:
        """Add a problem at a token."""
        self.add_at(
            Place(self.source.file, token.line, token.column, len(token.text)), message, hint, heading
        )

    def add_at(self, place: Place, message: str, hint: str = "", heading: str = "") -> None:
        """Add a problem at a place, until there are so many that one more helps nobody."""
        if len(self.problems) == MOST:
            message, hint = "There are more problems from here on.", "Mend the ones above first."
        if len(self.problems) <= MOST:
            self.problems.append(self.source.problem(place, message, hint, heading))
