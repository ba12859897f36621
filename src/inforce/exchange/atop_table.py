"""ATOP's member table, read as text: which file it is, which rows can be used, what is wrong with the others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inforce.corpus.duck import rows_of, run_script, text_in_sql
from inforce.source import did_you_mean

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

OBLIGATIONS = ("defense", "offense", "neutral", "nonagg", "consul")
"""What members promise one another, as ATOP codes it: 1 where they do."""

NEEDED = ("atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", *OBLIGATIONS)
"""The columns without which a file is no member table."""

MORE = ("obvary", "version")
"""The columns that are read where they are there."""

_READ = """
CREATE TEMP TABLE read AS
SELECT row_number() OVER () AS turn, {columns}
FROM read_csv({file}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', store_rejects = true)
"""
_NUMBERED = """
CREATE TEMP TABLE written AS
WITH lines AS (
  SELECT unnest(range(2, 2 + (SELECT count(*) FROM read) + (SELECT count(DISTINCT line) FROM reject_errors))) AS line
), kept AS (
  SELECT line, row_number() OVER (ORDER BY line) AS turn
  FROM lines WHERE line NOT IN (SELECT line FROM reject_errors)
)
SELECT kept.line, read.* EXCLUDE (turn) FROM read JOIN kept USING (turn)
"""
"""Lines that are no rows are left out when the file is read, and have their numbers all the same."""


class InputError(ValueError):
    """What is named as the input is not what a preset reads."""


def member_file(path: Path) -> Path:
    """Return the file of the member table: the one named, or the one in a folder that has its columns.

    Raises:
        InputError: if there is none, or more than one; the error says which columns are missing.
    """
    if path.is_file():
        _check_columns(path)
        return path
    if not path.is_dir():
        raise InputError(f"There is no file or folder {path}.")
    found = [file for file in sorted(path.glob("*.csv")) if not _missing(_header(file))]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(file.name for file in found)
        raise InputError(f"More than one file in {path} may be meant: {names}. Name one of them.")
    raise InputError(f"{path} has no member table of ATOP: a .csv file with the columns {', '.join(NEEDED)}.")


def _check_columns(path: Path) -> None:
    there = _header(path)
    missing = _missing(there)
    if missing:
        close = did_you_mean(missing[0], there)
        told = f"{path} is no member table of ATOP: it has no column {', '.join(missing)}."
        raise InputError(f"{told} {close}".strip())


def _missing(header: tuple[str, ...]) -> list[str]:
    return [name for name in NEEDED if name not in header]


def _header(path: Path) -> tuple[str, ...]:
    with path.open(encoding="utf-8-sig", errors="replace") as stream:
        return tuple(cell.strip().strip('"').lower() for cell in stream.readline().split(","))


def read_members(connection: DuckDBPyConnection, path: Path, through: int) -> None:
    """Make the tables ``written``, ``judged`` and ``members`` of a file, and DuckDB's own of lines that are no rows.

    Memberships that are still in force run through the last day of the year ``through``.

    Raises:
        InputError: if the file is not a table of text in UTF-8.
    """
    import duckdb

    header = _header(path)
    columns = [f"trim({name}) AS {name}" for name in NEEDED]
    columns += [f"trim({name}) AS {name}" if name in header else f"NULL AS {name}" for name in MORE]
    try:
        rows_of(connection, _READ.format(columns=", ".join(columns), file=text_in_sql(str(path))))
    except duckdb.Error as error:
        raise InputError(f"{path} cannot be read as a table: {str(error).splitlines()[0]}") from None
    rows_of(connection, _NUMBERED)
    rows_of(connection, f"SET VARIABLE through = DATE '{through:04}-12-31'")
    run_script(connection, Path(__file__).with_name("atop_members.sql"))
