"""Files and what they include, each read once, in the order in which their directives stand."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from inforce.load.loaded import Added
from inforce.load.phrase import text_from_tokens, unquoted
from inforce.parse import syntax_from_text
from inforce.parse.syntax import Directive, Document, Token
from inforce.source import Place, Problem, read_source


class Placed(Struct, frozen=True):
    """A directive with the file it stands in and the treaty it stands under."""

    directive: Directive
    document: Document
    treaty: str


class Files(Struct):
    """Everything read from some files: documents, directives in reading order, problems so far; what was added."""

    documents: list[Document]
    placed: list[Placed]
    problems: list[Problem]
    read: list[Path]
    added: list[Added] = []

    def treaties(self) -> tuple[str, ...]:
        """Return the names that treaties give themselves, in order."""
        named = (each.directive for each in self.placed if each.directive.keyword == "treaty")
        return tuple(dict.fromkeys(name for each in named if (name := first_word(each))))


class Parsed(Struct):
    """Each file as syntax or as the problem that it is, parsed once."""

    known: dict[str, tuple[Document | None, Sequence[Problem]]]

    def of(self, path: Path) -> tuple[Document | None, Sequence[Problem]]:
        """Return the syntax of a file, and its problems."""
        key = _key(path)
        if key not in self.known:
            source = read_source(path)
            self.known[key] = (None, (source,)) if isinstance(source, Problem) else syntax_from_text(source)
        return self.known[key]


def files_from_paths(paths: Sequence[Path]) -> Files:
    """Read files and everything they include; what cannot be read becomes a problem.

    A file that another one includes is read where it is included, wherever it stands among the paths.
    """
    files, parsed = Files([], [], [], []), Parsed({})
    seen: set[str] = set()
    included: set[str] = set()
    for path in paths:
        _gather(path, parsed, included)
    for path in (*(each for each in paths if _key(each) not in included), *paths):
        if _key(path) not in seen:
            _read(path, "", (), seen, files, parsed)
    return files


def first_word(directive: Directive) -> str:
    """Return the name that a directive gives, or nothing."""
    head = directive.head
    return head[0].text if head and head[0].kind == "word" else ""


def _gather(path: Path, parsed: Parsed, included: set[str]) -> None:
    """Note every file that a file includes, whatever the depth."""
    document, _ = parsed.of(path)
    for directive in document.directives if document else ():
        if directive.keyword == "include" and len(directive.head) == 1:
            part = _part(path, directive)
            if _key(part) not in included and _is_file(part):
                included.add(_key(part))
                _gather(part, parsed, included)


def _read(
    path: Path, treaty: str, above: tuple[str, ...], seen: set[str], files: Files, parsed: Parsed
) -> None:
    """Read one file; ``above`` are the files that include it, ``treaty`` the one they stand under."""
    key = _key(path)
    seen.add(key)
    files.read.append(path)
    document, problems = parsed.of(path)
    files.problems.extend(problems)
    if document is None:
        return
    files.documents.append(document)
    own = (first_word(each) for each in document.directives if each.keyword == "treaty")
    current = next(filter(None, own), treaty)
    for directive in document.directives:
        if directive.keyword == "treaty":
            current = first_word(directive) or current
        files.placed.append(Placed(directive, document, current))
        if directive.keyword == "include":
            _include(files.placed[-1], (*above, key), seen, files, parsed)


def _include(placed: Placed, above: tuple[str, ...], seen: set[str], files: Files, parsed: Parsed) -> None:
    directive = placed.directive
    tokens = directive.head or directive.tokens
    if len(directive.head) != 1 or not unquoted(directive.head[0]):
        hint = 'Write include "facts.treaty.md".'
        files.problems.append(_problem(placed, tokens, "This is not the name of one file.", hint))
        return
    name, path = unquoted(directive.head[0]), _part(Path(placed.document.file), directive)
    if _key(path) in above:
        message = f"The files go in a circle: {name} includes this file already."
        files.problems.append(_problem(placed, tokens, message, "Remove one of the lines that include."))
    elif not _is_file(path):
        hint = "The name is relative to the file that includes it."
        files.problems.append(_problem(placed, tokens, f"There is no file called {name}.", hint))
        files.read.append(path)
    elif _key(path) not in seen:
        _read(path, placed.treaty, above, seen, files, parsed)


def _part(path: Path, directive: Directive) -> Path:
    """Return the file that a line includes; its name is relative to the file that includes it."""
    return Path(os.path.normpath(path.parent / unquoted(directive.head[0])))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _key(path: Path) -> str:
    return os.path.realpath(os.fspath(path).replace("\0", ""))


def _problem(placed: Placed, tokens: Sequence[Token], message: str, hint: str) -> Problem:
    first = tokens[0]
    place = Place(placed.document.file, first.line, first.column, max(len(text_from_tokens(tokens)), 1))
    line = placed.document.lines[first.line - 1] if first.line <= len(placed.document.lines) else ""
    return Problem(place, placed.directive.heading, line, message, hint)
