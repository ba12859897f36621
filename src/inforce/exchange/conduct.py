"""The conductor of an import: files in, a columnar book and a report out, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace

from inforce.corpus.columnar import Columnar
from inforce.corpus.schema import Coverage, Manifest, table_of
from inforce.corpus.writing import check_replaceable, write_columnar
from inforce.exchange.atop import import_atop
from inforce.exchange.dates import EPOCH
from inforce.exchange.files import File, ForeignFileError, file_from_path
from inforce.exchange.gathering import Imported, Tell, tell_nobody
from inforce.exchange.manytreaties import import_manytreaties
from inforce.exchange.report import CONTRADICTS, NOTED, READ, REFUSED, Report
from inforce.exchange.states import import_states
from inforce.exchange.wipo import import_wipo
from inforce.temporal import Day, edtf_from_day

IMPORTERS: dict[str, Callable[[Sequence[File], Tell], Imported]] = {
    "atop": import_atop,
    "manytreaties": import_manytreaties,
    "wipo": import_wipo,
    "states": import_states,
}
"""The data sets that can be imported."""


class Read(Struct, frozen=True):
    """What was read into memory: a columnar book that is nowhere written yet, and the report of it."""

    columnar: Columnar
    report: Report


def read_files(source: str, paths: Sequence[Path], retrieved: str = "", tell: Tell = tell_nobody) -> Read:
    """Read files of a data set into memory.

    ``retrieved`` is the day on which they were fetched; where it is not given, that on which each was last changed.

    Raises:
        ForeignFileError: if a file cannot be read, or is not what the importer reads.
    """
    files = [file_from_path(path) for path in _files_of(paths)]
    found = IMPORTERS[source](files, tell)
    fetched = {file.name: retrieved or file.modified.isoformat() for file in files}
    tables = {**found.tables, "sources": _sources(found, fetched)}
    manifest = Manifest(
        title="; ".join(dict.fromkeys(one.title for _, one in found.spoken)),
        importer=source,
        program=f"inforce {version('inforce')}",
        retrieved=max(fetched.values()),
        coverage=tuple(_coverage(tables["claims"])),
        citations=tuple(dict.fromkeys(one.citation for _, one in found.spoken)),
        rows={name: table.num_rows for name, table in tables.items()},
    )
    return Read(Columnar(manifest, tables), _report(source, manifest, found))


def import_files(
    source: str, paths: Sequence[Path], out: Path, retrieved: str = "", tell: Tell = tell_nobody
) -> Report:
    """Import files of a data set: write a columnar book, whole or not at all, and report.

    Raises:
        CorpusError: if something stands at ``out`` that is no columnar book.
        ForeignFileError: if a file cannot be read, or is not what the importer reads.
        OSError: if the book cannot be written.
    """
    check_replaceable(out)
    found = read_files(source, paths, retrieved, tell)
    tell(f"writing {out.name}", 0.9)
    write_columnar(out, found.columnar.manifest, found.columnar.tables)
    tell("done", 1.0)
    return replace(found.report, out=str(out))


def _files_of(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files that are meant: a folder stands for its CSV files."""
    for path in paths:
        inside = sorted(path.glob("*.csv")) if path.is_dir() else [path]
        if not inside:
            raise ForeignFileError(f"{path} has no CSV files.")
        yield from inside


def _sources(found: Imported, fetched: dict[str, str]) -> pa.Table:
    spoken = {file.name: (file, one) for file, one in found.spoken}.values()
    return table_of(
        "sources",
        {
            "id": [file.name for file, _ in spoken],
            "file": [file.name for file, _ in spoken],
            "sha256": [file.digest for file, _ in spoken],
            "voice": [one.voice for _, one in spoken],
            "retrieved": pa.array([fetched[file.name] for file, _ in spoken]).cast(pa.date32()),
            "citation": [one.citation for _, one in spoken],
        },
    )


def _coverage(claims: pa.Table) -> Iterator[Coverage]:
    """Yield the first and the last day that each voice names."""
    grouped = pa.table({name: claims[name] for name in ("voice", "earliest", "latest")})
    found = grouped.set_column(0, "voice", claims["voice"].cast(pa.string())).group_by("voice")
    for row in found.aggregate([("earliest", "min"), ("latest", "max")]).sort_by("voice").to_pylist():
        yield Coverage(row["voice"], _text(row["earliest_min"]), _text(row["latest_max"]))


def _text(day: int | None) -> str | None:
    return None if day is None else edtf_from_day(Day(day + EPOCH))


def _report(source: str, manifest: Manifest, found: Imported) -> Report:
    rows = {name: table.num_rows for name, table in found.tables.items()}
    order = (READ, NOTED, REFUSED, CONTRADICTS)
    return Report(
        source,
        manifest.retrieved,
        treaties=rows["treaties"],
        parties=rows["parties"],
        claims=rows["claims"],
        remarks=tuple(sorted(found.remarks, key=lambda remark: order.index(remark.kind))),
    )
