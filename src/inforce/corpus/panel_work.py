"""A panel in the making: one connection with its tables, and what is asked of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from inforce.corpus.duck import Watching, rows_of, run_script
from inforce.corpus.panel_asked import UNITS, Asked
from inforce.corpus.panel_value import Provenance

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EPOCH = date(1970, 1, 1)


class Basis(Struct, frozen=True):
    """Say what a panel is made from besides the rows, and what these cover.

    ``first`` and ``last`` are the days between which the source says anything, both included: outside them nothing is
    known, and there is no value. ``actors`` is a table of actors with the days of each, all of whom the source covers;
    without one, what it has rows for is covered. ``codes`` is a table of dated codes.
    """

    provenance: Provenance
    first: date | None = None
    last: date | None = None
    actors: object = None
    codes: object = None


class Work(Struct, frozen=True):
    """The connection on which a panel is made, what is asked, what it is made from, who watches."""

    connection: DuckDBPyConnection
    asked: Asked
    basis: Basis
    watching: Watching | None = None

    def run(self, sql: str) -> list[Any]:
        """Run one statement."""
        return rows_of(self.connection, sql, self.watching)

    def script(self, name: str) -> None:
        """Run a script of this room."""
        run_script(self.connection, Path(__file__).with_name(f"{name}.sql"), self.watching)

    def variable(self, name: str, value: object) -> None:
        """Give a name to a value for the scripts."""
        told = f"DATE '{value}'" if isinstance(value, date) else repr(value)
        self.run(f"SET VARIABLE {name} = {told}")

    def period(self, day: date) -> int:
        """Return the number of the year of a day, or of the day itself, counted from 1970, in a panel of days."""
        return (day - EPOCH).days if self.asked.by_day else day.year

    @property
    def actors(self) -> tuple[str, ...]:
        """Which of ``u1`` and ``u2`` are actors."""
        by_treaty = self.asked.unit == "treaty-party-year"
        return ("u2",) if by_treaty else ("u1", "u2")[: len(UNITS[self.asked.unit])]
