"""A hand-written DuckDB script for the one template of the work, on one thread, from a table to a table."""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np
import workload
from work_columns import KINDS, Columns

_SCRIPT = Path(__file__).with_suffix(".sql")
Interval = tuple[int, str, str, int, int]


class Peer:
    """The events as a table in memory, its names as enums, and the script that makes intervals of it."""

    def __init__(self, columns: Columns) -> None:
        parameters = workload.P("day")
        self._connection = duckdb.connect(config={"threads": 1})
        self._script = _SCRIPT.read_text()
        treaty = np.repeat(np.arange(len(columns), dtype=np.int32), np.diff(columns.begins))
        found = {"treaty": treaty, "day": columns.days.astype(np.int32), "kind": columns.kinds}
        self._connection.register("found", found)
        kinds = ", ".join(f"({number}, '{event}', '{party}')" for number, (event, party) in enumerate(KINDS))
        for name, place in (("event", 0), ("party", 1)):
            names = ", ".join(sorted({f"'{kind[place]}'" for kind in KINDS}))
            self._connection.execute(f"create type a_{name} as enum ({names})")
        self._connection.execute(f"""
            create table occurred as
            select treaty, day, event::a_event as event, party::a_party as party
            from found join (values {kinds}) kinds(kind, event, party) using (kind)
            order by treaty, day;
            create table parameters as
            select {parameters.H} as horizon, {parameters.Y} as year, {parameters.D} as within;
        """)

    def run(self) -> None:
        """Make the table of intervals."""
        self._connection.execute(self._script)

    def intervals(self) -> set[Interval]:
        """Return what the script found."""
        return set(self._connection.execute("from intervals").fetchall())
