"""Format and new: treaty files, laid out and begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from inforce.cli.options import JSON, taking
from inforce.cli.screen import say, say_json, say_problems
from inforce.cli.verb import Refused, verb

if TYPE_CHECKING:
    from pathlib import Path

    from inforce.cli.layout import Laid


@verb("format")
@taking(
    click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True)),
    click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if a file would change."),
    JSON,
)
def format_command(files: tuple[str, ...], only_check: bool, as_json: bool) -> None:
    """Lay out treaty files.

    Only white space moves: columns, citations, blank lines. A file is only written if it changes, and then
    in one stroke. With - the text comes from the standard input and goes to the standard output.
    """
    from inforce.cli.layout import laid_from_file, written

    laid = [laid_from_file(file) for file in dict.fromkeys(files)]
    if not only_check:
        laid = [written(each) if each.changed and not each.piped else each for each in laid]
    _tell(laid, only_check, as_json)
    if any(each.problem for each in laid) or (only_check and any(each.changed for each in laid)):
        raise Exit(1)


def _tell(laid: list[Laid], only_check: bool, as_json: bool) -> None:
    if as_json:
        query = {"verb": "format", "files": [each.file for each in laid], "check": only_check}
        say_json(query, laid)
        return
    say_problems((each.problem for each in laid if each.problem), err=True)
    done = "would be laid out anew" if only_check else "is laid out anew"
    for each in laid:
        if each.piped and not only_check:
            click.echo(each.text.encode("utf-8"), nl=False)
        elif each.changed:
            say((f"{each.file} {done}",))


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
    """Begin a treaty file.

    NAME.treaty.md is written, with a small treaty to change. NAME is in kebab-case, such as
    border-treaty-2001. A file that exists is never written over.
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


def _write_new(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except FileExistsError:
        raise Refused(f"{path} exists already, and is left as it is. Choose another name.") from None
    except OSError as error:
        raise Refused(f"{path} cannot be written: {error.strerror}.") from None
