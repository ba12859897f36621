"""The tables that a user brings to a panel: dated codes of actors, and who is covered from when until when.

Both are Arrow tables, or files of them: ``.parquet``, ``.csv``, or the folder of a columnar book. ``until`` is the
first day on which a code or an actor is no more; an empty day is an open one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inforce.corpus.duck import rows_of, text_in_sql
from inforce.corpus.panel_asked import CODES, PanelError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ACTORS = "actors.parquet"
"""The name of the table of actors in the folder of a columnar book."""


def read_codes(connection: DuckDBPyConnection, given: object, codes: str) -> None:
    """Make the table ``codes`` (actor, code, since, until) of the codes asked for.

    Raises:
        PanelError: if the table cannot be read or lacks a column.
    """
    columns = _opened(connection, given, "codes_given", ("actor", codes))
    kind = "VARCHAR" if codes == "iso3" else "INTEGER"
    days = ", ".join(_day(connection, "codes_given", name, columns) for name in ("since", "until"))
    rows_of(
        connection,
        f"CREATE TEMP TABLE codes AS SELECT actor::VARCHAR AS actor, try_cast({codes} AS {kind}) AS code, {days} "
        f"FROM codes_given WHERE try_cast({codes} AS {kind}) IS NOT NULL AND {codes}::VARCHAR <> ''",
    )


def read_covered(connection: DuckDBPyConnection, given: object) -> None:
    """Make the table ``covered`` (actor, since, until), cut to the years asked.

    Raises:
        PanelError: if the table cannot be read or has no column of actors.
    """
    columns = _opened(connection, given, "covered_given", ("actor",))
    days = ", ".join(_day(connection, "covered_given", name, columns) for name in ("since", "until"))
    rows_of(
        connection,
        f"""CREATE TEMP TABLE covered AS
        WITH days AS (SELECT DISTINCT actor::VARCHAR AS actor, {days} FROM covered_given)
        SELECT actor, greatest(coalesce(since, getvariable('lo')), getvariable('lo')) AS since,
          least(coalesce(until, getvariable('hi')), getvariable('hi')) AS until
        FROM days WHERE coalesce(since, getvariable('lo')) < getvariable('hi')
          AND coalesce(until, getvariable('hi')) > getvariable('lo')""",
    )


def _opened(connection: DuckDBPyConnection, given: object, name: str, needed: tuple[str, ...]) -> list[str]:
    """Give a table a name in SQL and return its columns."""
    import duckdb

    if isinstance(given, str | Path):
        file = Path(given) / ACTORS if Path(given).is_dir() else Path(given)
        if not file.is_file():
            raise PanelError(f"There is no file {file}.")
        reading = "read_parquet" if file.suffix == ".parquet" else "read_csv"
        more = "" if reading == "read_parquet" else ", all_varchar = true, header = true, nullstr = ''"
        try:
            rows_of(
                connection,
                f"CREATE TEMP TABLE {name} AS FROM {reading}({text_in_sql(str(file))}{more})",
            )
        except duckdb.Error as error:
            raise PanelError(f"{file} cannot be read as a table: {str(error).splitlines()[0]}") from None
    else:
        import pyarrow as pa

        connection.register(name, pa.table(given))
    columns = [str(each[0]) for each in rows_of(connection, f"DESCRIBE {name}")]
    missing = [each for each in needed if each not in columns]
    if missing:
        told = ", ".join(("actor", *CODES, "since", "until"))
        raise PanelError(
            f"The table of actors has no column {', '.join(missing)}. Its columns may be: {told}."
        )
    return columns


def _day(connection: DuckDBPyConnection, table: str, name: str, columns: list[str]) -> str:
    """Return a column of days: dates, text, or whole days since 1970."""
    if name not in columns:
        return f"NULL::DATE AS {name}"
    ((kind,),) = rows_of(connection, f"SELECT any_value(typeof({name})) FROM {table}") or ((None,),)
    if kind in ("INTEGER", "BIGINT"):
        return f"DATE '1970-01-01' + {name}::INTEGER AS {name}"
    if kind == "VARCHAR":
        bad = rows_of(
            connection,
            f"SELECT {name} FROM {table} WHERE trim({name}) <> '' AND try_cast(trim({name}) AS DATE) IS NULL LIMIT 1",
        )
        if bad:
            raise PanelError(
                f"The table of actors has a day in {name} that is none: {bad[0][0]}. Write YYYY-MM-DD."
            )
        return f"try_cast(nullif(trim({name}), '') AS DATE) AS {name}"
    return f"{name}::DATE AS {name}"
