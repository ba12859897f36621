"""ATOP's directed dyad-years from its member table: who had promised what to whom, year by year.

The rule is the one by which the published dyad-years can be made again, as far as that can be inferred; it stands in
``atop_dyads.sql``. The entry into an alliance is ATOP's, which is mostly the signature, and so is the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from inforce.corpus import Column, Panel, Provenance, Query, Remark
from inforce.corpus.duck import connected, rows_of, run_script
from inforce.exchange.atop_table import OBLIGATIONS, member_file, read_members

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

THROUGH = 2016
"""The year through which a membership runs that is still in force, as in the published table."""

RULE = (
    "two member rows of one alliance, phases included, that share more than a single day; every calendar year touched; "
    "obligations of the first state's row; the maximum over alliances; memberships in force run through {through}"
)
CITATION = (
    "Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell and Andrew G. Long. 2002. "
    '"Alliance Treaty Obligations and Provisions, 1815-1944." International Interactions 28(3): 237-260.'
)
_EXAMPLES = 5
_NAMES = {
    "defense": "to defend the other",
    "offense": "to join it in an attack",
    "neutral": "to stay neutral",
    "nonagg": "not to attack it",
    "consul": "to consult it",
}


def atop_panel(path: str | Path, first: int | None = None, last: int | None = None) -> Panel:
    """Return ATOP's directed dyad-years, computed from the user's own copy of its member table.

    ``path`` is the file or the folder it is in. Only the years from ``first`` to ``last`` are returned; a ``last``
    also says through which year memberships run that are still in force, 2016 if none is given.

    Raises:
        InputError: if no file there is a member table.
        CorpusExtraError: if duckdb is not installed.
    """
    file, through = member_file(Path(path)), last or THROUGH
    connection = connected()
    read_members(connection, file, through)
    for name, year in (("first", first), ("last", last)):
        rows_of(connection, f"SET VARIABLE {name} = {'NULL' if year is None else year}")
    run_script(connection, Path(__file__).with_name("atop_dyads.sql"))
    query = Query(connection, f"SELECT {', '.join(column.name for column in COLUMNS)} FROM dyads")
    return Panel(query, COLUMNS, _provenance(connection, file, through), tuple(_remarks(connection, through)))


COLUMNS = (
    Column("ccode1", "State that promises (Correlates of War code)"),
    Column("ccode2", "State to which it is promised (Correlates of War code)"),
    Column("year", "Year"),
    *(
        Column(name, f"ccode1 has promised {_NAMES[name]}", {0: "not promised", 1: "promised"})
        for name in OBLIGATIONS
    ),
)
"""The columns of the published table that are made."""


def _provenance(connection: DuckDBPyConnection, file: Path, through: int) -> Provenance:
    named = rows_of(connection, "SELECT DISTINCT version FROM judged WHERE version IS NOT NULL ORDER BY 1")
    said = f", version {', '.join(each for (each,) in named)}" if named else ""
    return Provenance(
        what="ATOP directed dyad-years",
        rule=RULE.format(through=through),
        view="atop",
        version=version("inforce"),
        digest=f"{file.name}, sha256:{sha256(file.read_bytes()).hexdigest()}",
        sources=(f"{CITATION} Member table{said}.",),
    )


def _remarks(connection: DuckDBPyConnection, through: int) -> Iterator[Remark]:
    ((read, not_rows),) = rows_of(
        connection, "SELECT (SELECT count(*) FROM written), (SELECT count(DISTINCT line) FROM reject_errors)"
    )
    yield Remark("read", read + not_rows)
    refused = rows_of(connection, _REFUSED)
    if refused:
        told = tuple(f"line {line}: {reason}" for line, reason in refused[:_EXAMPLES])
        yield Remark("refused", len(refused), told)
    for kind, sql in _COUNTED.items():
        found = [str(each) for (each,) in rows_of(connection, sql.replace("$through", str(through)))]
        if found:
            yield Remark(kind, len(found), tuple(found if kind == "by_partner" else found[:_EXAMPLES]))


_REFUSED = """
SELECT line, reason FROM judged WHERE reason IS NOT NULL
UNION ALL SELECT line, min(lower(error_type::VARCHAR)) FROM reject_errors GROUP BY line ORDER BY 1
"""
_COUNTED = {
    "by_partner": "SELECT DISTINCT atopid FROM judged WHERE whole(obvary) = 1 ORDER BY 1",
    "open": "SELECT atopid || ': ' || ccode1 || ' to ' || ccode2 FROM pairs WHERE days_at_least <= 0 ORDER BY ALL",
    "later": "SELECT atopid || ': ' || ccode FROM members WHERE year(leaves_last) > $through ORDER BY ALL",
}
