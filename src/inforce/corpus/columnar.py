"""The columnar book: a folder of Parquet files, written whole or not at all, and opened lazily."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from inforce.corpus.needed import check_arrow

if TYPE_CHECKING:
    import pyarrow as pa

    from inforce.corpus.schema import Manifest

SUFFIX = ".corpus"
MANIFEST = "manifest.json"
_ROWS_IN_GROUP = 1 << 16


class CorpusError(ValueError):
    """A folder is no columnar book, or one that this program does not know; the message says what to do."""


class Columnar:
    """A columnar book: its manifest, and its tables, each read when it is asked for.

    >>> from inforce.corpus.schema import Manifest
    >>> Columnar(Manifest(title="Nothing yet"), {}).table("parties").num_rows
    0
    """

    def __init__(
        self, manifest: Manifest, tables: Mapping[str, pa.Table], folder: Path | None = None
    ) -> None:
        self.manifest, self.folder = manifest, folder
        self._tables = dict(tables)

    def table(self, name: str, treaties: Sequence[str] | None = None) -> pa.Table:
        """Return a table, or the part of it about some treaties; only that part is read."""
        import pyarrow.compute as pc

        if treaties is None:
            return self._whole(name)
        if name in self._tables or self.folder is None:
            found = self._whole(name)
            return found.filter(pc.is_in(found["treaty"].cast("string"), value_set=_texts(treaties)))
        import pyarrow.dataset as ds

        where = ds.field("treaty").cast("string").isin(list(treaties))
        return self._dataset(name).to_table(filter=where).cast(self._schema(name))

    def party_table(self, parties: Sequence[str]) -> pa.Table:
        """Return the treaties of which any of some actors is a party."""
        import pyarrow.compute as pc

        found = self._whole("parties")
        return found.filter(pc.is_in(found["party"].cast("string"), value_set=_texts(parties)))

    @cached_property
    def treaties(self) -> tuple[str, ...]:
        """The names of the treaties, in their order."""
        return tuple(self._whole("treaties")["treaty"].to_pylist())

    @property
    def tables(self) -> dict[str, pa.Table]:
        """Every table, whole."""
        from inforce.corpus.schema import TABLES

        return {name: self._whole(name) for name in TABLES}

    def _whole(self, name: str) -> pa.Table:
        from inforce.corpus.schema import empty_table

        if name not in self._tables:
            found = empty_table(name) if self.folder is None else self._dataset(name).to_table()
            self._tables[name] = found.cast(self._schema(name))
        return self._tables[name]

    def _dataset(self, name: str) -> pa.dataset.Dataset:
        import pyarrow.dataset as ds

        assert self.folder is not None
        return ds.dataset(self.folder / f"{name}.parquet", schema=self._schema(name))

    def _schema(self, name: str) -> pa.Schema:
        from inforce.corpus.schema import SCHEMAS

        return SCHEMAS[name]


def _texts(names: Iterable[str]) -> pa.Array:
    import pyarrow as pa

    return pa.array(list(names), pa.string())


def open_columnar(path: str | Path) -> Columnar:
    """Open a columnar book; nothing but its manifest is read yet.

    Raises:
        CorpusExtraError: if pyarrow is not installed.
        CorpusError: if the folder is no columnar book, or of a version that this program does not know.
    """
    check_arrow()
    from inforce.corpus.schema import FORMAT, Manifest

    folder = Path(path)
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except OSError:
        message = f"{folder} is no columnar book: it has no {MANIFEST}. inforce import makes one."
        raise CorpusError(message) from None
    except msgspec.DecodeError as error:
        raise CorpusError(f"{folder / MANIFEST} cannot be read: {error}.") from None
    if manifest.format != FORMAT:
        message = (
            f"{folder} has version {manifest.format} of the format; this program knows version {FORMAT}."
        )
        raise CorpusError(f"{message} Make it anew with inforce import.")
    return Columnar(manifest, {}, folder)


def write_columnar(path: str | Path, manifest: Manifest, tables: Mapping[str, pa.Table]) -> Columnar:
    """Write a columnar book whole or not at all; one that was there before is replaced at the end.

    What is about treaties is sorted by treaty, so that a question about a few reads only these.

    Raises:
        CorpusError: if something stands there that is no columnar book.
        OSError: if the folder cannot be written.
    """
    check_arrow()
    from inforce.corpus.schema import TABLES, empty_table

    folder = Path(path)
    check_replaceable(folder)
    with scratch_beside(folder) as scratch:
        rows, digest = {}, sha256()
        for name in TABLES:
            table = _sorted(name, tables.get(name, empty_table(name)))
            rows[name] = table.num_rows
            _write_table(scratch / f"{name}.parquet", table)
            digest.update((scratch / f"{name}.parquet").read_bytes())
        found = msgspec.structs.replace(manifest, rows=rows, digest=digest.hexdigest())
        (scratch / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(found)))
        _put_in_place(scratch, folder)
    return open_columnar(folder)


def check_replaceable(folder: Path) -> None:
    """Check that nothing but an older columnar book would be lost.

    Raises:
        CorpusError: if something else stands there.
    """
    if folder.exists() and not (folder / MANIFEST).is_file():
        raise CorpusError(
            f"{folder} exists and is no columnar book; it is left as it is. Choose another name."
        )


@contextmanager
def scratch_beside(folder: Path) -> Iterator[Path]:
    """Give a scratch folder beside one that is to be written; whatever is left of it is removed."""
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.absolute().parent))
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _put_in_place(scratch: Path, folder: Path) -> None:
    """Rename what was written; what stood there before goes last, so that one of the two is always whole."""
    scratch.chmod(0o755)
    whole = scratch.with_name(f"{scratch.name}.whole")
    scratch.rename(whole)
    if not folder.exists():
        whole.rename(folder)
        return
    folder.rename(scratch)
    try:
        whole.rename(folder)
    except BaseException:
        scratch.rename(folder)
        raise


def _sorted(name: str, table: pa.Table) -> pa.Table:
    import pyarrow.compute as pc

    from inforce.corpus.schema import OF_TREATIES

    if name not in OF_TREATIES or not table.num_rows:
        return table
    return table.take(pc.sort_indices(table["treaty"].cast("string")))


def _write_table(path: Path, table: pa.Table) -> None:
    import pyarrow.parquet as pq

    pq.write_table(table, path, compression="zstd", row_group_size=_ROWS_IN_GROUP)
