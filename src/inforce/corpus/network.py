"""The network of a kind of obligation on a day: who is bound to whom."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from inforce.corpus.duck import connected
from inforce.corpus.panel import read_rows
from inforce.corpus.panel_asked import Asked, Obligation
from inforce.corpus.panel_files import PanelFileError
from inforce.corpus.panel_value import Provenance
from inforce.corpus.panel_work import Basis, Work

if TYPE_CHECKING:
    import pyarrow as pa

_EDGES = """
SELECT u1 AS source, u2 AS target, count(DISTINCT item) FILTER (WHERE surely) AS at_least,
  count(DISTINCT item) AS at_most, list_sort(list_distinct(list(rtrim(item, '/')))) AS by
FROM spells WHERE kind = 'held' GROUP BY u1, u2 ORDER BY u1, u2
"""


def network(rows: object, on: date, what: Obligation, *, directed: bool = True) -> pa.Table:
    """Return the edges of a network on a day: who is bound to whom, by how many treaties or clauses, and by which.

    ``at_least`` counts what certainly holds on the day, ``at_most`` what may. Undirected, each two have one edge.

    Raises:
        UnknownNameError: if the rows have no such treaty or clause; the error has the nearest names.
        CorpusExtraError: if duckdb is not installed.
    """
    work = Work(connected(), Asked(columns=(what,)), Basis(Provenance("", "", "", "", "", ())))
    read_rows(work, rows)
    work.variable("lo", on)
    work.variable("hi", on + timedelta(1))
    work.script("panel_rows")
    for table in ("borne", "parties"):
        work.run(f"DELETE FROM {table} WHERE kind = 'covered'")
    work.script("panel_of_pairs")
    if not directed:
        work.run("UPDATE spells SET u1 = least(u1, u2), u2 = greatest(u1, u2)")
    return work.connection.sql(_EDGES).to_arrow_table()


def write_network(edges: pa.Table, path: str | Path, *, directed: bool = True) -> None:
    """Write edges as GraphML, which Gephi, igraph and networkx read, or as a list of edges (.csv), whole or not at all.

    Raises:
        PanelFileError: if the name ends in neither, or the file cannot be written.
    """
    file = Path(path)
    if file.suffix not in (".graphml", ".csv"):
        raise PanelFileError(f"{path} does not say what to write. Let the name end in .graphml or .csv.")
    scratch = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        if file.suffix == ".graphml":
            _graphml(edges, directed).write(scratch, encoding="utf-8", xml_declaration=True)
        else:
            scratch.write_text(_edge_list(edges), encoding="utf-8")
        scratch.replace(os.path.realpath(file))
    except OSError as error:
        raise PanelFileError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from None
    finally:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)


def _edge_list(edges: pa.Table) -> str:
    lines = (
        f"{row['source']},{row['target']},{row['at_least']},{row['at_most']}" for row in edges.to_pylist()
    )
    return "\n".join(("source,target,at_least,at_most", *lines)) + "\n"


def _graphml(edges: pa.Table, directed: bool) -> ElementTree[Element]:
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, kind in (("at_least", "int"), ("at_most", "int"), ("by", "string")):
        SubElement(root, "key", {"id": name, "for": "edge", "attr.name": name, "attr.type": kind})
    graph = SubElement(root, "graph", edgedefault="directed" if directed else "undirected")
    rows = edges.to_pylist()
    for node in sorted({row[end] for row in rows for end in ("source", "target")}):
        SubElement(graph, "node", id=node)
    for row in rows:
        edge = SubElement(graph, "edge", source=row["source"], target=row["target"])
        for name, value in (
            ("at_least", row["at_least"]),
            ("at_most", row["at_most"]),
            ("by", " ".join(row["by"])),
        ):
            SubElement(edge, "data", key=name).text = str(value)
    indent(root)
    return ElementTree(root)
