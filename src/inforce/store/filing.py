"""The file of one's own log: where it is by default, and the folder that it needs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from inforce.store.connecting import is_file


def default_log(environment: Mapping[str, str] = os.environ) -> str:
    """Return where one's own log is: in the folder for data (XDG Base Directory Specification), made when it is needed.

    >>> default_log({"XDG_DATA_HOME": "/home/maria/data"})
    '/home/maria/data/inforce/log.sqlite'
    """
    told = Path(environment.get("XDG_DATA_HOME", ""))
    folder = told if told.is_absolute() else Path.home() / ".local" / "share"
    return str(folder / "inforce" / "log.sqlite")


def file_exists(where: str) -> bool:
    """Whether the file of a log is there."""
    return Path(where).is_file()


def make_room_for(where: str) -> None:
    """Make the folder of a file that is to be; nobody else may look into it."""
    if is_file(where):
        Path(where).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
