"""The desk at which one directive is built: its file, the names of the book, the list of problems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from inforce.load.form import told_forms
from inforce.load.names import Names
from inforce.source import Place, Problem, did_you_mean

if TYPE_CHECKING:
    from inforce.load.clause_source import ClauseSource
    from inforce.model import Fact
    from inforce.parse.syntax import Document, Token

_HINTED = 200  # a person mends the first ones; a file of nonsense is told quickly
_ARTICLES = {"actor": "an", "asset": "an", "instrument": "an"}


class Shared(Struct):
    """What all desks of one book share: names, problems, what is built so far, tables read on the way."""

    names: Names
    problems: list[Problem]
    facts: dict[str, Fact]
    clauses: dict[tuple[str, str], ClauseSource]
    read_also: list[Path]


class Draft(Struct):
    """What a builder may use: names to resolve, problems to report, the treaty that it stands under."""

    document: Document
    shared: Shared
    heading: str = ""
    treaty: str = ""

    @property
    def names(self) -> Names:
        """All names of the book."""
        return self.shared.names

    @property
    def problems(self) -> list[Problem]:
        """The problems found so far."""
        return self.shared.problems

    def muted(self) -> Draft:
        """Return a desk that reports nothing, for lines that are reported elsewhere."""
        return replace(self, shared=replace(self.shared, problems=[]))

    def report(self, token: Token, message: str, hint: str = "") -> None:
        """Report a problem at a token."""
        self.problems.append(self.problem((token,), message, hint))

    def report_across(self, tokens: Sequence[Token], message: str, hint: str = "") -> None:
        """Report a problem under a row of tokens of one line."""
        self.problems.append(self.problem(tokens, message, hint))

    def report_at(self, place: Place, message: str, hint: str = "") -> None:
        """Report a problem at a place, with the person's own line."""
        self.problems.append(Problem(place, self.heading, self._line(place.line), message, hint or None))

    def problem(self, tokens: Sequence[Token], message: str, hint: str = "") -> Problem:
        """Make a problem under a row of tokens of one line."""
        first, last = tokens[0], tokens[-1]
        length = last.column + len(last.text) - first.column if last.line == first.line else len(first.text)
        place = Place(self.document.file, first.line, first.column, max(length, 1))
        return Problem(place, self.heading, self._line(first.line), message, hint or None)

    def _line(self, number: int) -> str:
        lines = self.document.lines
        return lines[number - 1] if 1 <= number <= len(lines) else ""

    def not_understood(self, tokens: Sequence[Token], forms: Iterable[str]) -> None:
        """Report a line that has none of the forms that are understood."""
        if tokens:
            self.report_across(tokens, "This is not understood.", told_forms(forms))

    def named(self, kind: str, token: Token, treaty: str = "") -> str | None:
        """Resolve a name of one kind, or report that there is none; clauses give their own number."""
        names = self.names.of(f"{kind} {treaty}" if treaty else kind)
        site = names.get(token.text)
        if site is None:
            where = f" in {treaty}" if treaty else ""
            self.report(
                token,
                f"There is no {kind} called {token.text}{where}.",
                self._fix(token.text, (kind,), treaty),
            )
            return None
        return site.name

    def named_any(self, kinds: Sequence[str], token: Token) -> str | None:
        """Resolve a name that may be of several kinds."""
        for kind in kinds:
            if token.text in self.names.of(kind):
                return self.names.of(kind)[token.text].name
        told = " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
        self.report(token, f"There is no {told} called {token.text}.", self._fix(token.text, kinds))
        return None

    def is_a(self, kind: str, token: Token) -> bool:
        """Tell whether a token is a name of this kind."""
        return token.text in self.names.of(kind)

    def nearest(self, name: str, names: Iterable[str]) -> str:
        """Ask for the likely fix, unless there are too many problems already."""
        return did_you_mean(name, names) if len(self.problems) < _HINTED else ""

    def _fix(self, name: str, kinds: Sequence[str], treaty: str = "") -> str:
        """Name the nearest names with their lines in this file, or say what the name is instead."""
        other = next((kind for kind in self.names.kinds_of(name) if kind not in kinds), "")
        if other:
            return f"{name} is {_ARTICLES.get(other, 'a')} {other}."
        if len(self.problems) >= _HINTED:
            return ""
        tables = [self.names.of(f"{kind} {treaty}" if treaty else kind) for kind in kinds]
        sites = {name: site for table in tables for name, site in table.items()}
        file = self.document.file
        lines = {name: site.line for name, site in sites.items() if site.file == file and site.line}
        return did_you_mean(name, sites, lines)
