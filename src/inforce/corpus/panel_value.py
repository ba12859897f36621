"""A panel: a table for other programs, with what it rests on and what has to be known of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.corpus.duck import Watching

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

REMARKS = {
    "read": "rows read",
    "refused": "rows refused, since they cannot be read",
    "open": "pairs of rows left out: whether they share more than a day turns on a day that is not given",
    "by_partner": "alliances with obligations that differ by partner; the first state's row is taken for all",
    "later": "memberships that end after the year through which those still in force run",
    "unmatched": "actors without a code on these days; their rows have none",
    "shared": "codes that two actors have in one year; both have a row",
    "recoded": "actors whose code changes within a year; the code of most of its days is taken",
    "uncovered": "rows without a value, since they lie outside what is covered",
}
"""What may have to be known of a panel: the closed list."""


class Column(Struct, frozen=True):
    """Say what a column is: its name, a label in words, and the labels of its values."""

    name: str
    label: str
    values: dict[int, str] = {}


class Remark(Struct, frozen=True):
    """Something that has to be known of a panel: a kind of the closed list, how many, and some examples."""

    kind: str
    count: int
    examples: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The remark in words."""
        left = "; …" if 0 < len(self.examples) < self.count else ""
        more = f" ({'; '.join(self.examples)}{left})" if self.examples else ""
        return f"{REMARKS[self.kind]}: {self.count:,}{more}"


class Provenance(Struct, frozen=True):
    """Say what a panel rests on: enough to make it again, and to cite it."""

    what: str
    rule: str
    view: str
    version: str
    digest: str
    sources: tuple[str, ...]
    coverage: str = ""
    known: str = ""


class Panel:
    """A table that is computed when it is asked for: as Arrow, or into a file.

    ``columns`` say what each column is, ``provenance`` what all of it rests on, ``remarks`` what has to be known of it.
    Whatever reads an Arrow stream through the PyCapsule interface reads a panel: polars, pandas, DuckDB, R.
    """

    def __init__(
        self,
        query: Query,
        columns: tuple[Column, ...],
        provenance: Provenance,
        remarks: tuple[Remark, ...] = (),
    ) -> None:
        self.query, self.columns = query, columns
        self.provenance, self.remarks = provenance, remarks

    def table(self) -> pa.Table:
        """Return the rows as an Arrow table, what they rest on in its metadata."""
        found = self.query.connection.sql(self.query.sql).to_arrow_table()
        return found.replace_schema_metadata(metadata_of(self.provenance))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Give the rows to whatever reads Arrow."""
        return self.table().__arrow_c_stream__(requested_schema)

    def write(self, path: str | Path, watching: Watching | None = None) -> int:
        """Write the rows to a file, whole or not at all, as its name says: .parquet, .csv or .dta; return how many.

        Raises:
            PanelFileError: if the name says nothing that can be written, or the file cannot be written.
            CorpusExtraError: if pandas is not installed and the file is to be Stata's.
        """
        from inforce.corpus.panel_files import write_panel

        return write_panel(self, Path(path), watching)


class Query(Struct, frozen=True):
    """A query and the connection that knows its tables; its rows come in their order."""

    connection: DuckDBPyConnection
    sql: str


def metadata_of(provenance: Provenance) -> dict[str, str]:
    """Return what a file says of itself, for its own metadata."""
    return {"inforce.citation": cite(provenance)}


def cite(of: Panel | Provenance) -> str:
    """Return the citation of everything that a panel rests on, with what it takes to make it again.

    A panel that was published without its view and its rule cannot be made again, nor contradicted.

    >>> print(cite(Provenance("directed dyad-years", "any day of the year", "prc", "0.1", "sha256:7f", ("A, B",))))
    directed dyad-years; boundary rule: any day of the year; view prc; computed with inforce 0.1 from sha256:7f
      A, B
    """
    found = of.provenance if isinstance(of, Panel) else of
    parts = [found.what, f"boundary rule: {found.rule}"]
    parts += [f"view {found.view}"] if found.view else []
    parts += [f"as known on {found.known}"] if found.known else []
    parts += [f"covered: {found.coverage}"] if found.coverage else []
    parts += [f"computed with inforce {found.version} from {found.digest}"]
    return "\n  ".join(("; ".join(parts), *found.sources))
