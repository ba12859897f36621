"""Compiled books on disk, so that asking about a treaty does not begin with reading it again.

An entry remembers every file that its book was made of, with a digest of each, and which files could have
joined it. It is used only if all of that is still so and the program is the same. A cache that cannot be
read, written or understood is passed over in silence: it is never needed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from inforce.load.loaded import Added, Loaded
from inforce.model import Book

_ABSENT = ""


class Stamp(msgspec.Struct, frozen=True):
    """One file that a book depends on, and the digest of what stood in it; none if it was not there."""

    path: str
    digest: str


class Cached(msgspec.Struct, frozen=True):
    """A book with the files it was made of and the folders in which its bibliography was looked for.

    ``added`` is a digest of what was read behind the files.
    """

    stamps: tuple[Stamp, ...]
    folders: tuple[tuple[str, tuple[str, ...]], ...]
    book: msgspec.Raw
    added: str = _ABSENT


def book_from_cache_or_files(paths: Sequence[Path], added: Sequence[Added] = ()) -> Loaded:
    """Load a book from the cache if its files, and what is added to them, are as they were, else from the files.

    Only a book without problems is kept, so problems are found anew each time.
    """
    entry, behind = _entry(paths, added), _digest_of_added(added)
    book = _cached_book(entry, behind) if entry else None
    if book is not None:
        return Loaded(book)
    from inforce.load.added import files_with_added
    from inforce.load.book import loaded_from_files
    from inforce.load.files import files_from_paths

    loaded, read = loaded_from_files(files_with_added(files_from_paths(paths), added))
    if entry and not loaded.problems:
        _keep(entry, loaded.book, read, behind)
    return loaded


def digest_from_files(paths: Sequence[Path]) -> str:
    """Return a digest of every file that a book is made of: the same for the same texts, wherever they stand.

    Included files and bibliographies are of it too, names and folders are not.
    """
    entry = _entry(paths)
    found = _cached_stamps(entry) if entry else None
    if found is None:
        from inforce.load.book import loaded_from_files
        from inforce.load.files import files_from_paths

        _, read = loaded_from_files(files_from_paths(paths))
        found = {_digest(_absolute(path)) for path in read}
    return sha256(" ".join(sorted(found - {_ABSENT})).encode()).hexdigest()


def _cached_stamps(entry: Path) -> set[str] | None:
    """Return the digests of the files of a cached book, if they are as they were."""
    try:
        cached = msgspec.msgpack.decode(entry.read_bytes(), type=Cached)
    except (OSError, ValueError):
        return None
    fresh = all(_digest(stamp.path) == stamp.digest for stamp in cached.stamps)
    return {stamp.digest for stamp in cached.stamps} if fresh else None


def cache_folder() -> Path:
    """Return the folder of compiled books, as the XDG base directory specification has it.

    Raises:
        RuntimeError: if the system knows no home folder.
    """
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (base if base.is_absolute() else Path("~/.cache").expanduser()) / "inforce"


def program_stamp() -> str:
    """Return a digest of the files of the program that make books.

    It stands for the version, which is slow to look up and would not do for those who change the program.
    """
    folder = Path(__file__).parent.parent
    digest = sha256(msgspec.__version__.encode())
    for room in ("load", "load/checks", "model", "parse", "rules", "source", "temporal"):
        for found in sorted(os.scandir(folder / room), key=lambda entry: entry.name):
            if found.name.endswith(".py"):
                about = found.stat()
                digest.update(f"{room}/{found.name} {about.st_size} {about.st_mtime_ns}".encode())
    return digest.hexdigest()


def _entry(paths: Iterable[Path], added: Sequence[Added]) -> Path | None:
    """Name the entry of some files; what is added to them has one beside it, and each new addition takes its place."""
    try:
        return cache_folder() / f"{_key(paths)}{'-added' if added else ''}.msgpack"
    except (OSError, ValueError, RuntimeError):
        return None


def _key(paths: Iterable[Path]) -> str:
    named = "\0".join((*map(_absolute, paths), program_stamp()))
    return sha256(named.encode("utf-8", "surrogatepass")).hexdigest()


def _digest_of_added(added: Sequence[Added]) -> str:
    return sha256(msgspec.msgpack.encode(added)).hexdigest() if added else _ABSENT


def _cached_book(entry: Path, behind: str) -> Book | None:
    try:
        cached = msgspec.msgpack.decode(entry.read_bytes(), type=Cached)
        fresh = cached.added == behind and all(_digest(stamp.path) == stamp.digest for stamp in cached.stamps)
        if fresh and all(_json_names(folder) == names for folder, names in cached.folders):
            return msgspec.msgpack.decode(cached.book, type=Book)
    except (OSError, ValueError, RecursionError):  # msgspec's errors are ValueErrors
        pass
    return None


def _keep(entry: Path, book: Book, read: Iterable[Path], behind: str) -> None:
    """Store a book at once or not at all: readers never see half of it."""
    paths = tuple(dict.fromkeys(map(_absolute, read)))
    folders = dict.fromkeys(str(Path(path).parent) for path in paths)
    cached = Cached(
        tuple(Stamp(path, _digest(path)) for path in paths),
        tuple((folder, _json_names(folder)) for folder in folders),
        msgspec.Raw(msgspec.msgpack.encode(book)),
        behind,
    )
    scratch = entry.with_suffix(f".{os.getpid()}")
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_bytes(msgspec.msgpack.encode(cached))
        scratch.replace(entry)
    except (OSError, ValueError, RecursionError):
        pass


def _digest(path: str) -> str:
    try:
        return sha256(Path(path).read_bytes()).hexdigest()
    except (OSError, ValueError):
        return _ABSENT


def _json_names(folder: str) -> tuple[str, ...]:
    try:
        return tuple(sorted(path.name for path in Path(folder).glob("*.json")))
    except (OSError, ValueError):
        return ()


def _absolute(path: Path) -> str:
    return str(Path(path).absolute())
