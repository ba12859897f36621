"""From periods to segments: the same values for one unit from one year through another; so no year is sorted."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[[str], object]
"""What runs one statement."""

SURELY, MAYBE, COVERED = range(3)
"""The rails of a column: what is certain, what is possible, what is covered."""


def make_segments(run: Run, columns: int, rails: tuple[int, ...]) -> None:
    """Make the table ``segments`` of the table ``periods``, in the order of units and time.

    ``v0_1`` is how many spells of column 0 there are on rail 1, from ``p0`` through ``p1``.
    """
    values = [f"v{column}_{rail}" for column in range(columns) for rail in rails]
    grouped = ", ".join(
        f"coalesce(sum(d) FILTER (WHERE col = {name[1:-2]} AND rail = {name[-1]}), 0) AS {name}"
        for name in values
    )
    summed = ", ".join(f"(sum({name}) OVER w)::INTEGER AS {name}" for name in values)
    kept = " OR ".join(f"{name} > 0" for name in values)
    run(
        f"""CREATE TEMP TABLE segments AS
        WITH changes AS (
          SELECT u1, u2, col, rail, p0 AS p, 1 AS d FROM periods UNION ALL
          SELECT u1, u2, col, rail, p1 + 1, -1 FROM periods
        ), steps AS (SELECT u1, u2, p, {grouped} FROM changes GROUP BY u1, u2, p),
        sums AS (
          SELECT u1, u2, p AS p0, lead(p) OVER w - 1 AS p1, {summed} FROM steps
          WINDOW w AS (PARTITION BY u1, u2 ORDER BY p)
        )
        SELECT * FROM sums WHERE p1 IS NOT NULL AND ({kept}) ORDER BY u1, u2, p0""",
    )


def code_segments(run: Run, units: tuple[str, ...]) -> None:
    """Cut segments where the code of an actor changes; ``units`` are those of ``u1`` and ``u2`` that are actors."""
    joins = " ".join(
        f"JOIN coded AS {unit}c ON {unit}c.actor = s.{unit} AND {unit}c.p0 <= s.p1 AND {unit}c.p1 >= s.p0"
        for unit in units
    )
    first = ", ".join(["s.p0", *(f"{unit}c.p0" for unit in units)])
    last = ", ".join(["s.p1", *(f"{unit}c.p1" for unit in units)])
    codes = ", ".join(f"{unit}c.code AS {unit}_code" for unit in units)
    run(
        f"""CREATE TEMP TABLE cut AS
        SELECT s.* EXCLUDE (p0, p1), {codes}, greatest({first}) AS p0, least({last}) AS p1
        FROM segments AS s {joins} WHERE greatest({first}) <= least({last}) ORDER BY u1, u2, p0""",
    )
    run("CREATE OR REPLACE TEMP TABLE segments AS FROM cut")
