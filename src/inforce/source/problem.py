"""The one error value about a person's file."""

import msgspec

from inforce.source.place import Place


class Problem(msgspec.Struct, frozen=True):
    """Say what is wrong at one place of a file, and what would mend it.

    A problem is a value: rooms collect problems and go on, so that a person meets all of them at once. An
    error of the program or of a request is raised instead and is called `…Error`. Problems sort by place.

    `heading` is the path of headings above the line, `excerpt` the person's own line, untouched; both may be
    empty. `message` and `hint` are whole sentences.

    >>> late = Problem(Place("a.treaty", 9), "", "partis CHN", "There is no line called partis.")
    >>> early = Problem(Place("a.treaty", 2), "", "treety a", "There is no directive called treety.")
    >>> [problem.place.line for problem in sorted([late, early])]
    [2, 9]
    """

    place: Place
    heading: str
    excerpt: str
    message: str
    hint: str | None = None

    def __lt__(self, other: "Problem") -> bool:
        return (self.place, self.message) < (other.place, other.message)
