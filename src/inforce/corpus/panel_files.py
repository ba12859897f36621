"""Panels as files: Parquet, CSV and Stata, each whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from inforce.corpus.duck import Watching, rows_of, text_in_sql
from inforce.corpus.needed import CorpusExtraError, has_pandas

if TYPE_CHECKING:
    from inforce.corpus.panel_value import Panel

MISSING = "NA"
"""How a CSV file says that there is no value: as R and pandas read it, and never as an empty cell or a zero."""

_LONGEST_LABEL = 80
"""So many characters a label may have in Stata."""


class PanelFileError(ValueError):
    """A panel cannot be written to a file of this name."""


def write_panel(panel: Panel, path: Path, watching: Watching | None = None) -> int:
    """Write a panel to a scratch file beside its place and put it there at the end; return how many rows it has.

    Raises:
        PanelFileError: if the name says nothing that can be written, or the file cannot be written.
        CorpusExtraError: if pandas is not installed and the file is to be Stata's.
    """
    writing = _writer_for(path)
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        check_place(path)
        count = writing(panel, scratch, watching)
        scratch.replace(os.path.realpath(path))
    except OSError as error:
        raise PanelFileError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from None
    finally:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)
    return count


def check_place(path: Path) -> None:
    """Check, before anything is computed, that a file can be written to its place.

    Raises:
        PanelFileError: if the name says nothing that can be written, it is a folder, or it is to be in none.
    """
    _writer_for(path)
    if path.is_dir():
        raise PanelFileError(f"{path} cannot be written: it is a folder.")
    if not path.resolve().parent.is_dir():
        raise PanelFileError(f"{path} cannot be written: there is no folder {path.parent}.")


def _writer_for(path: Path) -> Writing:
    if path.suffix.lower() not in _WRITERS:
        known = ", ".join(_WRITERS)
        raise PanelFileError(f"{path} does not say what to write. Let the name end in one of {known}.")
    return _WRITERS[path.suffix.lower()]


def _write_parquet(panel: Panel, path: Path, watching: Watching | None) -> int:
    from inforce.corpus.panel_value import cite

    said = f"{{'inforce.citation': {text_in_sql(cite(panel))}}}"
    return _copied(panel, path, f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {said}", watching)


def _write_csv(panel: Panel, path: Path, watching: Watching | None) -> int:
    return _copied(panel, path, f"FORMAT csv, HEADER, NULLSTR {text_in_sql(MISSING)}", watching)


def _copied(panel: Panel, path: Path, options: str, watching: Watching | None) -> int:
    to = text_in_sql(str(path))
    ((count,),) = rows_of(panel.query.connection, f"COPY ({panel.query.sql}) TO {to} ({options})", watching)
    return int(count)


def _write_stata(panel: Panel, path: Path, watching: Watching | None) -> int:
    """Write a file for Stata 14 and later: labels of variables and of values, `.` where there is no value."""
    if not has_pandas():
        raise CorpusExtraError("pandas", extra="exchange")
    frame = panel.table().to_pandas(strings_to_categorical=False, ignore_metadata=True)
    names = [name for name in frame.columns if frame[name].dtype == "category"]
    frame[names] = frame[names].astype(str)
    frame.to_stata(
        path,
        write_index=False,
        version=118,
        data_label="A panel computed with inforce; its citation names what it rests on"[:_LONGEST_LABEL],
        variable_labels={each.name: each.label[:_LONGEST_LABEL] for each in panel.columns},
        value_labels={each.name: each.values for each in panel.columns if each.values},
    )
    return len(frame)


Writing = Callable[["Panel", Path, Watching | None], int]
_WRITERS: dict[str, Writing] = {".parquet": _write_parquet, ".csv": _write_csv, ".dta": _write_stata}
