"""Views: small, named, written-down points of view, and readings of a text."""

from msgspec import Struct

from inforce.model.citation import Citation
from inforce.model.clause import Clause
from inforce.temporal import Day


class Speaker(Struct, frozen=True):
    """In a view, a government speaks for a state from ``since`` (included) to ``until`` (excluded)."""

    state: str
    government: str
    since: Day | None = None
    until: Day | None = None


class View(Struct, frozen=True):
    """Say whom to hear, who speaks for whom, and which rules and readings to apply.

    ``tiers`` rank the voices; None hears every voice alike. ``rules`` None applies every rule marked
    default; ``without`` takes some away. ``readings`` are pairs of a clause and the voice that reads it.
    ``under`` is the treaty under which the view stands in its file.
    """

    id: str
    title: str
    tiers: tuple[tuple[str, ...], ...] | None = None
    speakers: tuple[Speaker, ...] = ()
    rules: tuple[str, ...] | None = None
    without: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    citations: tuple[Citation, ...] = ()
    under: str = ""


ALL_VOICES = View("all-voices", "Every voice alike, every default rule, every dispute shown")
"""The built-in view and the default one."""


class Reading(Struct, frozen=True):
    """A voice reads a clause in its own way; ``clause`` is the clause as so read."""

    voice: str
    clause: Clause
    lines: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
