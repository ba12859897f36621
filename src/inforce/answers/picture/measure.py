"""How wide words are, near enough: reckoned for a wide typeface, so that in a narrower one nothing overlaps."""

from unicodedata import east_asian_width

_NARROW = frozenset("iIjlft.,:;'’‘|!()[]- ·/")
_WIDE = frozenset("mwMW@%&—…")
_ELLIPSIS = "…"


def width_of(words: str, size: float) -> float:
    """Return how wide words are at a size of type, in the same unit.

    >>> width_of("in force", 10) < width_of("not in force", 10)
    True
    """
    return size * sum(map(_width, words))


def _width(char: str) -> float:
    if east_asian_width(char) in "WF":
        return 1.0
    if char in _NARROW:
        return 0.38
    if char in _WIDE:
        return 0.98
    return 0.72 if char.isupper() else 0.62


def rows_of(words: str, size: float, width: float, most: int) -> list[str]:
    """Break words into rows that are not wider than a width; what does not fit into the last is left out.

    >>> rows_of("each party may denounce", 10, 90, 2)
    ['each party may', 'denounce']
    """
    rows: list[str] = []
    row = ""
    for word in words.split():
        longer = f"{row} {word}".strip()
        if width_of(longer, size) <= width or not row:
            row = longer
            continue
        rows.append(row)
        row = word
    rows.append(row)
    if len(rows) > most:
        rows = [*rows[: most - 1], _cut(f"{rows[most - 1]}{_ELLIPSIS}", size, width)]
    return [_cut(each, size, width) for each in rows]


def _cut(words: str, size: float, width: float) -> str:
    if width_of(words, size) <= width:
        return words
    while words and width_of(f"{words}{_ELLIPSIS}", size) > width:
        words = words[:-1].rstrip(f"{_ELLIPSIS} ")
    return f"{words}{_ELLIPSIS}"
