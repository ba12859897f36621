"""A file, read into lines or refused with a reason."""

import codecs
from os import PathLike, fspath

import msgspec

from inforce.source.place import Place, place_of_file
from inforce.source.problem import Problem

LARGEST = 20_000_000
"""The most bytes a file may have, so that a wrong file is refused before it fills the memory."""


class SourceText(msgspec.Struct, frozen=True):
    r"""Keep one file's text and its lines, so that every later room can point into it.

    Lines end in a line feed alone. `crlf` remembers that the file ended them in carriage return and line
    feed, so that it can be written back as it was; nothing else is ever changed.

    >>> source_from_text("a.treaty", "treaty a\n  parties CHN, SUN\n").lines
    ('treaty a', '  parties CHN, SUN')
    """

    file: str
    text: str
    lines: tuple[str, ...]
    crlf: bool = False

    def line(self, number: int) -> str:
        """Give the line with this number, counted from 1, or an empty one outside the file.

        >>> source_from_text("a.treaty", "treaty a").line(1)
        'treaty a'
        """
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def problem(self, place: Place, message: str, hint: str | None = None, heading: str = "") -> Problem:
        """Make a problem at a place of this file, with the person's own line in it.

        >>> source = source_from_text("a.treaty", "treety a")
        >>> source.problem(Place("a.treaty", 1, 1, 6), "There is no directive called treety.").excerpt
        'treety a'
        """
        return Problem(place, heading, self.line(place.line), message, hint or None)


def read_source(path: str | PathLike[str]) -> SourceText | Problem:
    """Read a file, or say why it cannot be read.

    Never raises for what a person may have on their disk: a missing file, a folder, a file without
    permission, one that is too large or is no text, each comes back as a problem.

    >>> read_source("no-such-file.treaty").message
    'There is no such file.'
    """
    from pathlib import Path

    file = fspath(path)
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        return _refusal(file, "There is no such file.")
    except IsADirectoryError:
        return _refusal(file, "This is a folder, not a file.", "Name the files in it.")
    except (OSError, ValueError) as error:
        return _refusal(file, f"The file cannot be read: {getattr(error, 'strerror', None) or error}.")
    return source_from_bytes(file, data)


def source_from_bytes(file: str, data: bytes) -> SourceText | Problem:
    r"""Decode a file's bytes as UTF-8, or point at the first byte that is no text.

    >>> str(source_from_bytes("a.treaty", b"treaty caf\xe9").place)
    'a.treaty:1:11'
    """
    if len(data) > LARGEST:
        return _refusal(
            file,
            f"The file is larger than {LARGEST // 1_000_000} MB.",
            "Split it; `include` joins the parts.",
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(file, data, error.start)
    source = source_from_text(file, text)
    return _unwanted(source) or source


def source_from_text(file: str, text: str) -> SourceText:
    r"""Split a text that is already at hand, a record typed on the command line for example.

    >>> source_from_text("--add", "1953-02-25 CHN terminates x\r\n").crlf
    True
    """
    feeds = text.count("\n")
    crlf = feeds > 0 and text.count("\r\n") == feeds
    text = text.replace("\r\n", "\n") if crlf else text
    return SourceText(file, text, tuple(text.removesuffix("\n").split("\n")), crlf)


def _refusal(file: str, message: str, hint: str | None = None) -> Problem:
    return Problem(place_of_file(file), "", "", message, hint)


def _undecodable(file: str, data: bytes, offset: int) -> Problem:
    """Point at the byte; what stands before it on its line is sound, what follows may not be."""
    start = data.rfind(b"\n", 0, offset) + 1
    end = data.find(b"\n", offset)
    excerpt = data[start : end if end >= 0 else len(data)].decode("utf-8", errors="replace")
    column = len(data[start:offset].decode("utf-8")) + 1
    place = Place(file, data.count(b"\n", 0, offset) + 1, column, 1)
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    hint = "It looks like UTF-16; save it as UTF-8." if utf16 else "Save the file as UTF-8."
    return Problem(
        place, "", excerpt.removesuffix("\r"), f"The byte 0x{data[offset]:02X} is not UTF-8 text.", hint
    )


_UNWANTED = (
    ("\ufeff", "The file begins with a byte order mark.", "Save it as UTF-8 without one."),
    ("\0", "There is a NUL character here, so this is hardly a text.", None),
    (
        "\r",
        "There is a carriage return here; other lines end without one.",
        "Save the file with one kind of line end.",
    ),
)


def _unwanted(source: SourceText) -> Problem | None:
    """Find a character that no editor shows and that would change the meaning of a line unseen."""
    for character, message, hint in _UNWANTED:
        text = source.text[:1] if character == "\ufeff" else source.text
        offset = text.find(character)
        if offset >= 0:
            column = offset - text.rfind("\n", 0, offset)
            return source.problem(
                Place(source.file, text.count("\n", 0, offset) + 1, column, 1), message, hint
            )
    return None
