"""Files that a verb writes: whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import click

from inforce.cli.verb import Refused

STANDARD_OUTPUT = "-"


def write_out(text: str, file: str | None) -> None:
    """Write a text to a file at once or not at all; without a file, or to ``-``, print it.

    Raises:
        Refused: if the file cannot be written; nothing of it is left then.
    """
    if file is None or file == STANDARD_OUTPUT:
        click.echo(text.encode("utf-8"), nl=False)
        return
    path = Path(file)
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        scratch.write_text(text, encoding="utf-8", newline="")
        scratch.replace(os.path.realpath(path))
    except (OSError, ValueError) as error:
        _forget(scratch)
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(f"{file} cannot be written: {reason[:1].lower()}{reason[1:]}.") from None


def _forget(scratch: Path) -> None:
    with suppress(OSError, ValueError):
        scratch.unlink(missing_ok=True)
