"""Where in a person's file something stands."""

import msgspec


class Place(msgspec.Struct, frozen=True, order=True):
    """Point at a stretch of one line.

    `line` and `column` count from 1, as editors do; `column` and `length` count characters, not bytes and
    not screen cells. A place in line 0 is the whole file, for a file that could not be read at all. Places
    sort by file, then from top to bottom, then from left to right.

    >>> str(Place("sino-soviet-1945.treaty.md", 212, 16, 18))
    'sino-soviet-1945.treaty.md:212:16'
    """

    file: str
    line: int
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return self.file if self.line == 0 else f"{self.file}:{self.line}:{self.column}"


def place_of_file(file: str) -> Place:
    """Point at a file as a whole, when no line of it is to blame.

    >>> str(place_of_file("treaties"))
    'treaties'
    """
    return Place(file, 0, 0, 0)
