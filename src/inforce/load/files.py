"""Files and what they include, each read once, in the order in which their directives stand."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from inforce.load.phrase import text_from_tokens, unquoted
from inforce.parse import syntax_from_text
from inforce.parse.syntax import Directive, Document, Token
from inforce.source import Place, Problem, read_source

_INCLUDE = re.compile(r'include\s+"?([^"\s]+)"?')


class Placed(Struct, frozen=True):
    """A directive with the file it stands in and the treaty it stands under."""

    directive: Directive
    document: Document
    treaty: str


class Files(Struct):
    """Everything read from some files: documents, directives in reading order, problems so far."""

    documents: list[Document]
    placed: list[Placed]
    problems: list[Problem]
    read: list[Path]

    def treaties(self) -> tuple[str, ...]:
        """Return the names that treaties give themselves, in order."""
        named = (each.directive for each in self.placed if each.directive.keyword == "treaty")
        return tuple(dict.fromkeys(name for each in named if (name := first_word(each))))


def files_from_paths(paths: Sequence[Path]) -> Files:
    """Read files and everything they include; what cannot be read becomes a problem.

    A file that another of them includes is read where it is included, so that the order in which files are named
    does not decide under which treaty a line stands.
    """
    files = Files([], [], [], [])
    seen: set[str] = set()
    included = _included_by_others(paths)
    for path in (*(path for path in paths if _key(path) not in included), *paths):
        if _key(path) not in seen:
            _read(path, "", (), seen, files)
    return files


def _included_by_others(paths: Sequence[Path]) -> frozenset[str]:
    """Return which files the others include, by a glance at the lines that say so."""
    found: set[str] = set()
    for path in paths if len(paths) > 1 else ():
        source = read_source(path)
        lines = () if isinstance(source, Problem) else source.lines
        names = (_INCLUDE.match(line) for line in lines if line.startswith("include"))
        found.update(_key(path.parent / named[1]) for named in names if named)
        found.discard(_key(path))
    return frozenset(found)


def first_word(directive: Directive) -> str:
    """Return the name that a directive gives, or nothing."""
    head = directive.head
    return head[0].text if head and head[0].kind == "word" else ""


def _read(path: Path, treaty: str, above: tuple[str, ...], seen: set[str], files: Files) -> None:
    """Read one file; ``above`` are the files that include it, ``treaty`` the one they stand under."""
    key = _key(path)
    seen.add(key)
    files.read.append(path)
    source = read_source(path)
    if isinstance(source, Problem):
        files.problems.append(source)
        return
    document, problems = syntax_from_text(source)
    files.documents.append(document)
    files.problems.extend(problems)
    own = (first_word(each) for each in document.directives if each.keyword == "treaty")
    current = next(filter(None, own), treaty)
    for directive in document.directives:
        if directive.keyword == "treaty":
            current = first_word(directive) or current
        files.placed.append(Placed(directive, document, current))
        if directive.keyword == "include":
            _include(directive, Placed(directive, document, current), (*above, key), seen, files)


def _include(
    directive: Directive, placed: Placed, above: tuple[str, ...], seen: set[str], files: Files
) -> None:
    name = unquoted(directive.head[0]) if len(directive.head) == 1 else ""
    tokens = directive.head or directive.tokens
    if not name:
        files.problems.append(
            _problem(placed, tokens, "This is not the name of one file.", 'Write include "facts.treaty.md".')
        )
        return
    path = Path(os.path.normpath(Path(placed.document.file).parent / name))
    if _key(path) in above:
        message = f"The files go in a circle: {name} includes this file already."
        files.problems.append(_problem(placed, tokens, message, "Remove one of the lines that include."))
    elif not _is_file(path):
        hint = "The name is relative to the file that includes it."
        files.problems.append(_problem(placed, tokens, f"There is no file called {name}.", hint))
        files.read.append(path)
    elif _key(path) not in seen:
        _read(path, placed.treaty, above, seen, files)


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
