"""Files as they would be laid out, and how they are written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from msgspec import Struct

from inforce.parse import LayoutError, format_text
from inforce.source import Problem, SourceText, place_of_file, read_source, source_from_bytes

STANDARD_INPUT = "-"


class Laid(Struct, frozen=True):
    """A file's text as laid out; with a problem the file could not be laid out, and stays as it is."""

    file: str
    text: str
    changed: bool
    problem: Problem | None = None

    @property
    def piped(self) -> bool:
        """Whether the text comes from the standard input and goes to the standard output."""
        return self.file == STANDARD_INPUT


def laid_from_file(file: str) -> Laid:
    """Lay out the text of a file, or of the standard input, without writing it."""
    source = source_from_bytes(file, sys.stdin.buffer.read()) if file == STANDARD_INPUT else read_source(file)
    if isinstance(source, Problem):
        return Laid(file, "", changed=False, problem=source)
    text = _as_written(source)
    try:
        laid = format_text(text, _name(file, text))
    except LayoutError as error:
        problem = Problem(place_of_file(file), "", "", f"The file is left as it is: {error}")
        return Laid(file, text, changed=False, problem=problem)
    return Laid(file, laid, changed=laid != text)


def written(laid: Laid) -> Laid:
    """Put the text in the place of the file at once or not at all; a link goes on leading to the file."""
    from shutil import copymode

    path = Path(os.path.realpath(laid.file))
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        scratch.write_bytes(laid.text.encode("utf-8"))
        copymode(path, scratch)
        scratch.replace(path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        problem = Problem(place_of_file(laid.file), "", "", f"The file cannot be written: {error.strerror}.")
        return Laid(laid.file, laid.text, changed=False, problem=problem)
    return laid


def _name(file: str, text: str) -> str:
    """Return a name that says how a text is written; what is piped says it by its fences."""
    return "piped.treaty.md" if file == STANDARD_INPUT and "```treaty" in text else file


def _as_written(source: SourceText) -> str:
    """Return the text with the line ends that the file has."""
    return source.text.replace("\n", "\r\n") if source.crlf else source.text
