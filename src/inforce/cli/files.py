"""Format and new: treaty files, laid out and begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from inforce.cli.options import JSON, taking
from inforce.cli.screen import say, say_json
from inforce.cli.verb import Refused, verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inforce.cli.layout import Laid


@verb("format")
@taking(
    click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True)),
    click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if a file would change."),
    JSON,
)
def format_command(files: tuple[str, ...], only_check: bool, as_json: bool) -> None:
    """Lay out FILES: columns, citations, blank lines, and nothing but white space.

    A file is only written if it changes, and then in one stroke. With - the text comes from the standard
    input and goes to the standard output.
    """
    from inforce.cli.layout import STANDARD_INPUT, laid_from_file, write

    laid = [laid_from_file(file) for file in dict.fromkeys(files)]
    for each in laid:
        if each.changed and not only_check and each.file != STANDARD_INPUT:
            write(each)
        elif each.file == STANDARD_INPUT and not only_check and not as_json:
            click.echo(each.text, nl=False)
    _tell(laid, only_check, as_json)
    if any(each.problem for each in laid) or (only_check and any(each.changed for each in laid)):
        raise Exit(1)


def _tell(laid: list[Laid], only_check: bool, as_json: bool) -> None:
    from inforce.cli.layout import STANDARD_INPUT

    refused = [each.problem for each in laid if each.problem]
    if as_json:
        answers = [{"file": each.file, "changed": each.changed, "problem": each.problem} for each in laid]
        say_json({"verb": "format", "files": [each.file for each in laid], "check": only_check}, answers)
        return
    click.echo("".join(f"{problem}\n" for problem in refused), err=True, nl=False)
    if only_check or all(each.file != STANDARD_INPUT for each in laid):
        say(_lines(laid, only_check))


def _lines(laid: Iterable[Laid], only_check: bool) -> Iterator[str]:
    done = "would be laid out anew" if only_check else "laid out anew"
    return (f"{each.file}: {done}" for each in laid if each.changed)


@verb("new")
@taking(
    click.argument("name"),
    click.option(
        "--dir",
        "folder",
        default=".",
        metavar="FOLDER",
        type=click.Path(exists=True, file_okay=False),
        help="Where to write the file; here by default.",
    ),
    JSON,
)
def new_command(name: str, folder: str, as_json: bool) -> None:
    """Begin a treaty file: write NAME.treaty.md with a small treaty to change.

    NAME is in kebab-case, such as border-treaty-2001. A file that exists is never written over.
    """
    from pathlib import Path

    from inforce.parse import skeleton

    path = Path(folder) / f"{name}.treaty.md"
    try:
        text = skeleton(name)
    except ValueError as error:
        raise Refused(str(error)) from None
    _write_new(path, text)
    if as_json:
        say_json({"verb": "new", "name": name}, [{"file": str(path)}])
    else:
        say((f"{path} is written. Try: inforce check {path}",))


def _write_new(path: object, text: str) -> None:
    from pathlib import Path

    assert isinstance(path, Path)
    try:
        with path.open("x", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except FileExistsError:
        raise Refused(f"{path} exists already, and is left as it is. Choose another name.") from None
    except OSError as error:
        raise Refused(f"{path} cannot be written: {error.strerror}.") from None
