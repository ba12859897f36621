"""Export, import, backup, restore and verify: the log as text, as a copy, and as it was written."""

from __future__ import annotations

from typing import TypedDict, Unpack

import click

from inforce.cli.log.options import STORE, opened
from inforce.cli.options import FILES, JSON, OUTPUT, taking
from inforce.cli.screen import say, say_json
from inforce.cli.verb import verb


class _Kept(TypedDict, total=False):
    store: str
    file: str
    books: tuple[str, ...]
    as_json: bool


_FILE = click.argument("file", type=click.Path())


@verb("export")
@taking(STORE, OUTPUT)
def export_command(store: str, output: str | None) -> None:
    """Write the log as text.

    It is Markdown that a person can read, and `inforce log import` makes the same log from it again.
    """
    from inforce.cli.output import write_out

    with opened(store) as log:
        write_out("".join(f"{line}\n" for line in log.export_text()), output)


@verb("import")
@taking(_FILE, STORE, FILES, JSON)
def import_command(**asked: Unpack[_Kept]) -> None:
    """Read an export into a log.

    What the log has already is compared, the rest is entered as it was, all of it or nothing. A log that has
    gone another way than the export is left as it is.
    """
    from pathlib import Path

    from inforce.source import Problem, read_source
    from inforce.store import StoreProblemsError

    if not Path(asked["file"]).is_file() and isinstance(missing := read_source(asked["file"]), Problem):
        raise StoreProblemsError([missing])
    with opened(asked["store"], asked["books"], create=True) as log:
        _tell("import", asked, log.import_file(asked["file"]), "entered")


@verb("backup")
@taking(_FILE, STORE, JSON)
def backup_command(**asked: Unpack[_Kept]) -> None:
    """Copy the whole store into a file.

    Others may go on writing; the copy is of one moment. It is a store of SQLite, whatever the database is, and has the
    people too.
    """
    with opened(asked["store"]) as log:
        _tell("backup", asked, log.backup(asked["file"]), "copied")


@verb("restore")
@taking(_FILE, STORE, JSON)
def restore_command(**asked: Unpack[_Kept]) -> None:
    """Copy a backup into an empty store.

    The store may be another kind of database than the one that was backed up.
    """
    from pathlib import Path

    from inforce.store import RefusedError

    if not Path(asked["file"]).is_file():
        raise RefusedError(f"There is no backup at {asked['file']}.")
    with opened(asked["store"], create=True) as log:
        _tell("restore", asked, log.restore(asked["file"]), "restored")


@verb("verify")
@taking(STORE, JSON)
def verify_command(**asked: Unpack[_Kept]) -> None:
    """See whether the log is as it was written.

    Each entry has a digest of itself and of all above it; one that was changed behind the log's back is found.
    """
    with opened(asked["store"]) as log:
        entries, set_back = log.verify(), log.set_back()
    _tell("verify", asked, entries, "as written", set_back=set_back)
    if not asked["as_json"]:
        say(f"the clock went back before entry {each}: one of the two times is wrong" for each in set_back)


def _tell(name: str, asked: _Kept, entries: int, done: str, **more: object) -> None:
    if asked["as_json"]:
        say_json({"verb": f"log {name}", "file": asked.get("file")}, [{"entries": entries, **more}])
    else:
        say((f"{entries} {'entry' if entries == 1 else 'entries'} {done}",))
