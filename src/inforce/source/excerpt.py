"""A person's line, cut and made safe to show, with its caret in the right cell.

A terminal is a grid of cells. A Chinese character takes two of them, a combining accent none, and a control
character may do anything at all, so it is shown by a visible sign instead of being sent.
"""

import unicodedata
from collections.abc import Iterable

import msgspec

WIDEST = 100
"""The most characters, and the most cells, that an excerpt takes."""

_BEFORE = 48  # cells kept before the caret when a line is cut
_CUT = "…"
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class Excerpt(msgspec.Struct, frozen=True):
    """Keep what is shown of a line, and the cells under which the carets go."""

    shown: str
    indent: int
    carets: int


def excerpt_from_line(line: str, column: int, length: int) -> Excerpt:
    """Cut a line around a stretch of it, so that even a line of 10 MB is shown in one row.

    `column` counts from 1; a column past the end points just behind the line, which is where a missing word
    would stand. There is always at least one caret.

    >>> excerpt_from_line("  title 條約 x", 12, 1)
    Excerpt(shown='  title 條約 x', indent=13, carets=1)
    """
    focus = min(max(column - 1, 0), len(line))
    before = _fitting(reversed(line[max(0, focus - WIDEST) : focus]), _room_before(line))
    start = focus - len(before)
    left = _CUT if start > 0 else ""
    shown_before = left + "".join(reversed(before))
    after = _after(line[focus : focus + WIDEST + 1], WIDEST - max(len(shown_before), cells(shown_before)))
    right = _CUT if focus + len(after) < len(line) else ""
    carets = cells("".join(after[: max(length, 0)]))
    return Excerpt(shown_before + "".join(after) + right, cells(shown_before), max(carets, 1))


def safe(text: str) -> str:
    r"""Show control and invisible characters by a sign, so that a file cannot write to the terminal.

    Without this a file could recolour the screen, or turn the reading direction round and show a name that
    it does not contain.

    >>> safe("a\tb\u202e")
    'a␉b<U+202E>'
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_sign, text))


def cells(text: str) -> int:
    r"""Count the terminal cells that a safe text takes.

    Wide and fullwidth characters (Unicode Standard Annex 11) take two cells, combining marks none.

    >>> cells("條約"), cells("e\u0301")
    (4, 1)
    """
    return len(text) if text.isascii() else sum(map(_width, text))


def _room_before(line: str) -> int:
    """Keep the whole beginning of a line that fits, and less of one that is going to be cut."""
    fits = len(line) <= WIDEST and max(len(safe(line)), cells(safe(line))) <= WIDEST
    return WIDEST if fits else _BEFORE


def _after(characters: str, room: int) -> list[str]:
    """Take what fits behind the caret, leaving a cell for the mark if anything is left over."""
    everything = _fitting(characters, room)
    return everything if len(everything) == len(characters) else _fitting(characters, room - 1)


def _fitting(characters: Iterable[str], room: int) -> list[str]:
    """Take characters, each as its safe sign, while both their number and their cells stay within `room`."""
    taken: list[str] = []
    used = signs = 0
    for character in characters:
        sign = safe(character)
        used, signs = used + cells(sign), signs + len(sign)
        if max(used, signs) > room:
            break
        taken.append(sign)
    return taken


def _sign(character: str) -> str:
    if unicodedata.category(character) not in _UNSAFE:
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures of Unicode, ␀ to ␟
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
