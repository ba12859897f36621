"""Borders as a map draws them: shapes with the actor that they name and the days on which they hold."""

from __future__ import annotations

from hashlib import sha256

from msgspec import Struct

from inforce.temporal import BEGINNING, FOREVER, Day


class Shape(Struct, frozen=True):
    """One feature: the actor that it names, its own name, its outline as an SVG path, its days.

    ``since`` is the first day on which these borders hold, ``until`` the first day on which they do not.
    """

    code: str
    name: str
    path: str
    since: Day = BEGINNING
    until: Day = FOREVER

    def holds_on(self, day: Day) -> bool:
        """Tell whether these are the borders of a day."""
        return self.since <= day < self.until


class Borders(Struct, frozen=True):
    """All shapes, in the order of their files, and what the files are called."""

    shapes: tuple[Shape, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """What tells these borders from others."""
        told = (f"{each.code} {each.since} {each.until} {each.path}" for each in self.shapes)
        return sha256("\n".join(told).encode()).hexdigest()[:12]

    def on(self, day: Day) -> tuple[Shape, ...]:
        """Return the shapes of a day."""
        return tuple(each for each in self.shapes if each.holds_on(day))
