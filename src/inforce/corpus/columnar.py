"""The columnar book: a folder of Parquet files, opened lazily."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from inforce.corpus.needed import check_arrow

if TYPE_CHECKING:
    import pyarrow as pa

    from inforce.corpus.schema import Manifest

SUFFIX = ".corpus"
MANIFEST = "manifest.json"


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
        if not treaties:
            return self._schema(name).empty_table()
        return self._dataset(name).to_table(filter=about(treaties)).cast(self._schema(name))

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
        return ds.dataset(self.folder / f"{name}.parquet", schema=plain_treaty(self._schema(name)))

    def _schema(self, name: str) -> pa.Schema:
        from inforce.corpus.schema import SCHEMAS

        return SCHEMAS[name]


def about(treaties: Sequence[str]) -> pa.dataset.Expression:
    """Return what keeps the rows about some treaties; groups of rows that have none of them are not read."""
    import pyarrow.dataset as ds

    treaty = ds.field("treaty")
    return (treaty >= min(treaties)) & (treaty <= max(treaties)) & treaty.isin(list(treaties))


def plain_treaty(schema: pa.Schema) -> pa.Schema:
    """Return a schema whose treaties are plain words: only of these a file tells where they stand in it."""
    import pyarrow as pa

    at = schema.get_field_index("treaty")
    return schema if at < 0 else schema.set(at, pa.field("treaty", pa.string()))


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
