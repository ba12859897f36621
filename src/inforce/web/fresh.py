"""Entity tags: whoever has an answer of the same edition for the same address need not be sent it again."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from litestar import Request, Response
from litestar.datastructures import State

from inforce.answers.asking import today
from inforce.web.address import FORMS

_VARY_DATA = (b"accept", b"accept-encoding", b"hx-target")
_VARY_PAGE = (*_VARY_DATA, b"cookie")
_ROOM = Path(__file__).parent.parent


def edition_of_program() -> str:
    """Return a digest of the files of the program, so that a changed one never says that nothing has changed."""
    found = sorted(path for path in _ROOM.rglob("*") if path.suffix in (".py", ".html", ".css", ".js"))
    stamps = (f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in found)
    return sha256("\n".join(stamps).encode()).hexdigest()[:12]


def tag_of(request: Request[object, object, State], edition: str) -> str:
    """Return the tag of what an address shows: of the book, the program, the address, the part asked for, the day."""
    parts = [edition, str(today()), request.scope["raw_path"].hex(), request.scope["query_string"].hex()]
    vary = _VARY_DATA if is_data(request.scope["path"]) else _VARY_PAGE
    parts += [
        f"{name.decode('latin-1')} {value.hex()}" for name, value in request.scope["headers"] if name in vary
    ]
    return f'"{sha256(" ".join(parts).encode()).hexdigest()[:24]}"'


def is_data(path: str) -> bool:
    """Whether an address gives data, which is the same for everybody; a page has what only its reader may do.

    >>> is_data("/t/sino-soviet-1945.json"), is_data("/t/sino-soviet-1945")
    (True, False)
    """
    return path.startswith(("/api/", "/static/")) or path.rpartition(".")[2] in (*FORMS, "atom")


def caching(path: str) -> tuple[bytes, bytes]:
    """Return how an answer may be kept, and on what it depends."""
    if is_data(path):
        return b"no-cache", b"Accept, Accept-Encoding, HX-Target, Authorization"
    return b"private, no-cache", b"Accept, Accept-Encoding, HX-Target, Cookie"


def is_fresh(request: Request[object, object, State], tag: str) -> bool:
    """Whether the asker has what it asks for already."""
    has = request.headers.get("if-none-match", "")
    return request.method == "GET" and tag in {each.strip().removeprefix("W/") for each in has.split(",")}


def not_modified(tag: str) -> Response[None]:
    """Say that the asker has it already."""
    return Response(None, status_code=304, headers={"ETag": tag})
