"""A columnar book on disk: written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from inforce.corpus.columnar import MANIFEST, Columnar, CorpusError, open_columnar, plain_treaty
from inforce.corpus.needed import check_arrow

if TYPE_CHECKING:
    import pyarrow as pa

    from inforce.corpus.schema import Manifest

_ROWS_IN_GROUP = 1 << 16


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

    plain = table.cast(plain_treaty(table.schema))
    pq.write_table(plain, path, compression="zstd", row_group_size=_ROWS_IN_GROUP)
