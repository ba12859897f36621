"""A panel of the table of intervals: a row for each unit and year, a column for each obligation.

A column has a lower and an upper bound (``NAME_min``, ``NAME_max``) where anything in it is open: the lower counts what
is so in every resolution of the evidence, the upper what is so in one. Outside what is covered there is no value,
never a zero.
"""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from inforce.corpus.duck import Watching, connected, name_in_sql
from inforce.corpus.panel_asked import BOUNDARIES, Asked, PanelError, check_asked
from inforce.corpus.panel_columns import columns_of
from inforce.corpus.panel_remarks import remarks_of
from inforce.corpus.panel_sweep import COVERED, MAYBE, SURELY, code_segments, make_segments
from inforce.corpus.panel_tables import read_codes, read_covered
from inforce.corpus.panel_value import Panel, Provenance, Query
from inforce.corpus.panel_work import Basis, Work
from inforce.corpus.panel_years import Years, years_of
from inforce.engine import UnknownNameError


def panel_from_rows(rows: object, asked: Asked, basis: Basis, watching: Watching | None = None) -> Panel:
    """Return the panel of a table of intervals: anything that gives Arrow with the columns of ``COLUMNS``.

    Raises:
        PanelError: if what is asked makes no panel.
        UnknownNameError: if a unit, a rule, a code, a treaty or a clause does not exist.
        CorpusExtraError: if duckdb is not installed.
    """
    check_asked(asked)
    if asked.codes and basis.codes is None:
        raise PanelError(
            "Codes need a table of them, with the columns actor, cow, gw, iso3, since and until."
        )
    work = Work(connected(), asked, basis, watching)
    read_rows(work, rows)
    years = years_of(work)
    rails = _make_spells(work, years)
    _make_segments(work, rails)
    return _panel(work, years, rails)


_INTERVALS = """
SELECT treaty::VARCHAR AS treaty, coalesce(instrument::VARCHAR, '') AS instrument,
  coalesce(clause::VARCHAR, '') AS clause, bearer::VARCHAR AS bearer, counterparty::VARCHAR AS counterparty,
  possible::VARCHAR[] AS possible, since::DATE AS since, until::DATE AS until
FROM batch
"""
_UNMET = {
    "treaty": (
        "SELECT treaty FROM selectors AS s WHERE NOT EXISTS (FROM intervals AS i WHERE i.treaty GLOB s.treaty)",
        "SELECT DISTINCT treaty FROM intervals ORDER BY 1",
    ),
    "clause": (
        "SELECT treaty || '/' || clause FROM selectors AS s WHERE clause <> '' AND NOT EXISTS "
        "(FROM intervals AS i WHERE i.treaty GLOB s.treaty AND i.clause <> '' AND i.clause GLOB s.clause)",
        "SELECT DISTINCT treaty || '/' || clause FROM intervals WHERE clause <> '' ORDER BY 1",
    ),
}
"""Names that are asked for and that the rows do not have, and those that they have."""


def read_rows(work: Work, rows: object) -> None:
    """Read the rows, and what is to count for which column."""
    import pyarrow as pa

    reader = pa.RecordBatchReader.from_stream(rows)
    work.connection.register("batch", reader.schema.empty_table())
    work.run(f"CREATE TEMP TABLE intervals AS {_INTERVALS}")
    for batch in reader:
        work.connection.register("batch", pa.Table.from_batches([batch]))
        work.run(f"INSERT INTO intervals {_INTERVALS}")
    work.connection.unregister("batch")
    work.run("CREATE TEMP TABLE selectors (col INTEGER, treaty VARCHAR, clause VARCHAR, live VARCHAR[])")
    for turn, column in enumerate(work.asked.columns):
        for each in column.selectors:
            values = [turn, each.treaty, each.clause, list(each.statuses)]
            work.connection.execute("INSERT INTO selectors VALUES (?, ?, ?, ?)", values).fetchall()
    for kind, (unmet, known) in _UNMET.items():
        for (name,) in work.run(unmet):
            raise UnknownNameError(kind, name, tuple(each for (each,) in work.run(known)))


def _make_spells(work: Work, years: Years) -> tuple[int, ...]:
    """Make the spells of every unit, and what is covered; return the rails that differ."""
    work.variable("lo", date(years.first, 1, 1))
    work.variable("hi", date(years.last + 1, 1, 1))
    work.variable("boundary", "day" if work.asked.by_day else work.asked.boundary)
    work.variable("by_treaty", work.asked.unit == "treaty-party-year")
    work.variable("of_pairs", work.asked.of_pairs)
    work.variable("p_first", work.period(date(years.first, 1, 1)))
    work.variable("p_last", work.period(date(years.last, 12, 31)))
    work.script("panel_rows")
    work.script("panel_of_pairs" if work.asked.of_pairs else "panel_of_parties")
    if work.basis.actors is not None:
        read_covered(work.connection, work.basis.actors)
        work.script("panel_cover")
    if work.asked.of_pairs and not work.asked.directed:
        work.run("UPDATE spells SET u1 = least(u1, u2), u2 = greatest(u1, u2)")
    ((is_open,),) = work.run("SELECT coalesce(bool_or(NOT surely), false) FROM spells WHERE kind = 'held'")
    return (SURELY, MAYBE, COVERED) if is_open else (MAYBE, COVERED)


_RAILS = {SURELY: "kind = 'held' AND surely", MAYBE: "kind = 'held'", COVERED: "kind = 'covered'"}


def _make_segments(work: Work, rails: tuple[int, ...]) -> None:
    """Turn spells into years, and years into segments of the same values."""
    unit, item = _make_names(work, "unit", "u1", "u2"), _make_names(work, "item")
    items = {
        rail: f"item::{item}" if work.asked.counted and rail != COVERED else f"''::{item}" for rail in rails
    }
    who = f"u1::{unit} AS u1, u2::{unit} AS u2, col"
    parts = (
        f"SELECT {who}, {items[rail]} AS item, {rail} AS rail, since, until FROM spells WHERE {_RAILS[rail]}"
        for rail in rails
    )
    work.run(f"CREATE TEMP VIEW railed AS {' UNION ALL '.join(parts)}")
    majority = work.asked.boundary == "majority" and not work.asked.by_day
    work.script("panel_majority" if majority else "panel_periods")
    if work.asked.counted:
        work.script("panel_joined")
    make_segments(work.run, len(work.asked.columns), rails)
    if work.asked.codes:
        read_codes(work.connection, work.basis.codes, work.asked.codes)
        work.script("panel_codes")
        code_segments(work.run, work.actors)


def _make_names(work: Work, kind: str, *columns: str) -> str:
    """Make a type of all names of a kind, in their order: millions of rows then hold numbers for names."""
    names = " UNION ".join(f"SELECT {name} AS name FROM spells" for name in columns or (kind,))
    work.run(f"CREATE TYPE {kind}_name AS ENUM (SELECT name FROM ({names} UNION SELECT '') ORDER BY name)")
    return f"{kind}_name"


def _panel(work: Work, years: Years, rails: tuple[int, ...]) -> Panel:
    chosen = columns_of(work, years, rails)
    selected = ", ".join(f"{sql} AS {name_in_sql(column.name)}" for column, sql in chosen)
    query = Query(
        work.connection, f"SELECT {selected} FROM (SELECT *, unnest(range(p0, p1 + 1)) AS p FROM segments)"
    )
    columns = tuple(column for column, _ in chosen)
    return Panel(query, columns, _provenance(work), tuple(remarks_of(work, years)))


def _provenance(work: Work) -> Provenance:
    """Complete what a panel rests on by what it is and by its rule."""
    asked = work.asked
    way = ("directed " if asked.directed else "undirected ") if asked.of_pairs else ""
    names = ", ".join(column.name for column in asked.columns)
    rule = "each day by itself" if asked.by_day else BOUNDARIES[asked.boundary]
    return replace(work.basis.provenance, what=f"{way}{asked.unit}s of {names}", rule=rule)
