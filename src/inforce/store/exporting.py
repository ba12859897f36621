"""The log as text: Markdown that a person can read, and from which the log can be made again to the last character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from inforce.source import Place, Problem
from inforce.store.entry import Entry
from inforce.store.errors import StoreProblemsError

HEAD = "# Claim log, format 1"
"""The first line of every export."""

_KEYS = ("treaty", "author", "recorded", "corrects", "about", "claims", "actors", "sources", "digest")
_FENCE = "~~~"


class Exported(msgspec.Struct, forbid_unknown_fields=True):
    """One entry as its lines give it, before the values are read."""

    line: int
    id: str
    kind: str
    keys: dict[str, str]
    reason: list[str]
    text: list[str] | None = None


def lines_from_entries(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the lines of an export; the digests let whoever reads it see that nothing is missing."""
    yield HEAD
    for entry in entries:
        yield from _lines(entry)


def _lines(entry: Entry) -> Iterator[str]:
    yield from ("", f"## {entry.id} {entry.kind}", "")
    for key in _KEYS:
        value = getattr(entry, key)
        if value not in (None, (), ""):
            yield f"- {key}: {_told(value)}"
    yield ""
    yield from (f"> {line}" for line in entry.reason.split("\n"))
    if entry.text:
        fence = _FENCE
        while fence in entry.text:
            fence += "~"
        yield from ("", fence, *entry.text.split("\n"), fence)


def _told(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def entries_from_lines(lines: Iterable[str], file: str) -> Iterator[Entry]:
    """Yield the entries of an export.

    Raises:
        StoreProblemsError: at the first line that is not what an export has there.
    """
    numbered = iter(enumerate(lines, start=1))
    if next(numbered, (1, ""))[1] != HEAD:
        raise _problem(file, 1, "", "This is no export of a claim log.", f"Its first line is {HEAD}.")
    found: Exported | None = None
    for number, line in numbered:
        if line.startswith("## "):
            if found is not None:
                yield _entry(found, file)
            name, _, kind = line[3:].partition(" ")
            found = Exported(number, name, kind, {}, [])
        elif found is None:
            _check_blank(line, number, file)
        elif line and set(line) == {"~"} and len(line) >= len(_FENCE) and found.text is None:
            found.text = _fenced(numbered, line, number, file)
        else:
            _take(found, line, number, file)
    if found is not None:
        yield _entry(found, file)


def _take(found: Exported, line: str, number: int, file: str) -> None:
    key, colon, value = line[2:].partition(": ")
    if line.startswith("- ") and colon and key in _KEYS and key not in found.keys:
        found.keys[key] = value
    elif line.startswith(">"):
        found.reason.append(line[1:].removeprefix(" "))
    else:
        _check_blank(line, number, file)


def _check_blank(line: str, number: int, file: str) -> None:
    if line.strip():
        raise _problem(file, number, line, "An export has no such line here.", "Leave it as it was written.")


def _fenced(numbered: Iterator[tuple[int, str]], fence: str, number: int, file: str) -> list[str]:
    lines: list[str] = []
    for _, line in numbered:
        if line == fence:
            return lines
        lines.append(line)
    raise _problem(file, number, fence, "The lines that begin here do not end.", "The file is cut off.")


def _entry(found: Exported, file: str) -> Entry:
    """Read the values of one entry."""
    given: dict[str, object] = {"claims": [], "actors": [], **found.keys}
    for key in ("corrects", "about", "claims", "actors"):
        if key in found.keys:
            given[key] = msgspec.json.decode(found.keys[key]) if _is_json(found.keys[key]) else ""
    given |= {"id": int(found.id) if found.id.isdecimal() else 0, "kind": found.kind}
    given |= {"reason": "\n".join(found.reason), "text": "\n".join(found.text or ())}
    try:
        return msgspec.convert(given, Entry)
    except msgspec.ValidationError as error:
        line = f"## {found.id} {found.kind}"
        message = f"This entry cannot be read: {error}."
        raise _problem(file, found.line, line, message, "Leave it as it was written.") from None


def _is_json(text: str) -> bool:
    try:
        msgspec.json.decode(text)
    except msgspec.DecodeError:
        return False
    return True


def _problem(file: str, number: int, line: str, message: str, hint: str) -> StoreProblemsError:
    place = Place(file, number, 1, max(len(line), 1))
    return StoreProblemsError([Problem(place, "", line, message, hint)])
