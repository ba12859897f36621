"""Files that a verb writes: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import click

from inforce.cli.verb import Refused

STANDARD_OUTPUT = "-"


def write_out(text: str, file: str | None) -> None:
    """Write a text to a file at once or not at all; without a file, or to ``-``, print it.

    Raises:
        Refused: if the file cannot be written; nothing of it is left then.
    """
    write_pieces((text.encode("utf-8"),), file)


def write_pieces(pieces: Iterable[bytes], file: str | None) -> None:
    """Write what comes piece by piece to a file, whole or not at all; without a file, or to ``-``, print each at once.

    Raises:
        Refused: if the file cannot be written; nothing of it is left then.
    """
    if file is None or file == STANDARD_OUTPUT:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    with _whole_or_nothing(file) as out:
        for piece in pieces:
            with _refusing(file):
                out.write(piece)


@contextmanager
def _whole_or_nothing(file: str) -> Iterator[BinaryIO]:
    """Give a file beside the one that is meant, and put it in its place at the end."""
    with _refusing(file):
        path = Path(os.path.realpath(file))
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        scratch = path if _is_device(path) else path.with_name(f".{path.name}.{os.getpid()}")
        out = scratch.open("wb")
    try:
        yield out
        with _refusing(file):
            out.close()
            scratch.replace(path)
    except BaseException:
        out.close()
        if scratch != path:
            _forget(scratch)
        raise


@contextmanager
def _refusing(file: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(f"{file} cannot be written: {reason[:1].lower()}{reason[1:]}.") from None


def _is_device(path: Path) -> bool:
    """Whether it is something that is written into and never replaced, such as /dev/null or a named pipe."""
    return path.exists() and not path.is_file()


def _forget(scratch: Path) -> None:
    with suppress(OSError, ValueError):
        scratch.unlink(missing_ok=True)
