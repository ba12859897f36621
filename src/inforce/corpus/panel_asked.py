"""What is asked of a panel: its unit, its columns, when something counts for a year."""

import re
from collections.abc import Sequence

from msgspec import Struct

from inforce.engine import UnknownNameError
from inforce.model import STATUSES

UNITS = {
    "state-year": ("actor",),
    "dyad-year": ("actor1", "actor2"),
    "dyad-day": ("actor1", "actor2"),
    "treaty-party-year": ("treaty", "actor"),
}
"""Of whom a row is, besides its year or day: the closed list, each with its columns."""

BOUNDARIES = {
    "any": "any day of the year",
    "first": "1 January",
    "last": "31 December",
    "majority": "more than half of the days of the year",
}
"""On which days something has to hold to count for a year: the closed list."""

CODES = {"cow": "ccode", "gw": "gwcode", "iso3": "iso3_"}
"""Whose codes a panel can have, and how the columns with them begin."""

STANDING = (
    "in_force",
    "conditional",
    "due",
    "overdue",
    "owed",
    "breached",
    "open",
    "closed",
    "exercisable",
    "holds",
)
"""What counts where a column names no status: a treaty is in force; a clause binds, or waits for its condition."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,27}")
_KNOWN_STATUSES = tuple(dict.fromkeys(status for found in STATUSES.values() for status in found))


class PanelError(ValueError):
    """What is asked of a panel does not make one."""


class Selector(Struct, frozen=True):
    """Say what counts for a column: treaties, or clauses of treaties, by name or pattern, and in which statuses."""

    treaty: str
    clause: str = ""
    statuses: tuple[str, ...] = STANDING


class Obligation(Struct, frozen=True):
    """A column: its name, and what counts for it."""

    name: str
    selectors: tuple[Selector, ...]


IN_FORCE = Obligation("in_force", (Selector("*"),))
"""The column of a panel that names none: treaties in force."""


class Asked(Struct, frozen=True):
    """Say what a panel is to have: a row for whom, from which year through which, and which columns.

    ``directed`` dyads have a row in each direction, with what the first owes the second; others one, with what either
    owes. ``counted``: how many treaties or clauses, instead of whether any. ``codes`` adds columns with codes.
    """

    unit: str = "dyad-year"
    columns: tuple[Obligation, ...] = (IN_FORCE,)
    boundary: str = "any"
    first: int | None = None
    last: int | None = None
    directed: bool = True
    counted: bool = False
    codes: str = ""

    @property
    def by_day(self) -> bool:
        """Whether a row is of a day and not of a year."""
        return self.unit == "dyad-day"

    @property
    def of_pairs(self) -> bool:
        """Whether a row is of two."""
        return self.unit in ("dyad-year", "dyad-day")


def check_asked(asked: Asked) -> None:
    """Check that names are of the closed lists, and that columns have names that every program can read.

    Raises:
        UnknownNameError: if a name is not in its list; the error has the nearest.
        PanelError: if the years are in the wrong order, or columns have names that cannot be.
    """
    for kind, name, known in (
        ("unit", asked.unit, UNITS),
        ("boundary rule", asked.boundary, BOUNDARIES),
        ("code", asked.codes or "cow", CODES),
    ):
        if name not in known:
            raise UnknownNameError(kind, name, tuple(known))
    if asked.first is not None and asked.last is not None and asked.last < asked.first:
        raise PanelError(f"The years end before they begin. Write from {asked.last} to {asked.first}.")
    names = [column.name for column in asked.columns]
    if not names or len(set(names)) < len(names):
        raise PanelError("A panel needs columns, each with a name of its own.")


def obligation_from_text(text: str) -> Obligation:
    """Read a column, ``NAME=TREATY``, ``NAME=TREATY/CLAUSE`` or several of them, each with its statuses if need be.

    Raises:
        PanelError: if it is not so written.
        UnknownNameError: if there is no such status; the error has the nearest.

    >>> obligation_from_text("aid=sino-soviet-1945/3 lake-*/2:due,overdue").selectors[1].statuses
    ('due', 'overdue')
    """
    name, equals, rest = text.partition("=")
    if not equals or not rest.split() or not _NAME.fullmatch(name.strip()):
        raise PanelError(
            f"{text!r} is no column. Write NAME=TREATY, or NAME=TREATY/CLAUSE, where NAME has at most 28 letters, "
            "digits or underscores; several treaties or clauses are set apart by spaces."
        )
    return Obligation(name.strip(), tuple(_selector_from_text(each) for each in rest.split()))


def _selector_from_text(text: str) -> Selector:
    place, _, said = text.partition(":")
    treaty, _, clause = place.partition("/")
    statuses = tuple(status.strip() for status in said.split(",") if status.strip())
    for status in statuses:
        if status not in _KNOWN_STATUSES:
            raise UnknownNameError("status", status, _KNOWN_STATUSES)
    return Selector(treaty or "*", clause, statuses or STANDING)


def obligations_from_texts(texts: Sequence[str]) -> tuple[Obligation, ...]:
    """Return the columns that are asked, or the one of treaties in force if none is.

    Raises:
        PanelError: if one is not written as a column.
        UnknownNameError: if there is no such status.
    """
    return tuple(map(obligation_from_text, texts)) or (IN_FORCE,)
