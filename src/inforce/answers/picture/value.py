"""What a picture of a treaty over time shows, before it is drawn."""

from msgspec import Struct

from inforce.temporal import Day, UncertainDay


class Bar(Struct, frozen=True):
    """One interval: its first day, the first day after it, how it is drawn, the words in it and about it.

    ``family`` is a name of ``families``. An end that lies open is ``BEGINNING`` or ``FOREVER``.
    """

    since: Day
    until: Day
    family: str
    word: str
    about: str


class Lane(Struct, frozen=True):
    """The intervals of one thing for somebody, in a view; the label says for whom and in which."""

    label: str
    bars: tuple[Bar, ...]


class Track(Struct, frozen=True):
    """One thing over time, a treaty, an instrument or a clause: its name, a sentence, its lanes."""

    name: str
    sentence: str
    lanes: tuple[Lane, ...]


class Group(Struct, frozen=True):
    """The tracks of one instrument under its title."""

    title: str
    tracks: tuple[Track, ...]


class Mark(Struct, frozen=True):
    """An act or an event that the picture marks over all its tracks, with the letter by which it is named."""

    letter: str
    when: UncertainDay
    about: str


class Picture(Struct, frozen=True):
    """A treaty and its parts over time, from ``first`` to ``last``."""

    title: str
    basis: str
    groups: tuple[Group, ...]
    marks: tuple[Mark, ...]
    first: Day
    last: Day

    def svg(self) -> str:
        """Return the picture as one SVG file."""
        from inforce.answers.picture.draw import svg_from_picture

        return svg_from_picture(self)
